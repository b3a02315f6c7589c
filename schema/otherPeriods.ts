import { fromOtherPeriods } from '../src/metrics/fromOtherPeriods.ts';
import { bestTiling, type Stretch, type Stretches, stretchesOf } from '../src/metrics/tiling.ts';
import { claimedProperty } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import { isCurrency } from '../src/quantity/unit.ts';
import type { Claim } from '../src/store/claim.ts';
import { type ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import { factsOfPeriods } from '../src/store/factsOfPeriods.ts';
import { claimsAtDoor } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert, type RateAsked, unitArgument } from './conversion.ts';
import { definitionArgument, flowDefinitionsOf } from './definitions.ts';
import type { FigureAsked } from './figureOf.ts';
import { periodArgument } from './period.ts';
import { declarationOf } from './property.ts';

/**
 * A figure of a period that nobody states, out of those stated for other periods of the same entity, property and
 * definition: quarters out of running totals, calendar halves out of fiscal ones. Null where they do not give it, and for
 * what does not add up over time. Figures of one currency are put together as they are; where only several give the
 * period, each is converted into the one asked for, at the rate of its own period.
 */
export function figureFromOtherPeriods(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const { property } = asked;
  const definitions = flowDefinitionsOf(property, definitionArgument(property, asked.definition));
  if (asked.period == null || definitions.length === 0) return null;
  const period = periodArgument(asked.period, entity, 'period');
  const { first, last } = period;
  if (first === null || last === null) return null;
  return whenRead(stretchesAtDoor(entity, asked, definitions), (choices) => {
    for (const alternatives of choices) {
      const terms = bestTiling({ first, last }, alternatives);
      const figure = terms && fromOtherPeriods(terms, period, declarationOf(property).nonNegative);
      if (figure && !isUnknown(figure.quantity)) return figure;
    }
    return null;
  });
}

/** Sets of stretches of one unit each, between which it does not matter. */
type Alternatives = readonly Stretches[];

/**
 * What is stated at a door, in the order in which it is to be tried: by definition, and of each first within the units of
 * the claims, then across currencies. Kept with the cohort, since series and totals ask for many periods of it.
 */
function stretchesAtDoor(
  entity: Seen<EntityRow>,
  { property, unit, rate }: FigureAsked,
  definitions: readonly (string | null)[],
): Read<readonly Alternatives[]> {
  const asked = JSON.stringify([
    entity.view.lensText,
    entity.row.key,
    property,
    definitions,
    unit ?? null,
    rate ?? null,
  ]);
  return whenRead(entity.cohort.once('stretches', newShelf), (shelf) => {
    const known = shelf.get(asked);
    if (known !== undefined) return known;
    const choices = whenRead(claimsAtDoor(entity, property), (claims) => {
      const ofAll = definitions.map((definition) => {
        const facts = factsOfPeriods(entity.view, claims, { property: claimedProperty(property), definition });
        return choicesOf(facts, unit == null ? null : unitArgument(unit, 'unit'), rate ?? 'stated');
      });
      return whenRead(whenAllRead(ofAll), (found) => found.flat());
    });
    shelf.set(asked, choices);
    return choices;
  });
}

const newShelf = () => new Map<string, Read<readonly Alternatives[]>>();

function choicesOf(facts: readonly ClaimedFact[], unit: string | null, rate: RateAsked): Read<readonly Alternatives[]> {
  const stretches = facts.flatMap(stretchesOfFact);
  const units = [...new Set(stretches.map(({ figure }) => figure.quantity.unit))];
  // The one asked for first: it wins where another gives the period as well.
  const ordered = unit !== null && units.includes(unit) ? [unit, ...units.filter((one) => one !== unit)] : units;
  const within = ordered.map((one) => stretchesOf(stretches.filter(({ figure }) => figure.quantity.unit === one)));
  if (unit === null || units.length < 2 || ![unit, ...units].every(isCurrency)) return [within];
  return whenRead(whenAllRead(facts.map((fact) => stretchIn(fact, unit, rate))), (converted) => [
    within,
    [stretchesOf(converted.filter((one) => one !== null))],
  ]);
}

/** The figures of a fact, one for each unit that its claims are in: the best claim. Rates by the year do not add up. */
function stretchesOfFact(fact: ClaimedFact): readonly Stretch[] {
  const byUnit = new Map<string, Stretch>();
  for (const claim of fact.counting) {
    const stretch = stretchOf(fact, claim);
    if (stretch === null || stretch.figure.quantity.unit.includes('/')) continue;
    if (!byUnit.has(stretch.figure.quantity.unit)) byUnit.set(stretch.figure.quantity.unit, stretch);
  }
  return [...byUnit.values()];
}

function stretchOf(fact: ClaimedFact, claim: Claim): Stretch | null {
  const figure = figureOfClaim(fact, claim);
  const { periodFirst: first, periodLast: last } = claim;
  if (figure === null || isUnknown(figure.quantity) || first === null || last === null) return null;
  return { first, last, figure, knownFrom: fact.knownFrom(claim), restates: fact.restates(claim) };
}

/** The figure of a fact in a currency; null where it cannot be converted. */
function stretchIn(fact: ClaimedFact, unit: string, rate: RateAsked): Read<Stretch | null> {
  const stretches = stretchesOfFact(fact);
  const [best = null] = stretches;
  const same = stretches.find(({ figure }) => figure.quantity.unit === unit);
  if (same !== undefined || best === null) return same ?? best;
  return whenRead(convert(fact.view, best.figure, unit, rate, 'unit'), (figure) =>
    isUnknown(figure.quantity) ? null : { ...best, figure },
  );
}
