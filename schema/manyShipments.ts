import { LRUCache } from 'lru-cache';
import type { Extent, Row } from '../src/metrics/extent.ts';
import type { Parties } from '../src/metrics/parties.ts';
import { rivalsIn } from '../src/metrics/rivals.ts';
import { endMarks, type FigureColumns, fitsColumns } from '../src/metrics/tally.ts';
import { Decimal } from '../src/quantity/decimal.ts';
import { evidences } from '../src/quantity/evidence.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import type { BoundsKind } from '../src/quantity/quantity.ts';
import { readOnce } from '../src/store/readOnce.ts';
import type { Revision } from '../src/store/revision.ts';
import { seeChildren } from '../src/store/seen.ts';
import {
  readShipmentParties,
  readShipmentRows,
  type ShipmentParty,
  type ShipmentRow,
} from '../src/store/shipmentRows.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { flowDefinitionsOf } from './definitions.ts';
import type { ManyGroup } from './manyTogether.ts';
import { partiesOf } from './trades.ts';

/** A shipment to be looked at by itself: it may hold what another holds, or its figure fits in no column. */
export interface SingleRow extends Row {
  readonly period: Period | null;
  readonly isFlow: boolean;
  /** Its place; of what follows from others that of one of them. */
  readonly place: number;
  readonly isStated: boolean;
}

/** How a row is counted. */
export const standing = { known: 0, unknown: 1, weak: 2, single: 3 } as const;

/** All shipments as the default View sees their units, in columns: each at the same place in all of them. */
export interface ManyShipments {
  readonly figures: FigureColumns;
  /** The keys of all, in order. */
  readonly keys: Float64Array;
  readonly placeOf: ReadonlyMap<number, number>;
  readonly standings: Uint8Array;
  readonly disputed: Uint8Array;
  /** The keys of whom each names: `none`, or `several`. */
  readonly parties: Readonly<Record<'seller' | 'buyer' | 'processor', Int32Array>>;
  /** Their own periods, as places in the list. */
  readonly period: Uint32Array;
  readonly periods: readonly (Period | null)[];
  readonly singles: ReadonlyMap<number, SingleRow>;
  /** All shipments in groups, by the keys that were asked for last. */
  readonly groups: LRUCache<string, readonly ManyGroup[]>;
}

/** What stands for nobody among the parties, and for more than one. */
export const none = -1;
export const several = -2;

/** How many groups are remembered. */
const rememberedGroups = 100_000;

const known = new WeakMap<Revision, () => Read<ManyShipments | null>>();

/** All shipments in columns, read once a revision; null where their units differ. The view is a default one. */
export function manyShipments(view: View): Read<ManyShipments | null> {
  const read = known.get(view.revision) ?? readOnce(() => readAll(view));
  known.set(view.revision, read);
  return read();
}

function readAll(view: View): Read<ManyShipments | null> {
  const { engine, entities } = view.revision;
  return whenRead(readShipmentRows(engine), (rows) =>
    whenRead(readShipmentParties(engine), (named) => {
      const keys = [...new Set(named.map(({ toKey }) => toKey))];
      return whenRead(entities(keys), (byKey) => {
        const seen = [...seeChildren(view, byKey)].flatMap(([key, [one]]) => (one ? [{ key, one }] : []));
        return whenRead(whenAllRead(seen.map(({ one }) => partiesOf([one]))), (found) =>
          columnsOf(rows, named, new Map(seen.map(({ key }, place) => [key, found[place] ?? []]))),
        );
      });
    }),
  );
}

function columnsOf(
  rows: readonly ShipmentRow[],
  named: readonly ShipmentParty[],
  partiesByKey: ReadonlyMap<number, Parties>,
): ManyShipments | null {
  const units = new Set(rows.flatMap((row) => (isKnown(row) && row.rank !== 'tentative' ? (row.unit ?? []) : [])));
  if (units.size > 1) return null;
  const [unit = 'count'] = units;
  const placeOf = new Map(rows.map(({ key }, place) => [key, place]));
  const roles = rolesOf(rows.length, placeOf, named);
  const parties = { seller: roles.seller.only, buyer: roles.buyer.only, processor: roles.processor.only };
  const own = listOf(daysOf);
  const period = Uint32Array.from(rows, (row) =>
    own.placeOf(periodOf(row.periodLabel, row.periodFirst, row.periodLast)),
  );
  const extents = rows.map((_row, place): Extent | null => {
    const of = (role: Role) => (roles[role].all.get(place) ?? []).flatMap((key) => partiesByKey.get(key) ?? []);
    return {
      roles: [of('seller'), [...of('processor'), ...of('goods')], of('buyer')],
      period: own.items[period[place] ?? 0] ?? null,
      isWhole: true,
      rank: 0,
    };
  });
  const entangled = entangledAmong(rows, extents);
  const figures = figureColumns(rows, unit);
  const standings = new Uint8Array(rows.length);
  const singles = new Map<number, SingleRow>();
  for (const [place, row] of rows.entries()) {
    const fits = [row.value, row.low, row.high].every((text) => fitsColumns(text, rows.length));
    if (row.rank === 'tentative') standings[place] = standing.weak;
    else if (entangled.has(place) || (isKnown(row) && !fits)) {
      standings[place] = standing.single;
      const figure = figureOfRow(row);
      singles.set(place, {
        entity: noName,
        figure,
        extent: extents[place] ?? null,
        period: own.items[period[place] ?? 0] ?? null,
        isFlow: figure !== null && flowDefinitionsOf('units', figure.definition).includes(figure.definition),
        place,
        isStated: true,
      });
    } else standings[place] = isKnown(row) ? standing.known : standing.unknown;
  }
  const disputed = Uint8Array.from(rows, (row) => row.disputed ?? 0);
  const keys = Float64Array.from(rows, ({ key }) => key);
  return {
    figures,
    keys,
    placeOf,
    standings,
    disputed,
    parties,
    period,
    periods: own.items,
    singles,
    groups: new LRUCache({ maxSize: rememberedGroups, sizeCalculation: ({ length }) => length + 1 }),
  };
}

