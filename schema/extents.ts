import type { Extent } from '../src/metrics/extent.ts';
import type { Parties, Party } from '../src/metrics/parties.ts';
import type { LinkKindId } from '../src/quantity/vocabulary.ts';
import { referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { linksOn } from './linksOn.ts';
import { ownPeriod } from './period.ts';
import { partiesOf, tradeOf } from './trades.ts';

/** Tells what a row is of; null where it overlaps with no other. */
type ExtentOf = (entity: Seen<EntityRow>) => Read<Extent | null>;

/** Which rows of a kind may hold one another: a parent and its subsidiary, a family and its member, a year and its quarters. */
const extents: { readonly [Type in EntityType]?: ExtentOf } = {
  Company: (company) => whenRead(partiesOf([company]), atAnyTime),
  Group: (group) => whenRead(partiesOf([group]), atAnyTime),
  Processor: (processor) => whenRead(partiesOf([processor]), atAnyTime),
  Product: (product) => whenRead(productsAround(product, mostSteps), (around) => atAnyTime([partyOf(product, around)])),
  Investment: investmentExtent,
  Shipment: (shipment) =>
    whenRead(tradeOf(shipment), ({ sellers, goods, buyers }) => ({
      roles: [sellers, goods, buyers],
      period: ownPeriod(shipment),
      isWhole: true,
      rank: 0,
    })),
};

/** What a row is of; null where it overlaps with no other. */
export function extentOf(entity: Seen<EntityRow>): Read<Extent | null> {
  return extents[entity.row.type]?.(entity) ?? null;
}

/** How far products are followed. */
const mostSteps = 6;

function atAnyTime(parties: Parties): Extent {
  return { roles: [parties], period: { label: '../..', first: null, last: null }, isWhole: true, rank: 0 };
}

function partyOf({ row }: Seen<EntityRow>, around: readonly Seen<EntityRow>[]): Party {
  return { key: row.key, within: new Set([row.key, ...around.map((one) => one.row.key)]), open: false };
}

/** What a product is part of, or has grown into, on the day of the lens. */
function productsAround(product: Seen<EntityRow>, left: number): Read<readonly Seen<EntityRow>[]> {
  if (left === 0) return [];
  const { asOf } = product.view.lens;
  const at = (ends: 'from' | 'to', kind: LinkKindId) => linksOn(product, ends, [kind], asOf);
  return whenRead(whenAllRead([at('from', 'part-of'), at('to', 'successor-of')]), (found) => {
    const next = found.flat().map(({ other }) => other);
    return whenRead(whenAllRead(next.map((one) => productsAround(one, left - 1))), (further) => [
      ...next,
      ...further.flat(),
    ]);
  });
}

/**
 * Capital expenditure of a period holds what its investor spent then, and so does a plan, of what it is for; a data
 * centre or a purchase is a part of either. Rounds and stakes are each a thing of its own.
 */
function investmentExtent(investment: Seen<EntityRow>): Read<Extent | null> {
  const kind = mainKind(investment);
  if (kind === 'funding-round' || kind === 'stake') return null;
  const investors = whenRead(referencesOf(investment, 'investor'), partiesOf);
  const targets = kind === 'capital-expenditure' ? [] : whenRead(referencesOf(investment, 'target'), partiesAsTheyAre);
  return whenRead(whenAllRead([investors, targets]), (roles) => ({
    roles,
    period: ownPeriod(investment),
    isWhole: kind === 'capital-expenditure' || kind === 'plan',
    rank: 0,
  }));
}

/** The kind of an investment. */
export function mainKind({ row }: Seen<EntityRow>): string | null {
  // The compiler wrote it in this form.
  const [main] = JSON.parse(row.kindsJson) as readonly string[];
  return main ?? null;
}

function partiesAsTheyAre(entities: readonly Seen<EntityRow>[]): Parties {
  return entities.map((entity) => partyOf(entity, []));
}
