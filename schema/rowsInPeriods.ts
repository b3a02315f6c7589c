import { calendarSteps } from '../src/metrics/calendarSteps.ts';
import { isKnown, type Row } from '../src/metrics/extent.ts';
import type { Measure } from '../src/metrics/rowsTogether.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import type { StepLength } from '../src/quantity/periodSteps.ts';
import { type GroupKeyId, periodKeys } from './groupKeys.ts';

/** A row that may be of a series. */
export interface RowInTime extends Row {
  /** Whether its figure is what was spent or shipped in its period, so that those of other periods follow from it. */
  readonly isFlow: boolean;
}

/** What follows from rows of a series for a calendar period that none of them is of. */
export interface Following {
  readonly step: Period;
  readonly figure: Figure;
}

/** The shortest calendar period among some keys. */
export function stepLengthOf(keys: readonly GroupKeyId[]): StepLength | undefined {
  return Object.entries(periodKeys).find(([key]) => keys.some((one) => one === key))?.[1];
}

/**
 * Where the groups are calendar periods, what was spent or shipped in periods that no row is of follows from those of
 * others, and a row that spans more than one of them stands only where they do not tell all of it.
 *
 * @param rowOf makes a row of what follows, out of one of the series
 */
export function rowsInPeriods<One extends RowInTime>(
  rows: readonly One[],
  length: StepLength | undefined,
  measure: Measure | null,
  rowOf: (some: One, following: Following) => One,
): readonly One[] {
  if (length === undefined || measure === null || !measure.adds) return rows;
  const isFlow = (row: One) => row.isFlow && isFirm(row, measure);
  const followed = [...seriesIn(rows.filter(isFlow)).values()].flatMap((series) => {
    const { within, derived, beyond } = calendarSteps(series, length, measure.nonNegative);
    const [some] = series;
    const follows = some === undefined ? [] : derived.map((following) => rowOf(some, following));
    return [...within.map(({ row }) => row), ...follows, ...beyond];
  });
  return [...rows.filter((row) => !isFlow(row)), ...followed];
}

function isFirm(row: Row, { includeTentative }: Measure): boolean {
  return row.extent !== null && isKnown(row) && (includeTentative || row.figure?.tentative === false);
}

function seriesIn<One extends Row>(rows: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const series = new Map<string, One[]>();
  for (const row of rows) {
    const parties = row.extent?.roles.map((role) => role.map(({ key }) => key));
    const id = JSON.stringify([parties, row.figure?.definition]);
    const known = series.get(id);
    if (known === undefined) series.set(id, [row]);
    else known.push(row);
  }
  return series;
}
