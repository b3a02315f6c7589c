import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { plusDays } from '../quantity/day.ts';
import { always, never } from './booleanSql.ts';
import type { FigureIs, FigureOf, FigureRange, FigureSources, FigureWhere } from './figureWhere.ts';
import type { Sight } from './sight.ts';
import type { EntityWhere } from './where.ts';

type Condition = RawBuilder<SqlBool>;

/** Whether the prepared figure of the entity of a key meets conditions. */
export function figureWhereSql(sight: Sight, key: RawBuilder<unknown>, { of, is }: FigureWhere): Condition {
  const figure = sight.alias('figure');
  const meets = is === null ? always : figureIsSql(sight, figure, of, is);
  return sql`exists (select 1 from figure ${sql.ref(figure)} where ${sql.ref(`${figure}.entityKey`)} = ${key}
    and ${figureOfSql(figure, of)} and ${meets})`;
}

/** What a condition on entities demands of their prepared figures, whatever else it asks. */
export function demandedFigures(where: EntityWhere): readonly FigureWhere[] {
  return demands(where).flatMap(({ figure }) => figure ?? []);
}

/** The kinds of which a condition on entities demands one, each time. */
export function demandedKinds(where: EntityWhere): readonly (readonly string[])[] {
  return demands(where).flatMap(({ kinds }) => (kinds ? [kinds] : []));
}

/** The conditions that all have to hold for one to do so, itself among them. */
function demands(where: EntityWhere): readonly EntityWhere[] {
  const { and = [], or = [] } = where;
  return [where, ...[...and, ...(or.length === 1 ? or : [])].flatMap(demands)];
}

/** The keys of the entities whose prepared figure meets conditions, at most so many. */
export function figureKeysSql(sight: Sight, of: FigureOf, is: FigureIs, limit: number): RawBuilder<unknown> {
  return sql`select figure."entityKey" as "key" from figure
    where ${figureOfSql('figure', of)} and ${figureIsSql(sight, 'figure', of, is)} limit ${limit}`;
}

/** Whether the figure of another period may follow from those at a door of the entity of a key. */
export function figureSourcesSql(sight: Sight, key: RawBuilder<unknown>, { door, between }: FigureSources): Condition {
  const stands = (where: (column: (name: string) => RawBuilder<unknown>) => Condition): Condition => {
    const figure = sight.alias('figure');
    const column = columnsOf(figure);
    return sql`exists (select 1 from figure ${sql.ref(figure)} where ${column('entityKey')} = ${key}
      and ${column('door')} = ${door} and ${where(column)})`;
  };
  if (between === undefined) return stands(() => always);
  const { first, last } = between;
  const begins = stands(
    (column) => sql`(${column('periodFirst')} = ${first} or ${column('periodLast')} = ${plusDays(first, -1)})`,
  );
  const ends = stands(
    (column) => sql`(${column('periodLast')} = ${last} or ${column('periodFirst')} = ${plusDays(last, 1)})`,
  );
  return sql`(${begins} and ${ends})`;
}

/** Whether a row of `figure` answers what is asked. Of each entity there is one at most. */
export function figureOfSql(figure: string, { type, door, period, definition }: FigureOf): Condition {
  const column = columnsOf(figure);
  // Written out, so that the index of the rows in which it is 1 fits.
  const is = (name: string) => sql`${column(name)} = ${sql.lit(1)}`;
  const ofDefinition = definition === null ? always : sql`${column('definition')} = ${definition}`;
  const answers =
    period === null
      ? sql`${is('answersLatestDefinition')} and ${definition === null ? is('answersLatest') : ofDefinition}`
      : sql`${same(column('periodFirst'), period.first)} and ${same(column('periodLast'), period.last)}
        and ${definition === null ? is('answersPeriod') : sql`${is('answersPeriodDefinition')} and ${ofDefinition}`}`;
  return sql`${column('type')} = ${type} and ${column('door')} = ${door} and ${answers}`;
}

