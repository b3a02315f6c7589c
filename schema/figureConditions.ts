import { comparableNumber } from '../src/quantity/comparable.ts';
import type { Evidence } from '../src/quantity/evidence.ts';
import type { End } from '../src/quantity/interval.ts';
import { sizeOf } from '../src/quantity/unit.ts';
import type { FigureIs, FigureRange } from '../src/store/figureWhere.ts';
import type { Range } from './quantityRange.ts';

/** Conditions on a figure, read and checked. */
export interface Conditions {
  readonly certainly: Range | null;
  readonly possibly: Range | null;
  readonly definition: string | null;
  readonly evidence: readonly Evidence[] | null;
  /** Slugs. */
  readonly sources: ReadonlySet<string> | null;
  readonly isDisputed: boolean | null;
  readonly isUnknown: boolean | null;
}

/** Whether a figure has to be known in order to meet them. */
export function asksMore({ certainly, possibly, evidence, sources, isDisputed }: Conditions): boolean {
  return [certainly, possibly, evidence, sources, isDisputed].some((one) => one !== null);
}

/** What the store compares; null where nothing can meet it. */
export function figureIs({ certainly, possibly, evidence, sources, isDisputed }: Conditions): FigureIs | null {
  const given = [...(certainly ? [certainly] : []), ...(possibly ? [possibly] : [])];
  if (given.some(({ numbers }) => numbers === null)) return null;
  const [measured = null, ...others] = given.flatMap(({ unit }) =>
    unit === null || unit === 'USD' ? [] : sizeOf(unit).dimension,
  );
  if (others.some((other) => other !== measured)) return null;
  return {
    ranges: [...(certainly ? boundsIn(certainly, true) : []), ...(possibly ? boundsIn(possibly, false) : [])],
    ...(evidence && { evidence }),
    ...(sources && { sources: [...sources] }),
    ...(isDisputed !== null && { isDisputed }),
    ...(measured !== null && { dimensions: [measured] }),
  };
}

/** A range in the doubles that figures are prepared in; none where it holds every number. */
function boundsIn({ numbers, unit }: Range, certainly: boolean): readonly FigureRange[] {
  if (numbers === null || unit === null) return [];
  const limit = ({ at, open }: End) => {
    const number = at.isFinite() ? comparableNumber(at, unit) : null;
    return number === null ? null : { at: number, open };
  };
  return [{ certainly, inUsd: unit === 'USD', low: limit(numbers.low), high: limit(numbers.high) }];
}
