import { describe, expect, test } from 'vitest';
import { alternativesOf, statedText } from '../../src/controls/alternatives.ts';
import type { Condition, Definition } from '../../src/controls/rule.ts';

const performance = (operator: 'at-least' | 'less-than', value: number, paragraph?: string): Condition => ({
  quantity: 'total-processing-performance',
  operator,
  value,
  ...(paragraph !== undefined && { paragraph }),
});
const dense: Condition = { quantity: 'performance-density', operator: 'at-least', value: 5.92 };
const dataCentre: Condition = { quantity: 'data-centre', operator: 'equal', value: false };
const definitions: Record<string, Definition> = {
  a: {
    name: 'a',
    when: {
      any: [performance('at-least', 4800, 'a.1'), { all: [performance('at-least', 1600), dense], paragraph: 'a.2' }],
    },
  },
  'note-2': { name: 'note-2', when: { not: { all: [dataCentre, performance('less-than', 4800)] } } },
};

const told = (condition: Condition | undefined) =>
  alternativesOf(condition, definitions).map((conditions) => conditions.map(statedText).join(', '));

describe('the ways to meet a condition', () => {
  test('are one for each alternative, named by its paragraph', () => {
    expect(told({ ref: 'a' })).toEqual(['TPP >= 4800', 'TPP >= 1600, density >= 5.92']);
    const paragraphs = alternativesOf({ ref: 'a' }, definitions).map((way) => way.map(({ paragraph }) => paragraph));
    expect(paragraphs).toEqual([['a.1'], ['a.2', 'a.2']]);
  });

  test('turn round what is denied, and say nothing twice', () => {
    expect(told({ all: [{ ref: 'a' }, { ref: 'note-2' }] })).toEqual([
      'TPP >= 4800, for data centres: yes',
      'TPP >= 4800',
      'TPP >= 1600, density >= 5.92, for data centres: yes',
      'TPP >= 1600, density >= 5.92, TPP >= 4800',
    ]);
  });

  test('of words that are denied are none of them', () => {
    const named: Condition = { quantity: 'processor', operator: 'one-of', value: ['nvidia-h20', 'nvidia-a800'] };
    expect(told({ not: named })).toEqual(['processor is none of nvidia-h20, nvidia-a800']);
  });

  test('are one, and empty, where nothing is asked for', () => {
    expect(alternativesOf(undefined, definitions)).toEqual([[]]);
  });

  test('are not listed where they are too many', () => {
    const either: Condition = { any: [performance('at-least', 1), performance('at-least', 2)] };
    expect(alternativesOf({ all: Array.from({ length: 8 }, () => either) }, definitions)).toEqual([]);
  });
});
