import { computed, sum, unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { type End, type Interval, intervalOf, isBelow } from '../quantity/interval.ts';
import type { Period } from '../quantity/period.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { derive, mixedDefinitions, sharedDefinition, warning } from './metric.ts';
import type { Part } from './total.ts';

/** What is known of the units of a period that nobody states as such. */
export interface UnitsKnown {
  /** Shipments that lie within, no two of them of the same units: some of the units, maybe all. */
  readonly within: readonly Part[];
  /** Shipments that hold all of the units and more, such as a running total of several years. */
  readonly around: readonly Part[];
  readonly period: Period | null;
  readonly warnings?: readonly Warning[];
}

/**
 * Units shipped, as far as parts and wholes bound them: at least Σ parts, at most the least whole. Two quarters of a year
 * say what the year has at least; a running total from 2022 to 2025 says what 2024 has at most. There is no central value.
 * Unknown where nothing bounds it, or where the parts are more than the whole that holds them.
 */
export function shippedUnits({ within, around, period, warnings = [] }: UnitsKnown): Figure {
  const parts = within.flatMap(inputsOf);
  const wholes = around.flatMap(inputsOf);
  const least = lowEnd(parts.map(({ figure }) => figure.quantity));
  const whole = wholes.reduce<Input | null>(narrower, null);
  const most = whole === null ? noEnd : intervalOf(whole.figure.quantity).high;
  const isContradiction = isBelow({ low: nothing, high: most }, { low: least, high: noEnd });
  const inputs = [...parts, ...(whole === null ? [] : [whole])];
  const figures = inputs.map(({ figure }) => figure);
  return derive({
    metric: 'shippedUnits',
    formula: formulaOf(parts.length, whole !== null),
    inputs,
    quantity: isContradiction || inputs.length === 0 ? unknownQuantity('count') : between(least, most),
    period,
    definition: sharedDefinition(figures),
    assumptions: [
      'Only what was sold or shipped counts: orders, stocks, production and capacity do not.',
      ...(parts.length === 0
        ? []
        : ['There may be more that no source tells of, so that the parts are a lower bound.']),
    ],
    warnings: [
      ...warnings,
      ...mixedDefinitions(figures),
      ...(isContradiction
        ? [warning('not-defined', 'the parts are more than the whole: the figures contradict each other')]
        : []),
    ],
    notDefined: 'no shipment bounds the units',
  });
}

interface Input {
  readonly name: string;
  readonly figure: Figure;
}

const nothing: End = { at: new Decimal(0), open: false };
const noEnd: End = { at: new Decimal(Number.POSITIVE_INFINITY), open: true };

function inputsOf({ entity, figure }: Part): readonly Input[] {
  return figure === null ? [] : [{ name: entity.name, figure }];
}

/** Of two wholes the one that leaves less above. */
function narrower(so: Input | null, other: Input): Input | null {
  const { high } = other.figure.quantity;
  if (high === null) return so;
  const least = so?.figure.quantity.high;
  return least == null || high.lt(least) ? other : so;
}

/** Units cannot be negative, so that a part without a low end adds nothing. */
function lowEnd(quantities: readonly Quantity[]): End {
  const ends: readonly Quantity[] = quantities.map((quantity) => ({
    ...quantity,
    value: null,
    low: quantity.low ?? new Decimal(0),
    high: null,
    highOpen: false,
  }));
  return ends.length === 0 ? nothing : intervalOf(sum(ends, 'count')).low;
}

function between(low: End, high: End): Quantity {
  const interval: Interval = { low, high };
  return computed(interval, null, 'count');
}

function formulaOf(parts: number, hasWhole: boolean): string {
  return [...(parts > 0 ? ['at least Σ parts'] : []), ...(hasWhole ? ['at most the whole'] : [])].join(', ');
}
