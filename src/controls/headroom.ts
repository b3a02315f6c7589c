import { Decimal } from '../quantity/decimal.ts';
import { negativeOf, quotientOf, sumOf } from '../quantity/interval.ts';
import { knownIn } from './conclusion.ts';
import type { Verdict, WeighedCondition } from './evaluation.ts';
import { boundlessOf, computedFrom, itemWithout, quantityNames } from './facts.ts';
import type { Item, Question, Span } from './question.ts';
import { pointAt, spanOf } from './range.ts';
import { situationIn } from './route.ts';
import type { Rules } from './rules.ts';
import type { Entry, Situation } from './situation.ts';
import { atomsOf, truthOf } from './test.ts';
import { turningPoints } from './turningPoints.ts';
import { verdictOf } from './verdict.ts';
import { isNumber, type LicencePolicy, type NumberQuantity } from './vocabulary.ts';
import { weighedConditions } from './weighing.ts';

/** How far one quantity could go before what follows changes, all else equal. */
export interface Headroom {
  readonly quantity: NumberQuantity;
  readonly direction: 'up' | 'down';
  /** Where it changes. */
  readonly limit: Decimal;
  /** Whether it has changed at the limit itself; else only beyond. */
  readonly open: boolean;
  /** From the value to the limit: negative where it lies below. */
  readonly distance: Span;
  /** The distance over the value; null where the value may be 0. */
  readonly ratio: Span | null;
  /** The condition that turns there, and how the item as it is stands to it. */
  readonly condition: WeighedCondition;
  /** What follows beyond the limit. */
  readonly beyond: Verdict;
}

/**
 * For each quantity that is bounded, how far it could go up and down, nearest first; of all that are not computed where
 * none are named. Performance moves at the same area, and area at the same performance; density, where it is named, at the
 * same performance. Null where it is open what follows for the item as it is.
 */
export function headroomOf(
  rules: Rules,
  question: Question,
  quantities: readonly NumberQuantity[] = givenNumbers,
): readonly Headroom[] | null {
  const { item, day } = question;
  const situation = situationIn(rules.routeOf(question).stretchOn(day), item);
  const { outcome } = verdictOf(situation, item);
  if (outcome === 'possibly' || outcome === 'unknown') return null;
  return quantities
    .filter((quantity) => !boundlessOf(item).has(quantity))
    .flatMap((quantity) =>
      (['up', 'down'] as const).map((direction) => headroomTowards(direction, { quantity, item, situation })),
    )
    .filter((headroom) => headroom !== null)
    .toSorted(byNearness);
}

const givenNumbers = quantityNames.filter(isNumber).filter((name) => computedFrom[name] === undefined);

interface Moved {
  readonly quantity: NumberQuantity;
  readonly item: Item;
  readonly situation: Situation;
}

function headroomTowards(direction: Headroom['direction'], moved: Moved): Headroom | null {
  const { quantity, item, situation } = moved;
  const known = knownIn(situation, item);
  const range = known.numbers.get(quantity);
  if (range === undefined) return null;
  const isUp = direction === 'up';
  const { at: start } = isUp ? range.high : range.low;
  if (!start.isFinite()) return null;
  const atoms = situation.entries.flatMap(({ test }) => atomsOf(test)).filter((atom) => atom.kind === 'number');
  const points = turningPoints(quantity, atoms, known).filter((at) => (isUp ? at.gte(start) : at.lte(start)));
  if (!isUp) points.reverse();
  for (const [index, point] of points.entries()) {
    const next = points[index + 1] ?? (isUp ? point.plus(1) : point.times(0));
    for (const at of [point, point.plus(next).div(2)]) {
      if (at.eq(start) || at.isZero()) continue;
      const changed = itemAt(item, quantity, at);
      const beyond = verdictOf(situation, changed);
      if (!isAnother(verdictOf(situation, item), beyond)) continue;
      const distance = sumOf(pointAt(point), negativeOf(range));
      const ratio = quotientOf(distance, range);
      return {
        ...{ quantity, direction, limit: point, open: at === point, distance: spanOf(distance), beyond },
        ratio: ratio && spanOf(ratio),
        condition: turningCondition(moved, changed, beyond),
      };
    }
  }
  return null;
}

/** The item with another value of a quantity. What would contradict it is given up. */
function itemAt(item: Item, quantity: NumberQuantity, at: Decimal): Item {
  const givenUp = quantity === 'performance-density' ? 'applicable-die-area' : 'performance-density';
  const moved = { ...spanOf(pointAt(at)), tentative: item[quantity]?.tentative ?? false };
  return { ...itemWithout(item, [givenUp]), [quantity]: moved };
}

/** Whether what follows now is none of what followed before. */
function isAnother(before: Verdict, after: Verdict): boolean {
  const policies = policiesOf(before);
  return after.outcome !== before.outcome || !policiesOf(after).every((policy) => policies.includes(policy));
}

function policiesOf({ policy, candidates }: Verdict): readonly (LicencePolicy | null)[] {
  return candidates.length > 0 ? candidates.map((candidate) => candidate.policy) : [policy];
}

/** A condition that turns when the item is changed; of the clause that then decides, where that has one. */
function turningCondition({ item, situation }: Moved, changed: Item, beyond: Verdict): WeighedCondition {
  const [before, after] = [knownIn(situation, item), knownIn(situation, changed)];
  const deciding = [beyond.clause, ...beyond.candidates.map(({ clause }) => clause)].map((clause) => clause?.key);
  const weightOf = ({ ready }: Entry) => (deciding.includes(ready.clause.key) ? 0 : 1);
  const turned = situation.entries
    .toSorted((a, b) => weightOf(a) - weightOf(b))
    .flatMap(({ ready }) =>
      weighedConditions(ready.clause, ready.test, before, item).filter(({ comparison }) =>
        atomsOf(ready.test).some(
          (atom) => atom.comparison === comparison && truthOf(atom, before) !== truthOf(atom, after),
        ),
      ),
    );
  const [condition] = turned;
  if (condition === undefined) throw new Error('what follows changed, and no condition turned');
  return condition;
}

/** Nearest first, by the share of the value that is left. */
function byNearness(a: Headroom, b: Headroom): number {
  return shareOf(a).cmp(shareOf(b));
}

function shareOf({ ratio, distance }: Headroom): Decimal {
  const { low, high } = ratio ?? distance;
  return Decimal.min(low?.abs() ?? endless, high?.abs() ?? endless);
}

const endless = new Decimal(Number.POSITIVE_INFINITY);
