import { expect } from 'vitest';

/** Doubles of two stores may differ in their last digits, and in nothing else. */
const tolerance = 1e-12;

/** Expects two answers to be equal, the order of lists and of fields included; when each was published is its own. */
export function expectSameAnswer(found: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'number' && typeof found === 'number') {
    if (Math.abs(found - expected) > Math.abs(expected) * tolerance) expect(found, path).toBe(expected);
    return;
  }
  if (typeof expected !== 'object' || typeof found !== 'object' || expected === null || found === null) {
    if (!path.endsWith('.publishedAt')) expect(found, path).toBe(expected);
    return;
  }
  const [left, right] = [Object.entries(found), Object.entries(expected)];
  expect(
    left.map(([key]) => key),
    path,
  ).toEqual(right.map(([key]) => key));
  for (const [place, [key, value]] of right.entries()) expectSameAnswer(left[place]?.[1], value, `${path}.${key}`);
}
