import { LRUCache } from 'lru-cache';
import type { Fact, Item } from '../src/controls/question.ts';
import type { RuleQuantity } from '../src/controls/vocabulary.ts';
import { inUnit } from '../src/quantity/arithmetic.ts';
import { type Figure, isDerived } from '../src/quantity/figure.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { bestFirst } from '../src/store/bestFirst.ts';
import type { Claim } from '../src/store/claim.ts';
import { countingClaims, isSeen } from '../src/store/counting.ts';
import { claimsAtDoor, entitiesNamedAtDoor, referenceOf } from '../src/store/reading.ts';
import type { Revision } from '../src/store/revision.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { detailOf } from './period.ts';
import { isFamily } from './processorFigures.ts';
import { unitOf } from './ruleUnits.ts';
import { weighedFigures } from './weighedFigures.ts';

/** Items that are kept for each revision: what rules weigh of a processor is the same for every question about it. */
const kept = new WeakMap<Revision, LRUCache<string, Item>>();

/**
 * What the rules may know of a processor, seen through its view. The same processor gives the same object, by which
 * answers about it are kept.
 */
export function itemOf(processor: Seen<EntityRow>): Read<Item> {
  const { revision, lensText } = processor.view;
  const items = kept.get(revision) ?? new LRUCache<string, Item>({ max: 20_000 });
  kept.set(revision, items);
  const name = `${processor.row.key} ${lensText}`;
  const known = items.get(name);
  if (known !== undefined) return known;
  return whenRead(readItem(processor), (item) => {
    items.set(name, item);
    return item;
  });
}

function readItem(processor: Seen<EntityRow>): Read<Item> {
  const standing = whenRead(makerOf(processor), (maker) => ({ ...maker, ...ofKind(processor) }));
  if (isFamily(processor)) return standing;
  const { nonPlanar, forDataCentres } = detailOf(processor);
  return whenRead(standing, (facts) =>
    whenRead(numbersOf(processor), (numbers) =>
      whenRead(textsOf(processor), (texts) => ({
        ...facts,
        ...numbers,
        ...texts,
        processor: { word: processor.row.slug, tentative: false },
        ...(nonPlanar !== undefined && { 'non-planar': { is: nonPlanar, tentative: false } }),
        ...(forDataCentres !== undefined && { 'data-centre': { is: forDataCentres, tentative: false } }),
      })),
    ),
  );
}

/** A family is a chip of which nothing else is known: its members differ. */
function ofKind({ row }: Seen<EntityRow>): Item {
  return row.type === 'Processor' ? { 'item-kind': { word: 'chip', tentative: false }, 'foreign-made': no } : {};
}

const no: Fact = { is: false, tentative: false };

function makerOf(processor: Seen<EntityRow>): Read<Item> {
  return whenRead(referenceOf(processor, 'maker'), (maker) => {
    if (maker === null) return {};
    const word = { maker: { word: maker.row.slug, tentative: false } };
    return whenRead(referenceOf(maker, 'home'), (home) =>
      home === null ? word : { ...word, 'maker-home': { word: home.row.slug, tentative: false } },
    );
  });
}

function numbersOf(processor: Seen<EntityRow>): Read<Item> {
  const names = ['total-processing-performance', 'applicable-die-area', ...plain] as const;
  const figures = whenAllRead(names.map((name) => weighedFigures[name](processor)));
  return whenRead(figures, (found) =>
    Object.fromEntries(names.map((name, place) => [name, numberFact(name, found[place] ?? null)])),
  );
}

const plain = ['aggregate-bidirectional-transfer-rate', 'dram-bandwidth', 'transistors', 'node'] as const;

/** A figure as a fact; undefined where nothing is known of it. */
export function numberFact(quantity: RuleQuantity, figure: Figure | null): Fact | undefined {
  if (figure === null) return undefined;
  if (!isUnknown(figure.quantity)) {
    const { value, low, high, lowOpen, highOpen } = inUnit(figure.quantity, unitOf(quantity));
    return { value, low, high, lowOpen, highOpen, tentative: figure.tentative };
  }
  const { origin } = figure;
  const isDefined = !isDerived(origin) || origin.warnings.every(({ code }) => code !== 'not-defined');
  return isDefined ? undefined : { notDefined: true, tentative: false };
}

function textsOf(processor: Seen<EntityRow>): Read<Item> {
  const claims = whenAllRead([
    bestOf(processor, 'memory-kind'),
    bestOf(processor, 'sold-in-us'),
    bestOf(processor, 'made-in'),
  ]);
  return whenRead(claims, ([memory = null, sold = null, made = null]) =>
    whenRead(madeIn(processor, made), (place) => ({
      ...(memory?.text && { 'high-bandwidth-memory': { is: memory.text.startsWith('HBM'), ...weakness(memory) } }),
      ...(sold?.text && { 'available-in-united-states': { is: sold.text === 'yes', ...weakness(sold) } }),
      ...(made && place !== null && { 'made-in': { word: place, ...weakness(made) } }),
    })),
  );
}

/** What such a claim says is settled once and for all, whatever day the lens looks at: so it was on that one day. */
function bestOf(processor: Seen<EntityRow>, property: PropertyId): Read<Claim | null> {
  const { lens, horizon } = processor.view;
  return whenRead(claimsAtDoor(processor, property), (claims) => {
    const counting = countingClaims(claims.filter((claim) => isSeen(lens, horizon, claim)));
    return bestFirst(lens, horizon, counting)[0] ?? null;
  });
}

function madeIn(processor: Seen<EntityRow>, made: Claim | null): Read<string | null> {
  const { entityKey = null } = made ?? {};
  if (entityKey === null) return null;
  return whenRead(entitiesNamedAtDoor(processor, 'made-in'), (named) => named.get(entityKey)?.row.slug ?? null);
}

function weakness({ rank }: Claim): { readonly tentative: boolean } {
  return { tentative: rank === 'tentative' };
}
