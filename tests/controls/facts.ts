import type { Fact, Item, Span } from '../../src/controls/question.ts';
import { Decimal } from '../../src/quantity/decimal.ts';

/** A fact as tests write it: a number, its bounds (null where there is none), a yes or no, or a word. */
export type Written = number | boolean | string | readonly [number | null, number | null];

/** A span as tests write it, both ends included. */
export function span(written: number | readonly [number | null, number | null]): Span {
  const [low, high] = typeof written === 'number' ? [written, written] : written;
  const decimal = (number: number | null) => (number === null ? null : new Decimal(String(number)));
  return { low: decimal(low), high: decimal(high), lowOpen: false, highOpen: false };
}

/** A fact that rests on solid claims unless it is said not to. */
export function fact(written: Written, tentative = false): Fact {
  if (typeof written === 'boolean') return { is: written, tentative };
  if (typeof written === 'string') return { word: written, tentative };
  return { ...span(written), tentative };
}

/** An item of solid facts. */
export function item(written: Readonly<Record<string, Written>>): Item {
  return Object.fromEntries(Object.entries(written).map(([quantity, value]) => [quantity, fact(value)]));
}
