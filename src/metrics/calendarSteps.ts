import { calendarPeriod } from '../quantity/calendarPeriod.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { periodSteps, type StepLength } from '../quantity/periodSteps.ts';
import { isUnknown } from '../quantity/quantity.ts';
import type { Row } from './extent.ts';
import { fromOtherPeriods } from './fromOtherPeriods.ts';
import { type Stretch, stretchesOf, tiling } from './tiling.ts';

/** The rows of a series by calendar periods of one length. */
export interface Steps<One extends Row> {
  /** Rows that lie in one period each. */
  readonly within: readonly { readonly row: One; readonly step: Period }[];
  /** Figures of periods that no row states and that follow from the rows: the second quarter from the half and the first. */
  readonly derived: readonly { readonly step: Period; readonly figure: Figure }[];
  /** Rows that span more than one period, where not each of these is known by itself. */
  readonly beyond: readonly One[];
}

/** How many calendar periods a series is looked at for. */
const mostSteps = 400;

/** Puts the rows of one series, of one unit, definition and parties, into calendar periods. */
export function calendarSteps<One extends Row>(
  rows: readonly One[],
  length: StepLength,
  nonNegative: boolean,
): Steps<One> {
  const placed = rows.map((row) => ({ row, step: stepOf(row, length) }));
  const within = placed.flatMap(({ row, step }) => (step === null ? [] : [{ row, step }]));
  const beyond = placed.flatMap(({ row, step }) => (step === null ? [row] : []));
  const stretches = rows.flatMap(stretchOf);
  const known = new Set(stretches.map(nameOf));
  const ways = stretchesOf(stretches);
  const derived = stepsAround(stretches, length).flatMap((step) => {
    if (known.has(nameOf(step))) return [];
    const terms = tiling(step, ways);
    if (terms === null || terms.every(({ stretch }) => isInside(stretch, step))) return [];
    const figure = fromOtherPeriods(terms, step, nonNegative);
    return isUnknown(figure.quantity) ? [] : [{ step, figure }];
  });
  const told = new Set([...known, ...derived.map(({ step }) => nameOf(step))]);
  return { within, derived, beyond: beyond.filter((row) => !isTold(row, length, told)) };
}

function stepOf({ extent }: Row, length: StepLength): Period | null {
  return extent?.period ? calendarPeriod(extent.period, length) : null;
}

function stretchOf({ extent, figure }: Row): readonly Stretch[] {
  const { first, last } = extent?.period ?? { first: null, last: null };
  if (figure === null || isUnknown(figure.quantity) || first === null || last === null) return [];
  return [{ first, last, figure, knownFrom: null, restates: false }];
}

interface Days extends Period {
  readonly first: string;
  readonly last: string;
}

/** The calendar periods that lie between the first and the last day of some stretches. */
function stepsAround(stretches: readonly Stretch[], length: StepLength): readonly Days[] {
  const [first] = stretches.map((stretch) => stretch.first).sort();
  const last = stretches
    .map((stretch) => stretch.last)
    .sort()
    .at(-1);
  if (first === undefined || last === undefined) return [];
  return periodSteps({ first, last }, length, null)
    .filter(
      (step): step is Days => step.first !== null && step.last !== null && step.first >= first && step.last <= last,
    )
    .slice(-mostSteps);
}

function isInside(stretch: Stretch, { first, last }: Days): boolean {
  return stretch.first >= first && stretch.last <= last;
}

/** Whether each calendar period that a row shares a day with is known: the row says no more than they do. */
function isTold({ extent }: Row, length: StepLength, told: ReadonlySet<string>): boolean {
  const { first, last } = extent?.period ?? { first: null, last: null };
  if (first === null || last === null) return false;
  return periodSteps({ first, last }, length, null).every((step) => told.has(nameOf(step)));
}

function nameOf({ first, last }: Pick<Period, 'first' | 'last'>): string {
  return `${first}/${last}`;
}