/** Nobody is told the name of one among many. */
export const noName = { id: '', name: '' };

/** The places of rows that may hold what another one holds, and of those of the same parties as one of these. */
function entangledAmong(rows: readonly ShipmentRow[], extents: readonly (Extent | null)[]): ReadonlySet<number> {
  const firm = rows.flatMap((row, place) =>
    row.rank === 'tentative' ? [] : [{ place, entity: noName, figure: null, extent: extents[place] ?? null }],
  );
  const rivals = rivalsIn(firm);
  const seriesOf = ({ extent }: Row) =>
    extent?.roles.map((role) => role.map(({ key }) => key).join('+')).join(' ') ?? '';
  const series = new Set(firm.filter((row) => (rivals.get(row) ?? []).length > 0).map(seriesOf));
  return new Set(firm.filter((row) => series.has(seriesOf(row))).map(({ place }) => place));
}

type Role = 'seller' | 'processor' | 'goods' | 'buyer';

function rolesOf(count: number, placeOf: ReadonlyMap<number, number>, named: readonly ShipmentParty[]) {
  const role = () => ({ only: new Int32Array(count).fill(none), all: new Map<number, number[]>() });
  const roles = { seller: role(), processor: role(), goods: role(), buyer: role() };
  for (const { fromKey, role: name, toKey } of named) {
    const place = placeOf.get(fromKey);
    const of = name in roles ? roles[name as Role] : undefined;
    if (place === undefined || of === undefined) continue;
    const keys = of.all.get(place);
    if (keys === undefined) of.all.set(place, [toKey]);
    else keys.push(toKey);
    of.only[place] = keys === undefined ? toKey : several;
  }
  return roles;
}

function figureColumns(rows: readonly ShipmentRow[], unit: string): FigureColumns {
  const [periods, definitions, kinds] = [
    listOf(daysOf),
    listOf<string | null>(JSON.stringify),
    listOf<BoundsKind>(String),
  ];
  const number = (text: string | null) => (text === null ? Number.NaN : Number(text));
  return {
    value: Float64Array.from(rows, ({ value }) => number(value)),
    low: Float64Array.from(rows, ({ low }) => number(low)),
    high: Float64Array.from(rows, ({ high }) => number(high)),
    ends: Uint8Array.from(rows, ({ lowOpen, highOpen }) => endMarks(lowOpen === 1, highOpen === 1)),
    bounds: Uint8Array.from(rows, ({ bounds }) => kinds.placeOf(bounds ?? 'unknown')),
    evidence: Uint8Array.from(rows, ({ evidence }) => (evidence === null ? 0 : evidences.indexOf(evidence))),
    period: Uint32Array.from(rows, (row) => periods.placeOf(periodOf(row.claimLabel, row.claimFirst, row.claimLast))),
    definition: Uint32Array.from(rows, ({ definition }) => definitions.placeOf(definition)),
    periods: periods.items,
    definitions: definitions.items,
    kinds: kinds.items,
    unit,
  };
}

function periodOf(label: string | null, first: string | null, last: string | null): Period | null {
  return label === null ? null : { label, first, last };
}

/** Periods of the same days are the same. */
function daysOf(period: Period | null): string {
  return period === null ? '' : `${period.first}/${period.last}`;
}

/** A list of unlike items, and the place of each. */
function listOf<Item>(textOf: (item: Item) => string) {
  const places = new Map<string, number>();
  const items: Item[] = [];
  const placeOf = (item: Item) => {
    const text = textOf(item);
    const known = places.get(text);
    if (known !== undefined) return known;
    places.set(text, items.length);
    return items.push(item) - 1;
  };
  return { items, placeOf };
}

function isKnown({ value, low, high }: ShipmentRow): boolean {
  return value !== null || low !== null || high !== null;
}

/** A figure whose claims are not at hand. */
function figureOfRow(row: ShipmentRow): Figure | null {
  const { unit, bounds, evidence, definition } = row;
  if (unit === null || bounds === null || evidence === null) return null;
  const number = (text: string | null) => (text === null ? null : new Decimal(text));
  return {
    quantity: {
      value: number(row.value),
      low: number(row.low),
      high: number(row.high),
      lowOpen: row.lowOpen === 1,
      highOpen: row.highOpen === 1,
      bounds,
      unit,
    },
    evidence,
    tentative: row.rank === 'tentative',
    period: periodOf(row.claimLabel, row.claimFirst, row.claimLast),
    definition,
    origin: { claimIds: [] },
  };
}
