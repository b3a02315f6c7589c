import { inUnit } from '../src/quantity/arithmetic.ts';
import type { Decimal } from '../src/quantity/decimal.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Interval } from '../src/quantity/interval.ts';
import { parseQuantity } from '../src/quantity/parse.ts';
import type { Quantity } from '../src/quantity/quantity.ts';
import { type Limits, rangeOf } from '../src/quantity/range.ts';
import { isCurrency, unitFraction } from '../src/quantity/unit.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { convert } from './conversion.ts';
import { clientError } from './errors.ts';
import { withoutNull } from './filter.ts';
import { declarationOf } from './property.ts';

/** The limits of a range, as a client writes them. */
export type RangeShape = { readonly [Limit in keyof Limits]: string | null };

/** The numbers that a figure is to lie among, in one unit; null where there are none. */
export interface Range {
  readonly numbers: Interval | null;
  /** Null where no limit is given, so that any unit will do. */
  readonly unit: string | null;
}

export const QuantityRange = builder.inputType('QuantityRange', {
  description:
    "A range of numbers with units, each taken as exact; all limits that are given must hold. Other currencies are converted at the mean rate of the figure's period.",
  fields: (t) => ({
    equals: t.field({ type: 'Quantity', description: 'Equal to this.' }),
    atLeast: t.field({ type: 'Quantity', description: 'This or more.' }),
    moreThan: t.field({ type: 'Quantity', description: 'More than this.' }),
    atMost: t.field({ type: 'Quantity', description: 'This or less.' }),
    lessThan: t.field({ type: 'Quantity', description: 'Less than this.' }),
  }),
});

/** Reads a range in which a figure is to lie. @throws the client's error where a limit is no number that fits it */
export function rangeArgument(shape: RangeShape, property: PropertyId | null): Range {
  const limits = Object.entries(withoutNull(shape)).map(([name, text]) => [name, numberOf(text)] as const);
  const unit = limits[0]?.[1].unit ?? null;
  if (unit === null) return { numbers: rangeOf({}), unit };
  if (property !== null) assertFits(unit, property);
  const inOneUnit = limits.map(([name, limit]) => [name, valueIn(limit, unit)] as const);
  return { numbers: rangeOf(Object.fromEntries(inOneUnit)), unit };
}

/** A figure in the unit of a range; null where the two do not measure the same. */
export function inUnitOf({ unit }: Range, figure: Figure, view: View): Read<Quantity | null> {
  const { quantity } = figure;
  if (unit === null || quantity.unit === unit) return quantity;
  if (isCurrency(quantity.unit) && isCurrency(unit))
    return whenRead(convert(view, figure, unit, 'mean', 'where'), (converted) => converted.quantity);
  return unitFraction(quantity.unit, unit) === null ? null : inUnit(quantity, unit);
}

/** Of what is measured at a door, the currencies of which no equivalent in a unit is prepared. */
export function foreignTo(unit: string, dimensions: readonly string[]): readonly string[] {
  return unit === 'USD' || !isCurrency(unit) ? [] : dimensions.filter((one) => one !== unit && isCurrency(one));
}

interface Limit {
  readonly value: Decimal;
  readonly unit: string;
  readonly text: string;
}

function numberOf(text: string): Limit {
  const quantity = parseQuantity(text);
  if ('problem' in quantity) throw clientError('BAD_QUANTITY', quantity.problem, 'where');
  const { value, unit } = quantity;
  if (value !== null) return { value, unit, text };
  throw clientError('BAD_QUANTITY', `"${text}" is no single number: write a limit such as "10bn CNY".`, 'where');
}

function valueIn({ value, unit, text }: Limit, wanted: string): Decimal {
  if (unitFraction(unit, wanted) === null) {
    throw clientError(
      'UNIT_MISMATCH',
      `The limits of one range are in ${wanted} and in ${unit} ("${text}"): write all of them in one unit.`,
      'where',
    );
  }
  const exact = { value, low: value, high: value, lowOpen: false, highOpen: false, bounds: 'exact' as const, unit };
  return inUnit(exact, wanted).value ?? value;
}

function assertFits(unit: string, property: PropertyId): void {
  const { units } = declarationOf(property);
  const fits = units.some((declared) =>
    /^money/.test(declared)
      ? isCurrency(unit.split('/')[0] ?? '') && unit.includes('/') === declared.includes('/')
      : unitFraction(unit, declared) !== null,
  );
  if (fits) return;
  const measured = units.length === 0 ? 'is no number' : `is measured in ${units.join(' or ')}`;
  throw clientError('UNIT_MISMATCH', `${property} ${measured}, and the range is in ${unit}.`, 'where');
}
