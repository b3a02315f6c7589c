import { Decimal } from '../quantity/decimal.ts';
import { centralItem } from './central.ts';
import { knownIn } from './conclusion.ts';
import type { Verdict, WeighedCondition } from './evaluation.ts';
import { boundlessOf, computedFrom, itemWithout, quantityNames } from './facts.ts';
import type { Item, Question } from './question.ts';
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
  /** The condition that turns there, and how the item as it is stands to it. */
  readonly condition: WeighedCondition;
  /** What follows beyond the limit. */
  readonly beyond: Verdict;
}

/**
 * For each quantity that is bounded, how far it could go up and down, nearest first; of all that are not computed where
 * none are named. Performance moves at the same area, and area at the same performance; density, where it is named, at the
 * same performance. Null where it is open what follows for the item as it is.
 *
 * Numbers are taken at their central values, and by their bounds where they have none.
 */
export function headroomOf(
  rules: Rules,
  question: Question,
  quantities: readonly NumberQuantity[] = givenNumbers,
): readonly Headroom[] | null {
  const situation = situationIn(rules.routeOf(question).stretchOn(question.day), question.item);
  if (isOpen(verdictOf(situation, question.item))) return null;
  const item = centralItem(question.item);
  return quantities
    .filter((quantity) => !boundlessOf(item).has(quantity))
    .flatMap((quantity) => directions.map((direction) => headroomTowards(direction, { quantity, item, situation })))
    .filter((going) => going !== null)
    .toSorted((a, b) => a.share.cmp(b.share))
    .map(({ headroom }) => headroom);
}

const directions = ['up', 'down'] as const;
const givenNumbers = quantityNames.filter(isNumber).filter((name) => computedFrom[name] === undefined);

interface Moved {
  readonly quantity: NumberQuantity;
  readonly item: Item;
  readonly situation: Situation;
}

/** The headroom in one direction, and the share of the value that it is. */
interface Going {
  readonly headroom: Headroom;
  readonly share: Decimal;
}

function headroomTowards(direction: Headroom['direction'], moved: Moved): Going | null {
  const { quantity, item, situation } = moved;
  const known = knownIn(situation, item);
  const range = known.numbers.get(quantity);
  const isUp = direction === 'up';
  const start = isUp ? range?.high.at : range?.low.at;
  if (!start?.isFinite()) return null;
  const atoms = situation.entries.flatMap(({ test }) => atomsOf(test)).filter((atom) => atom.kind === 'number');
  const points = turningPoints(quantity, atoms, known).filter((at) => (isUp ? at.gte(start) : at.lte(start)));
  if (!isUp) points.reverse();
  for (const [index, limit] of points.entries()) {
    const next = points[index + 1] ?? (isUp ? limit.plus(1) : new Decimal(0));
    for (const at of [limit, limit.plus(next).div(2)]) {
      if (at.eq(start) || at.isZero()) continue;
      const changed = itemAt(item, quantity, at);
      const beyond = verdictOf(situation, changed);
      if (!isAnother(verdictOf(situation, item), beyond)) continue;
      const condition = turningCondition(moved, changed, beyond);
      return {
        headroom: { quantity, direction, limit, open: at === limit, condition, beyond },
        share: start.isZero() ? endless : limit.minus(start).abs().div(start),
      };
    }
  }
  return null;
}

const endless = new Decimal(Number.POSITIVE_INFINITY);

/** The item with another value of a quantity. What would contradict it is given up. */
function itemAt(item: Item, quantity: NumberQuantity, at: Decimal): Item {
  const givenUp = quantity === 'performance-density' ? 'applicable-die-area' : 'performance-density';
  const moved = { ...spanOf(pointAt(at)), tentative: item[quantity]?.tentative ?? false };
  return { ...itemWithout(item, [givenUp]), [quantity]: moved };
}

function isOpen({ outcome }: Verdict): boolean {
  return outcome === 'possibly' || outcome === 'unknown';
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
  const [condition] = situation.entries
    .toSorted((a, b) => weightOf(a) - weightOf(b))
    .flatMap(({ ready }) => {
      const turned = atomsOf(ready.test).filter((atom) => truthOf(atom, before) !== truthOf(atom, after));
      const comparisons = turned.map(({ comparison }) => comparison);
      return weighedConditions(ready.clause, ready.test, before, item).filter((one) =>
        comparisons.includes(one.comparison),
      );
    });
  if (condition === undefined) throw new Error('what follows changed, and no condition turned');
  return condition;
}