/** Whether the figure is known, and meets conditions. */
export function figureIsSql({ dialect }: Sight, figure: string, of: FigureOf, is: FigureIs): Condition {
  const column = columnsOf(figure);
  const { ranges = [] } = is;
  const conditions: Condition[] = [
    ...(ranges.length === 0 ? [knownSql(figure)] : ranges.map((range) => rangeSql(figure, range))),
    figureCountsSql(figure, of),
  ];
  if (is.evidence) conditions.push(oneOf(column('evidence'), is.evidence));
  if (is.dimensions) conditions.push(oneOf(column('dimension'), is.dimensions));
  if (is.isDisputed !== undefined) conditions.push(sql`${column('disputed')} = ${is.isDisputed ? 1 : 0}`);
  if (is.sources) {
    conditions.push(sql`exists (select 1 from claim, ${dialect.objectsIn(sql.ref('claim.sourcesJson'), 'publication')}
      where claim.key = ${column('claimKey')} and ${oneOf(sql`publication.value ->> 'slug'`, is.sources)})`);
  }
  return sql`${sql.join(conditions, sql` and `)}`;
}

function knownSql(figure: string): Condition {
  return sql`${columnsOf(figure)('sort')} is not null`;
}

/** Whether the figure of a row counts, if it is known. */
export function figureCountsSql(figure: string, { includeTentative }: FigureOf): Condition {
  return includeTentative ? always : sql`${columnsOf(figure)('tentative')} = ${sql.lit(0)}`;
}

/**
 * As `isCertainlyIn` and `isPossiblyIn` of src/quantity/range.ts say it of quantities: known ones lie in a range. Where the
 * number by which rows are ordered is compared, that it is known is not asked besides: of two limits of one column SQLite
 * makes a plan that sorts, and a column that stands in no index is read from each row by PostgreSQL.
 */
function rangeSql(figure: string, { certainly, inUsd, low, high }: FigureRange): Condition {
  const column = columnsOf(figure);
  const number = (name: string) => column(inUsd ? `${name}Usd` : name);
  const isCompared = certainly && (low ?? high) !== null;
  const conditions: Condition[] = isCompared ? [] : [sql`${number('sort')} is not null`];
  // A bound that may be reached is one comparison: of two with `or` the planners think that they leave next to nothing.
  if (low !== null) {
    const { at, open } = low;
    conditions.push(
      certainly
        ? sql`${number('sort')} >= ${at} and ${open ? sql`(${number('low')} > ${at} or (${number('low')} = ${at} and ${column('lowOpen')} = 1))` : sql`${number('low')} >= ${at}`}`
        : sql`(${number('high')} is null or ${number('high')} > ${at} or (${number('high')} = ${at} and ${open ? never : sql`${column('highOpen')} = 0`}))`,
    );
  }
  if (high !== null) {
    const { at, open } = high;
    conditions.push(
      certainly
        ? sql`${number('sort')} <= ${at} and ${open ? sql`(${number('high')} < ${at} or (${number('high')} = ${at} and ${column('highOpen')} = 1))` : sql`${number('high')} <= ${at}`}`
        : sql`(${number('low')} is null or ${number('low')} < ${at} or (${number('low')} = ${at} and ${open ? never : sql`${column('lowOpen')} = 0`}))`,
    );
  }
  return sql`${sql.join(conditions, sql` and `)}`;
}

function same(column: RawBuilder<unknown>, day: string | null): RawBuilder<SqlBool> {
  return day === null ? sql`${column} is null` : sql`${column} = ${day}`;
}

function oneOf(column: RawBuilder<unknown>, values: readonly string[]): Condition {
  return values.length === 0 ? never : sql`${column} in (${sql.join(values)})`;
}

function columnsOf(table: string): (name: string) => RawBuilder<unknown> {
  return (name) => sql.ref(`${table}.${name}`);
}
