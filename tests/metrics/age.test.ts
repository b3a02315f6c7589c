import { expect, test } from 'vitest';
import { age } from '../../src/metrics/age.ts';
import { inWords } from '../quantity/given.ts';

test.each([
  ['2026-11-20', 'exact 5 5 5 days'],
  ['2026-10', 'computed 25 25 55 days'],
  ['2026-11', 'computed 0 0 24 days'],
  ['2026-12-05', 'exact 0 0 0 days'],
])('%s is of an age', (date, words) => {
  const figure = age(date, '2026-11-25');
  expect(figure && inWords(figure.quantity)).toBe(words);
});

test('what is no date has no age', () => {
  expect(age('soon', '2026-11-25')).toBeNull();
});
