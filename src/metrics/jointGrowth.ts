import {
  add,
  computed,
  divide,
  exact,
  inUnit,
  ratioOf,
  subtract,
  sum,
  unknownQuantity,
} from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Input } from '../quantity/figure.ts';
import { intervalOf, isPositive, sumOf } from '../quantity/interval.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { UnitMismatch } from '../quantity/unit.ts';
import { derive, mixedDefinitions, sharedDefinition, warning } from './metric.ts';
import { ratioOfSums } from './ratioOfSums.ts';

/** A member of the group: its figure, and either its growth or, where that is not known, its earlier figure. */
export interface Member {
  readonly name: string;
  readonly current: Figure;
  readonly growth?: Figure;
  readonly base?: Figure;
}

/**
 * The growth of several figures together, as a ratio, from each figure and its growth:
 * Σ current ÷ Σ (current ÷ (1 + growth)) − 1, where a member without growth has its base below instead.
 *
 * The bounds are tight: each figure has one value above and below. Three firms of 22.5 to 23.5, 22.5 to 23.5 and 4.15 to
 * 4.25 that grew by 122.5 to 123.5, 175.5 to 176.5 and 3.5 to 4.5 % grew together by 120.0 to 122.6 %. Unknown where a
 * member lacks both growth and base, where a figure may be negative, and where nothing may have been there to grow.
 */
export function jointGrowth(members: readonly Member[]): Figure {
  const currents = members.map(({ current }) => current);
  const lacking = members.filter((member) => member.growth === undefined && member.base === undefined);
  const inputs = members.flatMap(inputsOf);
  const isComplete = lacking.length === 0 && inputs.every(({ figure }) => !isUnknown(figure.quantity));
  return derive({
    metric: 'jointGrowth',
    formula: 'Σ current ÷ Σ (current ÷ (1 + growth)) − 1',
    inputs,
    quantity: isComplete ? growthOf(members.map(quantitiesOf)) : unknownQuantity('ratio'),
    period: currents[0]?.period ?? null,
    definition: sharedDefinition(currents),
    warnings: [
      ...lacking.map(({ name }) => warning('input-unknown', `neither growth nor base of ${name} is known`)),
      ...mixedDefinitions(currents),
    ],
    ...(lacking.length === 0 ? { notDefined: 'a figure or its base may be zero or negative' } : {}),
  });
}

type Grown = { readonly current: Quantity; readonly times: Quantity };
type Measured = { readonly current: Quantity; readonly base: Quantity };

function inputsOf({ name, current, growth, base }: Member): readonly Input[] {
  const earlier = growth ?? base;
  const what = growth === undefined ? 'base' : 'growth';
  return [
    { name: `current of ${name}`, figure: current },
    ...(earlier === undefined ? [] : [{ name: `${what} of ${name}`, figure: earlier }]),
  ];
}

function quantitiesOf({ current, growth, base }: Member): Grown | Measured {
  if (growth !== undefined) {
    return { current: current.quantity, times: add(exact(1, 'ratio'), inUnit(growth.quantity, 'ratio')) };
  }
  return { current: current.quantity, base: base?.quantity ?? unknownQuantity(current.quantity.unit) };
}

function growthOf(members: readonly (Grown | Measured)[]): Quantity {
  const unit = members[0]?.current.unit ?? 'ratio';
  const amounts = members.flatMap((member) => ('base' in member ? [member.current, member.base] : [member.current]));
  for (const amount of amounts) if (amount.unit !== unit) throw new UnitMismatch(unit, amount.unit);
  const grown = members.filter((member) => 'times' in member);
  const measured = members.filter((member) => 'base' in member);
  if (!isDefined(grown, measured, amounts)) return unknownQuantity('ratio');
  const times = ratioOfSums(
    grown.map((member) => ({ amount: intervalOf(member.current), factor: intervalOf(member.times) })),
    measured.map((member) => ({ above: intervalOf(member.current), below: intervalOf(member.base) })),
  );
  const lessOne = { at: new Decimal(-1), open: false };
  return computed(sumOf(times, { low: lessOne, high: lessOne }), centralGrowth(members, unit), 'ratio');
}

/** Amounts may be zero but not negative, growth not a loss of everything, and something must have been there before. */
function isDefined(grown: readonly Grown[], measured: readonly Measured[], amounts: readonly Quantity[]): boolean {
  const isNonNegative = amounts.every(({ low }) => low?.gte(0));
  const isSound = grown.every(({ times }) => isPositive(intervalOf(times)));
  return (
    isNonNegative &&
    isSound &&
    [...grown.map(({ current }) => current), ...measured.map(({ base }) => base)].some(({ low }) => low?.gt(0))
  );
}

/** The growth of the central values; null where one of them is not known. */
function centralGrowth(members: readonly (Grown | Measured)[], unit: string): Decimal | null {
  const bases = members.map((member) => ('base' in member ? member.base : divide(member.current, member.times)));
  const currents = members.map(({ current }) => current);
  return subtract(ratioOf(sum(currents, unit), sum(bases, unit)), exact(1, 'ratio')).value;
}
