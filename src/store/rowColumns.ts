import { type RawBuilder, sql } from 'kysely';
import type { Evidence } from '../quantity/evidence.ts';
import { type FigureColumns, type FigureTrait, mark } from '../quantity/figureColumns.ts';
import type { Period } from '../quantity/period.ts';
import type { BoundsKind } from '../quantity/quantity.ts';
import type { Engine } from './engine.ts';
import { figureOfSql } from './figureSql.ts';
import type { FigureOf } from './figureWhere.ts';
import { othersTurn, sliceLength } from './inSlices.ts';
import type { EntityType, ReferenceRole } from './tables.ts';

/** All entities of a kind with a prepared figure in columns, in the order of their keys. */
export interface RowColumns extends FigureColumns<RowTrait> {
  readonly keys: Int32Array;
  /** Whom each names, as a place in the list of what there is. */
  readonly series: Uint32Array;
  readonly named: readonly Named[];
}

/** What many rows have alike: of their figure, and of themselves. */
export interface RowTrait extends FigureTrait {
  /** The period of the row itself. */
  readonly own: Period | null;
  readonly kindsJson: string;
  readonly status: string | null;
}

/** Whom a row names in each role, in the order of its file. */
export type Named = ReadonlyMap<ReferenceRole, readonly number[]>;

interface Row {
  readonly key: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly marks: number;
  readonly trait: string;
  readonly series: string | null;
}

/** Reads all entities of a kind with their prepared figure, or without one. */
export async function readRowColumns(engine: Engine, type: EntityType, of: FigureOf | null): Promise<RowColumns> {
  const [ends] = await engine.run<{ first: number | null; last: number | null }>(
    ...textOf(engine, sql`select min(key) as "first", max(key) as "last" from entity where type = ${type}`),
  );
  // Entities of a kind have neighbouring keys.
  const { first, last } = { first: ends?.first ?? 0, last: ends?.last ?? -1 };
  const columns = emptyColumns(last - first + 1);
  const [traits, named] = [listOf(traitOf), listOf(namedOf)];
  let place = 0;
  for (let from = first; from <= last; from += sliceLength) {
    const rows = await engine.run<Row>(...textOf(engine, sliceSql(type, of, from, from + sliceLength)));
    for (const row of rows) {
      columns.keys[place] = row.key;
      columns.value[place] = row.value ?? Number.NaN;
      columns.low[place] = row.low ?? Number.NaN;
      columns.high[place] = row.high ?? Number.NaN;
      columns.marks[place] = row.marks;
      columns.trait[place] = traits.placeOf(row.trait);
      columns.series[place] = named.placeOf(row.series ?? '');
      place += 1;
    }
    await othersTurn();
  }
  return { ...shortened(columns, place), traits: traits.items, named: named.items };
}

function sliceSql(type: EntityType, of: FigureOf | null, from: number, to: number): RawBuilder<unknown> {
  const own = [text('entity.periodLabel'), text('entity.periodFirst'), text('entity.periodLast')];
  const words = [...own, sql.ref('entity.kindsJson'), text('entity.status')];
  const names = sql`(select string_agg(role || ' ' || "toKey", ',' order by role, position)
    from reference where "fromKey" = entity.key)`;
  const where = sql`entity.type = ${type} and entity.key >= ${from} and entity.key < ${to} order by entity.key`;
  if (of === null) {
    return sql`select entity.key, null as "value", null as "low", null as "high", 0 as "marks",
      ${joined(words)} as "trait", ${names} as "series" from entity where ${where}`;
  }
  const ofFigure = [
    ...['periodLabel', 'periodFirst', 'periodLast', 'unit', 'definition', 'evidence'].map((one) =>
      text(`figure.${one}`),
    ),
    text('claim.bounds'),
  ];
  const isOdd = sql.join(
    ['value', 'low', 'high'].map(
      (one) => sql`(${sql.ref(`claim.${one}`)} is not null and ${sql.ref(`figure.${one}Whole`)} is null)`,
    ),
    sql` or `,
  );
  return sql`select entity.key, figure."valueWhole" as "value", figure."lowWhole" as "low", figure."highWhole" as "high",
      case when figure.key is null then 0 else figure."lowOpen" + ${sql.lit(mark.highOpen)} * figure."highOpen"
        + ${sql.lit(mark.isWeak)} * figure.tentative + ${sql.lit(mark.isDisputed)} * figure.disputed
        + ${sql.lit(mark.isPrepared)} + case when ${isOdd} then ${sql.lit(mark.isOdd)} else 0 end end as "marks",
      ${joined([...words, ...ofFigure])} as "trait", ${names} as "series"
    from entity left join figure on figure."entityKey" = entity.key and ${figureOfSql('figure', of)}
      left join claim on claim.key = figure."claimKey"
    where ${where}`;
}

function textOf(engine: Engine, statement: RawBuilder<unknown>): [string, readonly unknown[]] {
  const { sql: text, parameters } = statement.compile(engine.build);
  return [text, parameters];
}

/** Stands between words: no word of data/ holds it. */
const between = '|';

function joined(words: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql.join(words, sql` || ${sql.lit(between)} || `);
}

function text(column: string): RawBuilder<unknown> {
  return sql`coalesce(${sql.ref(column)}, '')`;
}

function traitOf(words: string): RowTrait {
  const [label, first, last, kindsJson = '', status, ofLabel, ofFirst, ofLast, unit, definition, evidence, bounds] =
    words.split(between).map((word) => (word === '' ? null : word));
  return {
    own: periodOf(label, first, last),
    kindsJson: kindsJson ?? '',
    status: status ?? null,
    period: periodOf(ofLabel, ofFirst, ofLast),
    unit: unit ?? null,
    definition: definition ?? null,
    // The columns hold no other words.
    evidence: (evidence ?? null) as Evidence | null,
    bounds: (bounds ?? null) as BoundsKind | null,
  };
}

type Word = string | null | undefined;

function periodOf(label: Word, first: Word, last: Word): Period | null {
  return label == null ? null : { label, first: first ?? null, last: last ?? null };
}

function namedOf(words: string): Named {
  const named = new Map<ReferenceRole, number[]>();
  for (const one of words === '' ? [] : words.split(',')) {
    const [role, key] = one.split(' ');
    // The column holds no other words.
    const keys = named.get(role as ReferenceRole) ?? [];
    keys.push(Number(key));
    named.set(role as ReferenceRole, keys);
  }
  return named;
}

/** A list of unlike items, and the place of each by the words that it is made of. */
function listOf<Item>(itemOf: (words: string) => Item) {
  const places = new Map<string, number>();
  const items: Item[] = [];
  const placeOf = (words: string) => {
    const known = places.get(words);
    if (known !== undefined) return known;
    places.set(words, items.length);
    return items.push(itemOf(words)) - 1;
  };
  return { items, placeOf };
}

type Arrays = Omit<RowColumns, 'traits' | 'named'>;

function emptyColumns(length: number): Arrays {
  return {
    keys: new Int32Array(length),
    value: new Float64Array(length),
    low: new Float64Array(length),
    high: new Float64Array(length),
    marks: new Uint8Array(length),
    trait: new Uint32Array(length),
    series: new Uint32Array(length),
  };
}

function shortened(columns: Arrays, length: number): Arrays {
  if (columns.keys.length === length) return columns;
  return {
    keys: columns.keys.subarray(0, length),
    value: columns.value.subarray(0, length),
    low: columns.low.subarray(0, length),
    high: columns.high.subarray(0, length),
    marks: columns.marks.subarray(0, length),
    trait: columns.trait.subarray(0, length),
    series: columns.series.subarray(0, length),
  };
}
