import { expect } from 'vitest';

/** Where in a response the answer to one key of a question stands. */
export type Place =
  | string
  | {
      readonly path: string;
      /** What stands there where the answer, in words, holds. */
      readonly is?: unknown;
      /** The order of a list is part of the answer. */
      readonly ordered?: boolean;
      /** What stands there among other things where the answer, in words, holds. */
      readonly holds?: readonly unknown[];
      /** The answer is what stands at each of several places. */
      readonly each?: boolean;
    }
  /** A list of objects, in order, each of their fields a column. */
  | { readonly each: Readonly<Record<string, string>> }
  /** An object whose fields stand at places of their own. */
  | { readonly fields: Readonly<Record<string, Place>> };

/** Checks one key of an answer. Nothing is computed: what is compared stands in the response. */
export function expectAnswer(response: unknown, place: Place, expected: unknown, tolerance: number): void {
  if (typeof place === 'string') {
    expectSame(at(response, place), expected, tolerance);
    return;
  }
  if ('path' in place) {
    const found = at(response, place.path);
    if ('is' in place) {
      expect(found).toEqual(place.is);
      return;
    }
    if (place.holds) {
      expect(found).toEqual(expect.arrayContaining([...place.holds]));
      return;
    }
    if (place.each) {
      const all = asList(found);
      expect(all.length).toBeGreaterThan(0);
      for (const one of all) expectSame(one, expected, tolerance);
      return;
    }
    expectSame(found, expected, tolerance, place.ordered);
    return;
  }
  if ('fields' in place) {
    for (const [name, one] of Object.entries(Object(expected))) {
      const where = place.fields[name];
      if (where === undefined) expect.fail(`the example does not say where ${name} stands`);
      expectAnswer(response, where, one, tolerance);
    }
    return;
  }
  const columns = Object.entries(place.each).map(([name, path]) => ({ name, values: asList(at(response, path)) }));
  const rows = asList(expected);
  for (const { name, values } of columns) {
    expect(values).toHaveLength(rows.length);
    for (const [row, one] of rows.entries()) {
      const value = field(one, name);
      if (value !== undefined) expectSame(values[row], value, tolerance);
    }
  }
  for (const row of rows)
    expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(Object(row))));
}

/** What stands at a path; `[]` goes into each item of a list, and lists in lists come out flat. */
export function at(response: unknown, path: string): unknown {
  return path
    .replaceAll(/\[(\d*)\]/g, '.[$1]')
    .split('.')
    .reduce<unknown>((value, step) => {
      if (step === '[]') return asList(value).flat();
      if (step.startsWith('[')) return asList(value)[Number(step.slice(1, -1))];
      return Array.isArray(value) ? value.map((item) => field(item, step)) : field(value, step);
    }, response);
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

function expectSame(found: unknown, expected: unknown, tolerance: number, ordered = false): void {
  if (expected === null || expected === 'unbounded') {
    expect(found).toBeNull();
    return;
  }
  if (typeof expected === 'number') {
    expectNumber(found, expected, tolerance);
    return;
  }
  if (typeof expected === 'string') {
    expect(wordOf(String(found))).toBe(wordOf(expected));
    return;
  }
  if (Array.isArray(expected)) {
    const list = asList(found);
    expect(list).toHaveLength(expected.length);
    const [left, right] = ordered ? [list, expected] : [[...list].sort(), [...expected].sort()];
    for (const [place, one] of right.entries()) expectSame(left[place], one, tolerance);
    return;
  }
  if (typeof expected === 'object') {
    for (const [name, one] of Object.entries(expected)) {
      expectSame(name === 'period' ? at(found, 'period.label') : field(found, name), one, tolerance);
    }
    return;
  }
  expect(found).toBe(expected);
}

/** Words of the interface, of data/ and of the questions are written each in their own way. */
function wordOf(text: string): string {
  return text.toLowerCase().replaceAll('_', '-');
}

function expectNumber(found: unknown, expected: number, tolerance: number): void {
  expect(found).toBeTypeOf('number');
  const slack = expected === 0 ? 1e-9 : Math.abs(expected) * tolerance;
  expect(Math.abs(Number(found) - expected), `${found} is not ${expected}`).toBeLessThanOrEqual(slack);
}
