import { unclaimed } from '../src/metrics/unclaimed.ts';
import { isProperty } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { parsePeriod, samePeriod, yearAfter } from '../src/quantity/period.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import type { Claim } from '../src/store/claim.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsAtDoor, entityAt, linkAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { figureOf } from './figureOf.ts';
import { growthOf } from './growthOf.ts';
import { calendarOf } from './period.ts';
import { declarationOf } from './property.ts';

/** A figure that is another in another revision; unknown on a side of which nothing is claimed. */
export interface Moved {
  readonly entity: Seen<EntityRow>;
  readonly property: PropertyId;
  readonly before: Figure;
  readonly after: Figure;
}

/** A claim in two revisions. */
interface Pair {
  readonly before: Seen<Claim> | null;
  readonly after: Seen<Claim> | null;
}

/** Two revisions, seen by default. */
export interface Views {
  readonly before: View;
  readonly after: View;
}

/** A figure that a claim may move, wherever it is found: in the one revision and in the other. */
interface Fed {
  readonly property: PropertyId;
  readonly figure: (entity: Seen<EntityRow>) => Read<Figure | null>;
}

/**
 * The figures that moved with claims, a list for each: that of the fact, by the default lens; growth to its period and to
 * the same period a year later; the value of a shipment; and what is computed from a processor's specification.
 */
export function movedOnPage(views: Views, pairs: readonly Pair[]): Read<readonly (readonly Moved[])[]> {
  return whenRead(whenAllRead(pairs.map(holderOf)), (holders) => {
    const asked = holders.flatMap((holder) =>
      holder === null ? [] : [{ type: holder.row.type, name: holder.row.slug }],
    );
    const named = whenAllRead([views.before.namedAll(asked), views.after.namedAll(asked)]);
    return whenRead(named, ([older, newer]) => {
      let place = 0;
      const each = pairs.map((pair, index) => {
        if (holders[index] === null) return [];
        const [before] = older?.[place] ?? [];
        const [after] = newer?.[place] ?? [];
        place++;
        return movedBy(views, pair, before ?? null, after ?? null);
      });
      return whenAllRead(each);
    });
  });
}

function holderOf({ before, after }: Pair): Read<Seen<EntityRow> | null> {
  const claim = after ?? before;
  return claim && entityAt(claim, 'holder', ({ holderKey }) => holderKey);
}

function movedBy(
  { before, after }: Views,
  pair: Pair,
  older: Seen<EntityRow> | null,
  newer: Seen<EntityRow> | null,
): Read<readonly Moved[]> {
  const claim = pair.after ?? pair.before;
  const entity = newer ?? older;
  if (claim === null || entity === null || claim.row.quantity === null) return [];
  return whenRead(fedBy(claim, entity), (fed) => {
    const each = fed.map(({ property, figure }) =>
      whenRead(whenAllRead([older && figure(older), newer && figure(newer)]), ([left = null, right = null]) => {
        const was = left ?? (right && unclaimed(right.quantity.unit, before.revision.info.id));
        const is = right ?? (left && unclaimed(left.quantity.unit, after.revision.info.id));
        return was === null || is === null || same(was, is) ? null : { entity, property, before: was, after: is };
      }),
    );
    return whenRead(whenAllRead(each), (found) => found.filter((one) => one !== null).slice(0, 100));
  });
}

function fedBy(claim: Seen<Claim>, entity: Seen<EntityRow>): Read<readonly Fed[]> {
  const { door, property } = claim.row;
  if (!isProperty(door)) return [];
  const { type } = entity.row;
  const metrics: readonly PropertyId[] =
    type === 'Shipment' ? ['shipment-value'] : type === 'Processor' ? specified : [];
  const fed = metrics.map((metric) => computed(metric));
  if (property === 'growth') return [reportedGrowth(claim.row, door), ...fed];
  if (!isWhole(claim.row)) return whenRead(factOfPart(claim, door), (own) => [own, ...fed]);
  return [factOfWhole(claim.row, door), ...growths(claim.row, door), ...fed];
}

/** What is computed from the specification of a processor. */
const specified = ['total-processing-performance', 'performance-density', 'price-per-performance'] as const;

function computed(property: PropertyId): Fed {
  return { property, figure: (entity) => figureOf(entity, { property }) };
}

function reportedGrowth(claim: Claim, property: PropertyId): Fed {
  const { definition } = claim;
  return {
    property: 'growth',
    figure(entity) {
      const period = labelIn(entity, claim);
      if (period === null) return null;
      return whenRead(growthOf(entity, { property, definition, period }), ({ reported }) => reported);
    },
  };
}

