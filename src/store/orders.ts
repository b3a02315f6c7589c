import { type RawBuilder, sql } from 'kysely';
import { evidences } from '../quantity/evidence.ts';
import type { PropertyId } from '../quantity/vocabulary.ts';
import { bestClaimSql, placeSql } from './bestClaimSql.ts';
import { kindsSql } from './conditionSql.ts';
import { demandedFigures, demandedKinds, figureCountsSql, figureIsSql, figureOfSql } from './figureSql.ts';
import type { FigureOf } from './figureWhere.ts';
import { claimPublishedSql, linkEvidenceSql } from './lensSql.ts';
import type { ClaimList } from './lists.ts';
import type { OrderKey } from './page.ts';
import type { Sight } from './sight.ts';
import type { EntityWhere } from './where.ts';

/** A key of its own that claims and links may be ordered by, and which way. */
export interface RowOrder {
  readonly by: RowKey;
  readonly descending: boolean;
}

/** What entities may be ordered by besides their figures, and which way. */
export interface EntityOrder {
  readonly by: EntityColumn;
  readonly descending: boolean;
}

/** The name, the period, its last day, the day of publication of a source, or a day that is claimed. */
export type EntityColumn = 'name' | 'period' | 'lastDay' | 'publishedDay' | { readonly claimed: PropertyId };

/** A prepared figure that entities may be ordered by; in dollars, or in the base unit of what it measures. */
export interface FigureOrder {
  readonly figure: FigureOf;
  readonly inUsd: boolean;
  readonly descending: boolean;
}

/** What entities may be ordered by. */
export type OrderAsked = EntityOrder | FigureOrder;

/** What rows are ordered by, as clients name it. */
export type RowKey = 'name' | 'period' | 'date' | 'evidence';

/** What an entity is ordered by, in SQL: one column or more, of which the first tells rows apart first. */
function entityColumns(sight: Sight, by: EntityColumn): readonly RawBuilder<unknown>[] {
  if (typeof by === 'object') return [bestClaimSql(sight, sql`entity.key`, by.claimed, 'dateDay')];
  return ownColumns[by];
}

const ownColumns = {
  name: [sql`entity."sortName"`],
  period: [sql`entity."periodFirst"`, sql`entity."periodLast"`],
  lastDay: [sql`entity."periodLast"`],
  publishedDay: [sql`entity."publishedDay"`],
};

/** What claims and links are ordered by, in SQL. */
type Columns = { readonly [Key in RowKey]?: (sight: Sight) => readonly RawBuilder<unknown>[] };

const linkColumns: Columns = {
  name: () => [nameOf(sql`link."fromKey"`), nameOf(sql`link."toKey"`)],
  period: () => [sql`link."startDay"`],
  evidence: (sight) => [
    sql`case ${sql.join(
      evidences.map((one, place) => sql`when ${linkEvidenceSql(sight, 'link', [one])} then ${sql.lit(place)}`),
      sql` `,
    )} end`,
  ],
};

const claimColumns: Columns = {
  name: () => [nameOf(sql`claim."subjectKey"`)],
  period: () => [sql`claim."periodFirst"`, sql`claim."periodLast"`],
  date: (sight) => [claimPublishedSql(sight, 'claim')],
  evidence: () => [placeSql(sql`claim.evidence`, evidences)],
};

/** The keys that links and claims have. */
export const rowKeys = { link: keysIn(linkColumns), claim: keysIn(claimColumns) };

/** The order of entities; ties by id, ascending. */
export function entityOrder(
  sight: Sight,
  { where, order }: { readonly where: EntityWhere; readonly order: readonly OrderAsked[] },
): readonly OrderKey[] {
  const keys = order.flatMap((key, place): readonly OrderKey[] => {
    if (!('by' in key)) return [figureKey(sight, key, where, orderedFigure(place))];
    const { by, descending } = key;
    return entityColumns(sight, by).map((expression) => ({ expression, descending, nullable: by !== 'name' }));
  });
  return [...keys, byId('entity')];
}

/** By how many columns an entity is ordered. */
export function keyWidth(by: EntityColumn): number {
  return typeof by === 'string' ? ownColumns[by].length : 1;
}

