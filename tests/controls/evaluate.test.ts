import { describe, expect, test } from 'vitest';
import { evaluate } from '../../src/controls/evaluate.ts';
import type { Item } from '../../src/controls/question.ts';
import type { Condition } from '../../src/controls/rule.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { fact, item } from './facts.ts';
import { about, smallRules } from './smallBook.ts';

const tpp = 'total-processing-performance';
const area = 'applicable-die-area';
const rate = 'aggregate-bidirectional-transfer-rate';

describe('conditions in words', () => {
  const textsOf = (when: Condition, known: Item) =>
    evaluate(smallRules({ rule: [{ id: 'ask', when }] }), about(known)).conditions.map(({ text }) => text);
  const atLeast = (quantity: 'total-processing-performance' | 'performance-density' | typeof rate, value: number) =>
    ({ quantity, operator: 'at-least', value }) as const;

  test('tell the value, the threshold and how far apart they are', () => {
    expect(textsOf(atLeast(tpp, 2400), item({ [tpp]: 2368 }))).toEqual(['TPP 2368 < 2400: 1.3 % below']);
    expect(textsOf(atLeast(tpp, 4800), item({ [tpp]: 4800 }))).toEqual(['TPP 4800 >= 4800: at the limit']);
    expect(textsOf(atLeast(tpp, 4800), item({ [tpp]: 15832 }))).toEqual(['TPP 15832 >= 4800: 230 % above']);
    expect(textsOf(atLeast('performance-density', 3.2), item({ [tpp]: 2644, [area]: 826 }))).toEqual([
      'density 3.201 >= 3.2: 0.03 % above',
    ]);
    expect(textsOf({ quantity: tpp, operator: 'less-than', value: 4800 }, item({ [tpp]: 4800 }))).toEqual([
      'TPP 4800 >= 4800: at the limit',
    ]);
  });

  test('tell bounds where they straddle the threshold, and the central value where not', () => {
    expect(textsOf(atLeast(rate, 600), item({ [rate]: [576, 640] }))).toEqual([
      'transfer rate 576 to 640 on both sides of 600 GB/s: 4 % below to 6.7 % above',
    ]);
    const about1979 = { ...fact([1978.5, 1979.5]), value: new Decimal(1979) };
    expect(textsOf(atLeast(tpp, 1600), { [tpp]: about1979 })).toEqual(['TPP 1979 >= 1600: 24 % above']);
    expect(textsOf(atLeast(rate, 600), item({ [rate]: [64, null] }))).toEqual([
      'transfer rate at least 64 on both sides of 600 GB/s: 89 % below or more',
    ]);
  });

  test('tell what is unknown or not defined', () => {
    expect(textsOf(atLeast('performance-density', 5.92), item({ [tpp]: 2000 }))).toEqual([
      'density unknown, beside 5.92',
    ]);
    const planar: Item = { ...item({ [tpp]: 2000 }), [area]: { notDefined: true, tentative: false } };
    expect(textsOf(atLeast('performance-density', 5.92), planar)).toEqual(['density: not defined']);
  });

  test('tell words', () => {
    const named = { quantity: 'processor', operator: 'one-of', value: ['a', 'b'] } as const;
    expect(textsOf(named, item({ processor: 'a' }))).toEqual(['processor a, one of a, b']);
    expect(textsOf(named, item({ processor: 'c' }))).toEqual(['processor c, none of a, b']);
    const sold = { quantity: 'data-centre', operator: 'equal', value: true } as const;
    expect(textsOf(sold, item({ 'data-centre': false }))).toEqual(['for data centres: no']);
    expect(textsOf(sold, {})).toEqual(['for data centres unknown, beside true']);
  });
});

describe('what an evaluation explains', () => {
  const when = { quantity: tpp, operator: 'at-least', value: 4800, paragraph: 'a.1' } as const;
  const rules = smallRules({
    rule: [
      { id: 'ask', when, requires: ['a plan'], rank: 'tentative', reason: 'hearsay' },
      { id: 'also', when: { quantity: tpp, operator: 'at-least', value: 2400 }, policy: 'case-by-case' },
      {
        id: 'exception',
        when: { quantity: 'data-centre', operator: 'equal', value: false },
        lifts: ['rule/ask'],
        outcome: 'exception-notification',
      },
    ],
    later: [{ id: 'instead', when, replaces: ['rule/also'], policy: 'unstated' }],
  });
  const chip = item({ [tpp]: 5000, 'data-centre': true });

  test('are the conditions, those of the clause that decides first, each once and with its paragraph', () => {
    const { conditions } = evaluate(rules, about(chip));
    expect(conditions.map(({ clause, paragraph, met }) => [clause.key, paragraph, met])).toEqual([
      ['rule/ask', 'a.1', true],
      ['rule/also', null, true],
      ['rule/exception', null, false],
    ]);
  });

  test('are the other clauses, and what they yield to', () => {
    const { otherClauses } = evaluate(rules, about(chip));
    expect(otherClauses.map(({ clause, applies, yieldsTo }) => [clause.key, applies, yieldsTo?.key])).toEqual([
      ['later/instead', true, undefined],
      ['rule/also', true, 'later/instead'],
      ['rule/exception', false, undefined],
    ]);
  });

  test('are weak clauses, what must be shown, and what no rule here covers', () => {
    const codesOf = (known: Item) =>
      evaluate(rules, about(known)).cautions.map(({ code, message }) => `${code}: ${message}`);
    expect(codesOf(chip)).toEqual([
      'low-confidence: the clause rule/ask is of low confidence: hearsay',
      'requires: rule/ask asks for: a plan',
    ]);
    expect(codesOf(item({ [tpp]: 1000 }))).toEqual([expect.stringMatching(/^not-modelled: /)]);
  });

  test('are the tentative facts that it rests on', () => {
    const { restsOn, tentative } = evaluate(
      rules,
      about({ [tpp]: fact(5000, true), 'data-centre': fact(true), [area]: fact(1, true) }),
    );
    expect({ restsOn, tentative }).toEqual({ restsOn: [tpp], tentative: true });
  });

  test('are the conditions that bounds straddle, and what else is unknown', () => {
    const { straddling, cautions, outcome } = evaluate(rules, about(item({ [tpp]: [4700, 4900] })));
    expect(outcome).toBe('licence-required');
    expect(straddling).toEqual([]);
    const wider = evaluate(rules, about(item({ [tpp]: [2000, 4900] })));
    expect(wider.outcome).toBe('possibly');
    expect(wider.straddling.map(({ comparison }) => comparison.value)).toEqual([4800, 2400]);
    expect(cautions.map(({ code }) => code)).not.toContain('also-unknown');
  });
});