/** The figure of the fact that a claim is about, where property, definition and period are enough to find it. */
function factOfWhole(claim: Claim, property: PropertyId): Fed {
  const { definition } = claim;
  return { property, figure: (entity) => figureOf(entity, { property, definition, period: labelIn(entity, claim) }) };
}

function isWhole({ linkKey, entityKey, qualifiersJson }: Claim): boolean {
  return linkKey === null && entityKey === null && qualifiersJson === '{}';
}

/** The same for a fact that is told from others by qualifiers, a link or an entity. */
function factOfPart(claim: Seen<Claim>, property: PropertyId): Read<Fed> {
  const ends = whenAllRead([
    whenRead(linkAt(claim), (link) => link?.row.id ?? null),
    whenRead(
      entityAt(claim, 'entity', ({ entityKey }) => entityKey),
      (entity) => entity && idOf(entity.row),
    ),
  ]);
  return whenRead(ends, ([link, other]) => ({
    property,
    figure: (entity) =>
      whenRead(endsAtDoor(entity, property), ({ links, entities }) =>
        whenRead(claimsAtDoor(entity, property), (claims) => {
          const alike = claims.filter(
            (one) =>
              isAlike(one, claim.row) &&
              (one.linkKey === null ? null : links.get(one.linkKey)) === link &&
              (one.entityKey === null ? null : entities.get(one.entityKey)) === other,
          );
          const { definition } = claim.row;
          const has = ({ quantity }: Claim) => quantity !== null;
          const asked = { property: claim.row.property, period: 'any', definition, definitions: [], has } as const;
          const fact = chooseFact(entity.view, alike, asked);
          return fact && claimedFigure(fact);
        }),
      ),
  }));
}

function isAlike(one: Claim, other: Claim): boolean {
  const factOf = ({ property, qualifiersJson, definition, asOf, periodFirst, periodLast }: Claim) =>
    JSON.stringify([property, qualifiersJson, definition, asOf, periodFirst, periodLast]);
  return factOf(one) === factOf(other);
}

/** The ids of the links and entities that claims at one door name, for all entities that were read together. */
function endsAtDoor(entity: Seen<EntityRow>, door: string) {
  const { view, cohort } = entity;
  return cohort.once(`ends at door ${door}`, (keys) =>
    whenRead(view.revision.claimsAtDoor(door)(keys), (byHolder) => {
      const claims = [...byHolder.values()].flat();
      const links = view.revision.links([...new Set(claims.flatMap(({ linkKey }) => linkKey ?? []))]);
      const entities = view.revision.entities([...new Set(claims.flatMap(({ entityKey }) => entityKey ?? []))]);
      return whenRead(links, (linkRows) =>
        whenRead(entities, (entityRows) => ({
          links: new Map([...linkRows.values()].flat().map(({ key, id }) => [key, id])),
          entities: new Map([...entityRows.values()].flat().map((row) => [row.key, idOf(row)])),
        })),
      );
    }),
  );
}

function idOf({ type, slug }: EntityRow): string {
  return `${type}:${slug}`;
}

function growths(claim: Claim, property: PropertyId): readonly Fed[] {
  const { definition, period } = claim;
  if (!declarationOf(property).flow || period?.first == null || period.last === null || claim.asOf === 1) return [];
  const grown = (entity: Seen<EntityRow>, label: string) =>
    whenRead(growthOf(entity, { property, definition, period: label }), (growth) => growth.computed);
  return [
    { property: 'growth', figure: (entity) => grown(entity, labelIn(entity, claim) ?? period.label) },
    { property: 'growth', figure: (entity) => grown(entity, yearAfter(period, calendarOf(entity)).label) },
  ];
}

/** The period of a claim as it can be asked of an entity: by its label where that means the same days there. */
function labelIn(entity: Seen<EntityRow>, { period }: Claim): string | null {
  if (period === null) return null;
  const parsed = parsePeriod(period.label, calendarOf(entity));
  if (!('problem' in parsed) && samePeriod(parsed, period)) return period.label;
  return `${period.first ?? '..'}/${period.last ?? '..'}`;
}

function same(one: Figure, other: Figure): boolean {
  const text = ({ quantity, evidence, tentative, definition }: Figure) =>
    JSON.stringify([quantity, evidence, tentative, definition]);
  return text(one) === text(other);
}
