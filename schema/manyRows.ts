import { type Lot, setsOf } from '../src/metrics/heldTwice.ts';
import { Decimal } from '../src/quantity/decimal.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { mark } from '../src/quantity/figureColumns.ts';
import { othersTurn } from '../src/store/inSlices.ts';
import { isDefaultLens } from '../src/store/lens.ts';
import { readOnce } from '../src/store/readOnce.ts';
import type { Revision } from '../src/store/revision.ts';
import { type RowColumns, readRowColumns } from '../src/store/rowColumns.ts';
import { keysInList, seenByKey } from '../src/store/rowKeys.ts';
import type { EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { gatherBudget } from './entities.ts';
import { isFlow, mainKind } from './extents.ts';
import { figureOf } from './figureOf.ts';
import { ManyKeys } from './manyKeys.ts';
import { ManyMeasures } from './manyMeasure.ts';
import { type PartyLot, partyLots } from './manyParties.ts';
import type { SingleRow } from './manySingles.ts';
import { type PreparedFigure, preparedFigure } from './preparedFigure.ts';
import { declarationOf } from './property.ts';
import type { RowFigureShape } from './rowsGathered.ts';

/** Which rows are put into columns: all of a kind, with a figure as it is claimed, or only to be counted. */
export interface ManyAsked {
  readonly type: EntityType;
  readonly of: Omit<RowFigureShape, 'unit'> | null;
}

/** How a row is counted: by its columns, as one of which nothing is known, as one of weak confidence, or by itself. */
export const standing = { plain: 0, unknown: 1, weak: 2, single: 3 } as const;

/** All entities of a kind as the default View sees them and a figure of theirs. */
export interface ManyRows extends ManyAsked {
  readonly columns: RowColumns;
  readonly standings: Uint8Array;
  /** Rows that may hold what another one holds, and those whose figure fits in no column, by their places. */
  readonly singles: ReadonlyMap<number, SingleRow>;
  readonly keys: ManyKeys;
  readonly measures: ManyMeasures;
}

const known = new WeakMap<Revision, Map<string, () => Read<ManyRows | null>>>();

/** How many figures of kinds of entities stand in columns at a time. */
const mostKnown = 12;

/**
 * All entities of a kind in columns, read once a revision. Null where columns cannot tell a figure: through another lens
 * than the default one, where it is a metric, and where too many rows would have to be looked at one by one.
 */
export function manyRows(view: View, { type, of }: ManyAsked): Read<ManyRows | null> {
  if (!isDefaultLens(view.lens, view.horizon) || view.lens.includeTentative) return null;
  const ofRevision = known.get(view.revision) ?? new Map<string, () => Read<ManyRows | null>>();
  known.set(view.revision, ofRevision);
  const { property, period = null, definition = null } = of ?? {};
  const name = JSON.stringify([type, property, period, definition]);
  const read = ofRevision.get(name) ?? readOnce(() => readAll(view, { type, of }));
  // What was asked for last is the last to go.
  ofRevision.delete(name);
  ofRevision.set(name, read);
  for (const oldest of ofRevision.keys()) {
    if (ofRevision.size <= mostKnown) break;
    ofRevision.delete(oldest);
  }
  return read();
}

function readAll(view: View, { type, of }: ManyAsked): Read<ManyRows | null> {
  const { period = null, definition = null } = of ?? {};
  const prepared = of && preparedFigure(view, { type, property: of.property, period, definition });
  if (of !== null && prepared === null) return null;
  return readInTurns(view, { type, of }, prepared);
}

/** Reads and puts together hundreds of thousands of rows, piece by piece, so that others are answered between. */
async function readInTurns(
  view: View,
  { type, of }: ManyAsked,
  prepared: PreparedFigure | null,
): Promise<ManyRows | null> {
  const columns = await readRowColumns(view.revision.engine, type, prepared?.of ?? null);
  const open = prepared?.open ? await keysInList(view, null, { all: type }, prepared.open) : [];
  await othersTurn();
  const keys = [...open, ...oddKeys(columns)];
  if (keys.length > gatherBudget) return null;
  const figures = await figuresByKey(view, keys, of);
  await othersTurn();
  const adds = of !== null && declarationOf(of.property).adds;
  const lots = adds ? await partyLots(view, type, columns) : [];
  await othersTurn();
  const sets = setsOf(lots.map((lot) => inTime(lot, columns)));
  await othersTurn();
  return rowsIn({ type, of }, columns, figures, { lots, sets });
}

/** The rows of a lot, by their periods. */
function inTime({ places, extentIn }: PartyLot, { trait, traits }: RowColumns): Lot {
  return {
    extent: extentIn(null),
    periods: places.map((place) => extentIn(traits[trait[place] ?? -1]?.own ?? null).period),
  };
}

/** Sums of as many numbers as there are stay whole in doubles, and so does the sum of two such. */
const mostInAll = 2 ** 52;

/** The keys of rows whose numbers are not whole, or so large that not all can be added up in doubles. */
function oddKeys({ keys, value, low, high, marks }: RowColumns): readonly number[] {
  const sizeOf = (place: number) => Math.max(...[value, low, high].map((column) => Math.abs(column[place] || 0)));
  let all = 0;
  for (const place of keys.keys()) all += sizeOf(place);
  const most = all <= mostInAll ? Number.POSITIVE_INFINITY : mostInAll / keys.length;
  return [...keys].filter((_key, place) => ((marks[place] ?? 0) & mark.isOdd) !== 0 || sizeOf(place) > most);
}

function figuresByKey(
  view: View,
  keys: readonly number[],
  of: ManyAsked['of'],
): Read<ReadonlyMap<number, Figure | null>> {
  if (of === null || keys.length === 0) return new Map();
  return whenRead(seenByKey(view, keys), (seen) =>
    whenRead(
      whenAllRead([...seen.values()].map((one) => figureOf(one, of))),
      (figures) => new Map([...seen.keys()].map((key, place) => [key, figures[place] ?? null])),
    ),
  );
}

function rowsIn(
  asked: ManyAsked,
  columns: RowColumns,
  figures: ReadonlyMap<number, Figure | null>,
  { lots, sets }: { readonly lots: readonly PartyLot[]; readonly sets: readonly (number | null)[] },
): ManyRows {
  const { keys, trait, traits } = columns;
  const standings = Uint8Array.from(keys, (key, place) => standingOf(columns, place, figures.get(key)));
  const singles = new Map<number, SingleRow>();
  const addSingle = (place: number, lot: PartyLot | null, set: number | null) => {
    const found = figures.get(keys[place] ?? -1);
    const figure = found === undefined ? figureAt(columns, place) : found;
    const words = traits[trait[place] ?? -1];
    const kind = words === undefined ? null : mainKind(words);
    const period = words?.own ?? null;
    standings[place] = standing.single;
    singles.set(place, {
      entity: noName,
      place,
      set,
      figure,
      extent: lot?.extentIn(period) ?? null,
      period,
      isFlow:
        figure !== null &&
        asked.of !== null &&
        isFlow({ type: asked.type, kind }, asked.of.property, figure.definition),
      isStated: true,
      isShared: false,
      isInColumns: found === undefined,
      evidence: words?.evidence ?? figure?.evidence ?? null,
    });
  };
  for (const [place, set] of sets.entries()) {
    const lot = lots[place];
    if (set !== null && lot !== undefined) for (const one of lot.places) addSingle(one, lot, set);
  }
  for (const place of keys.keys())
    if (standings[place] === standing.single && !singles.has(place)) addSingle(place, null, null);
  const rows = { ...asked, columns, standings, singles, keys: new ManyKeys(asked.type, columns) };
  return { ...rows, measures: new ManyMeasures(rows) };
}

/** Nobody is told the name of one among many. */
const noName = { id: '', name: '' };

function standingOf(
  { marks, value, low, high }: RowColumns,
  place: number,
  lookedUp: Figure | null | undefined,
): number {
  if (lookedUp !== undefined) return lookedUp === null ? standing.unknown : standing.single;
  if (((marks[place] ?? 0) & mark.isWeak) !== 0) return standing.weak;
  const isNone = [value, low, high].every((column) => Number.isNaN(column[place]));
  return isNone ? standing.unknown : standing.plain;
}

/** The figure at a place, its claims not read; null where none is prepared. */
function figureAt({ value, low, high, marks, trait, traits }: RowColumns, place: number): Figure | null {
  const words = traits[trait[place] ?? -1];
  if (words === undefined) return null;
  const { unit, bounds, evidence, period, definition } = words;
  if (unit === null || bounds === null || evidence === null) return null;
  const number = (column: Float64Array) => {
    const at = column[place] ?? Number.NaN;
    return Number.isNaN(at) ? null : new Decimal(at);
  };
  const has = (one: number) => ((marks[place] ?? 0) & one) !== 0;
  return {
    quantity: {
      value: number(value),
      low: number(low),
      high: number(high),
      lowOpen: has(mark.lowOpen),
      highOpen: has(mark.highOpen),
      bounds,
      unit,
    },
    evidence,
    tentative: false,
    period,
    definition,
    origin: { claimIds: [] },
  };
}
