import { type RawBuilder, sql } from 'kysely';
import { evidences } from '../quantity/evidence.ts';
import { bestClaimSql, placeSql } from './bestClaimSql.ts';
import { kindsSql } from './conditionSql.ts';
import { demandedFigures, demandedKinds, figureIsSql, figureKnownSql, figureOfSql } from './figureSql.ts';
import type { FigureOf } from './figureWhere.ts';
import { claimPublishedSql, linkEvidenceSql } from './lensSql.ts';
import type { ClaimList, EntityList } from './lists.ts';
import type { OrderKey } from './page.ts';
import type { Sight } from './sight.ts';
import type { EntityType } from './tables.ts';
import type { EntityWhere } from './where.ts';

/** A key of its own that rows may be ordered by, and which way. */
export interface RowOrder {
  readonly by: RowKey;
  readonly descending: boolean;
}

/** A prepared figure that entities may be ordered by; in dollars, or in the base unit of what it measures. */
export interface FigureOrder {
  readonly figure: FigureOf;
  readonly inUsd: boolean;
  readonly descending: boolean;
}

/** What entities may be ordered by. */
export type OrderAsked = RowOrder | FigureOrder;

/** What rows have to be ordered by besides their figures. */
export type RowKey = 'name' | 'period' | 'date' | 'evidence';

/** What rows of a kind are ordered by, in SQL: each key one column or more, of which the first tells rows apart first. */
type Columns = { readonly [Key in RowKey]?: (sight: Sight) => readonly RawBuilder<unknown>[] };

const entityName = () => [sql`entity."sortName"`];
const entityPeriod = () => [sql`entity."periodFirst"`, sql`entity."periodLast"`];
const announced = (sight: Sight) => [bestClaimSql(sight, sql`entity.key`, 'announced', 'dateDay')];

/** What entities of each kind are ordered by. The date is that of publication, of announcement, or on which money was paid. */
const entityColumns: { readonly [Type in EntityType]: Columns } = {
  Company: { name: entityName },
  ExportControl: { name: entityName, date: announced },
  Group: { name: entityName },
  Investment: { name: entityName, period: entityPeriod, date: () => [sql`entity."periodLast"`] },
  Market: { name: entityName },
  Person: { name: entityName },
  Place: { name: entityName },
  Processor: { name: entityName, date: announced },
  Product: { name: entityName },
  Shipment: { name: entityName, period: entityPeriod },
  Source: { name: entityName, date: () => [sql`entity."publishedDay"`] },
};

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

/** The keys that entities of each kind, links and claims have. */
export const rowKeys = {
  entity: (type: EntityType) => keysIn(entityColumns[type]),
  link: keysIn(linkColumns),
  claim: keysIn(claimColumns),
};

/** The order of entities; ties by id, ascending. */
export function entityOrder(
  sight: Sight,
  {
    list,
    where,
    order,
  }: { readonly list: EntityList; readonly where: EntityWhere; readonly order: readonly OrderAsked[] },
): readonly OrderKey[] {
  const columns = entityColumns['all' in list ? list.all : list.type];
  const keys = order.flatMap((key, place) =>
    'by' in key ? orderKeys(sight, columns, [key]) : [figureKey(sight, key, where, orderedFigure(place))],
  );
  return [...keys, byId('entity')];
}

/** How many columns a key of entities has. */
export function keyWidth(key: OrderAsked): number {
  return 'by' in key && key.by === 'period' ? 2 : 1;
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
          figureKnownSql(figure, of),
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

function keysIn(columns: Columns): readonly RowKey[] {
  // The columns have no other names.
  return Object.keys(columns) as RowKey[];
}
