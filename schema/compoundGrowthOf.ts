import { compoundGrowth } from '../src/metrics/compoundGrowth.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { type Fraction, lengthsApart, yearsApart } from '../src/quantity/lengthsApart.ts';
import type { Period } from '../src/quantity/period.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert } from './conversion.ts';
import { clientError } from './errors.ts';
import { type FigureAsked, figureOf } from './figureOf.ts';
import { periodArgument } from './period.ts';

/** Between which two figures growth is spread. */
export interface CompoundGrowthAsked extends Pick<FigureAsked, 'property' | 'definition' | 'unit' | 'rate'> {
  readonly from: string;
  readonly to: string;
}

/** Compound growth a period of the length of the first; null where an end is not known. @throws the client's error */
export function compoundGrowthOf(entity: Seen<EntityRow>, asked: CompoundGrowthAsked): Read<Figure | null> {
  const [from, to] = [periodArgument(asked.from, entity, 'from'), periodArgument(asked.to, entity, 'to')];
  const lengths = isDay(from) ? null : lengthsApart(from, to);
  if (lengths === null) {
    throw clientError(
      'BAD_PERIOD',
      `Compound growth needs two periods of one length, a whole number of lengths apart, such as 2023 and 2026 or 2023-H1 and 2025-H2; ${from.label} and ${to.label} are not. For growth a year between any two, use growthFrom of \`compare\`.`,
      'to',
    );
  }
  return grown(entity, asked, from, to, { times: lengths, over: 1 });
}

/** Compound growth a year between the figures of any two periods or days; null where one is not known. @throws the client's error */
export function growthAYearOf(
  entity: Seen<EntityRow>,
  asked: CompoundGrowthAsked,
  argument: string,
): Read<Figure | null> {
  const from = periodArgument(asked.from, entity, argument);
  const to = periodArgument(asked.to, entity, argument);
  const years = yearsApart(from, to);
  if (years === null) {
    throw clientError('BAD_PERIOD', `${from.label} or ${to.label} has no first day to count years from.`, argument);
  }
  return grown(entity, asked, from, to, years, argument);
}

function grown(
  entity: Seen<EntityRow>,
  { property, definition, unit, rate }: CompoundGrowthAsked,
  from: Period,
  to: Period,
  steps: Fraction,
  argument = 'to',
): Read<Figure | null> {
  if (steps.times <= 0) {
    throw clientError(
      'BAD_PERIOD',
      `${to.label} must come after ${from.label}, which it is to be compared with.`,
      argument,
    );
  }
  const ends = [from, to].map(({ label }) => figureOf(entity, { property, definition, unit, rate, period: label }));
  return whenRead(whenAllRead(ends), ([first, last]) => {
    if (!first || !last) return null;
    return whenRead(inUnitOf(entity, first, last, rate), (start) =>
      compoundGrowth({ first: start, last }, steps, periodFrom(from, to)),
    );
  });
}

/** Two currencies are compared at the rates of their periods, as `compare` does. @throws the client's error where units do not fit */
function inUnitOf({ view }: Seen<EntityRow>, first: Figure, last: Figure, rate: FigureAsked['rate']): Read<Figure> {
  return convert(view, first, last.quantity.unit, rate ?? 'stated', 'unit');
}

function periodFrom(from: Period, to: Period): Period {
  const isPlain = [from, to].every(({ label }) => !label.includes('/'));
  const [first, last] = [from.first ?? '..', to.last ?? '..'];
  return { label: isPlain ? `${from.label}/${to.label}` : `${first}/${last}`, first: from.first, last: to.last };
}

function isDay({ first, last }: Period): boolean {
  return first !== null && first === last;
}