/**
 * What the list demands of the same figure, and of kinds, is asked of the row by which it is ordered as well, so that an index is gone
 * through from the limit on; rows without such a figure are not in the list then.
 */
function figureKey(
  sight: Sight,
  { figure: of, inUsd, descending }: FigureOrder,
  where: EntityWhere,
  figure: string,
): OrderKey {
  const demanded = demandedFigures(where).flatMap((one) =>
    one.is !== null && isSame(one.of, of) ? [figureIsSql(sight, figure, of, one.is)] : [],
  );
  const isCompared = comparesBy(where, { figure: of, inUsd });
  return {
    expression: sql.ref(`${figure}.${inUsd ? 'sortUsd' : 'sort'}`),
    descending,
    nullable: !isCompared,
    joined: {
      table: sql`figure ${sql.ref(figure)}`,
      on: sql`${sql.join(
        [
          sql`${sql.ref(`${figure}.entityKey`)} = entity.key`,
          figureOfSql(figure, of),
          figureCountsSql(figure, of),
          ...demanded,
          ...demandedKinds(where).map((kinds) => kindsSql(sql.ref(`${figure}.kindsJson`), kinds)),
        ],
        sql` and `,
      )}`,
    },
  };
}

/** Whether the list compares the figure that it is ordered by, so that rows of which it is unknown are not in the list. */
function comparesBy(where: EntityWhere, { figure, inUsd }: Pick<FigureOrder, 'figure' | 'inUsd'>): boolean {
  return demandedFigures(where).some(
    ({ of, is }) => isSame(of, figure) && is?.ranges?.some((range) => range.inUsd === inUsd),
  );
}

function isSame(one: FigureOf, other: FigureOf): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What a list below nothing has left to ask of entities that come in the order of a figure which it compares: what it
 * demands of that figure and of kinds is asked there. Asked twice, PostgreSQL would think that next to nothing is left,
 * and sort all of it.
 */
export function leftToAsk(where: EntityWhere, [first]: readonly OrderAsked[]): EntityWhere {
  if (first === undefined || 'by' in first || !comparesBy(where, first)) return where;
  const rest = ({ kinds: _kinds, figure, and, or, ...others }: EntityWhere): EntityWhere => ({
    ...others,
    ...(figure && !(figure.is !== null && isSame(figure.of, first.figure)) && { figure }),
    ...(and && { and: and.map(rest) }),
    ...(or && { or: or.length === 1 ? or.map(rest) : or }),
  });
  return rest(where);
}

function orderedFigure(place: number): string {
  return `ordered_${place}`;
}

/** The order of links, by their start where none is asked for. */
export function linkOrder(sight: Sight, order: readonly RowOrder[]): readonly OrderKey[] {
  const byStart: readonly RowOrder[] = [{ by: 'period', descending: false }];
  return [...orderKeys(sight, linkColumns, order.length === 0 ? byStart : order), byId('link')];
}

/**
 * The order of claims: where none is asked for by subject and property, which is that of their keys; statements by the day
 * as of which they were made, latest first.
 */
export function claimOrder(sight: Sight, list: ClaimList, order: readonly RowOrder[]): readonly OrderKey[] {
  const latestFirst: OrderKey = { expression: sql`claim."periodLast"`, descending: true, nullable: true };
  const usual = list === 'said' ? [latestFirst] : [];
  return [...(order.length === 0 ? usual : orderKeys(sight, claimColumns, order)), byId('claim')];
}

function orderKeys(sight: Sight, columns: Columns, order: readonly RowOrder[]): readonly OrderKey[] {
  return order.flatMap(({ by, descending }) =>
    (columns[by]?.(sight) ?? []).map((expression) => ({ expression, descending, nullable: by !== 'name' })),
  );
}

function byId(table: string): OrderKey {
  return { expression: sql.ref(`${table}.key`), descending: false, nullable: false };
}

/** The name of the entity of a key, as names are ordered. */
function nameOf(key: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select named."sortName" from entity named where named.key = ${key})`;
}

/** The keys that have something in a record of them. */
export function keysIn(columns: { readonly [Key in RowKey]?: unknown }): readonly RowKey[] {
  // The columns have no other names.
  return Object.keys(columns) as RowKey[];
}
