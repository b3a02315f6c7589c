import { type Measure, restOfSum, sumOfRows, takeTogether } from '../src/metrics/rowsTogether.ts';
import { share, shareOfSum } from '../src/metrics/share.ts';
import { sharedRow } from '../src/metrics/sharedRow.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { counted, GatheredAggregate } from './aggregate.ts';
import type { BucketShape } from './bucket.ts';
import { type BucketOrderShape, bucketOrderOf, bucketPage, columnsOf, type OrderedGroup } from './bucketOrder.ts';
import { type ConnectionShape, connection, type PageArguments, pageOf } from './connection.ts';
import { listAsked } from './cursor.ts';
import { clientError } from './errors.ts';
import type { GroupKeyId, KeyValue } from './groupKeys.ts';
import { combinations, tooManyGroups } from './groupValues.ts';
import {
  type GatheredRow,
  measureOf,
  type RowFigureShape,
  type RowsTogether,
  type ToldGroups,
} from './rowsGathered.ts';
import { type Following, rowsInPeriods, stepLengthOf } from './rowsInPeriods.ts';

/** What a client asks of rows in groups. */
export interface GroupsAsked extends PageArguments {
  readonly keys: readonly GroupKeyId[];
  readonly of?: RowFigureShape | null | undefined;
  readonly orderBy?: readonly BucketOrderShape[] | null | undefined;
}

/** How many groups may come of the rows, each of which may stand in several. */
const mostGroups = 10_000;

/** Rows in groups, as a connection. @throws the client's error */
export function groupsOf(rows: RowsTogether, asked: GroupsAsked): Read<ConnectionShape<BucketShape>> {
  const { keys, of = null } = asked;
  if (keys.length < 1 || keys.length > 4)
    throw clientError('BAD_ARGUMENT', `keys holds ${keys.length} keys; 1 to 4 are allowed.`, 'keys');
  const order = bucketOrderOf(asked.orderBy, of !== null);
  const list = listAsked(rows.view, `groups by ${JSON.stringify([keys, of, order])}`, asked);
  const page = pageOf(asked, list);
  return whenRead(groupedRows(rows, keys, of), ({ groups, tell }) => {
    const columns = columnsOf(order, keys.length);
    const { rows: placed, hasMore } = bucketPage(groups, columns, page);
    return whenRead(tell(placed.map(({ group }) => group)), (told) => {
      const slice = { rows: told, keys: placed.map(({ values }) => values), hasMore };
      return connection(slice, page, list, () => groups.length);
    });
  });
}

/** The groups, in no order. Where rows are only counted the store may tell how many each has. */
function groupedRows(rows: RowsTogether, keys: readonly GroupKeyId[], of: RowFigureShape | null): Read<ToldGroups> {
  const { view } = rows;
  const [key, ...others] = keys;
  const counts = of === null && others.length === 0 && key !== undefined ? (rows.countsBy?.(key) ?? null) : null;
  if (key !== undefined && counts !== null) {
    return whenRead(counts, (found) =>
      toldBuckets(
        found.map(({ value, count }) => ({
          keys: [{ key, value }],
          aggregate: counted(view, count),
          share: () => null,
        })),
      ),
    );
  }
  return whenRead(
    rows.many?.(of, keys) ?? null,
    (many) => many ?? whenRead(gatheredBuckets(rows, keys, of), toldBuckets),
  );
}

/** Buckets at hand, and so are their figures. */
function toldBuckets(buckets: readonly BucketShape[]): ToldGroups {
  const bucketOf = new Map<OrderedGroup, BucketShape>();
  for (const bucket of buckets) {
    const { keys, aggregate } = bucket;
    const group: OrderedGroup = {
      count: aggregate.count,
      keySort: (place) => keys[place]?.value?.sort ?? null,
      sortOf: (name) => aggregate.sortOf(name),
    };
    bucketOf.set(group, bucket);
  }
  return { groups: [...bucketOf.keys()], tell: (page) => page.flatMap((group) => bucketOf.get(group) ?? []) };
}

function gatheredBuckets(
  rows: RowsTogether,
  keys: readonly GroupKeyId[],
  of: RowFigureShape | null,
): Read<readonly BucketShape[]> {
  const { view } = rows;
  return whenRead(rows.gather(of, keys), (gathered) => {
    const measure = of && measureOf(view, of, gathered);
    const shareOf = measure && sharesIn(gathered, measure);
    return whenRead(whenAllRead(placesOf(gathered, keys, measure)), (places) =>
      [...inGroups(places, measure).values()].map(({ values, members }): BucketShape => {
        const bucketKeys = keys.map((one, place) => ({ key: one, value: values[place] ?? null }));
        if (measure === null) return { keys: bucketKeys, aggregate: counted(view, members.length), share: () => null };
        const aggregate = new GatheredAggregate(view, members, measure);
        return { keys: bucketKeys, aggregate, share: () => shareOf?.(aggregate) ?? null };
      }),
    );
  });
}

/** A row with its values of each key. */
interface Placed {
  readonly row: GatheredRow;
  readonly values: readonly (readonly KeyValue[])[];
}

/** Each row with its values. */
function placesOf(rows: readonly GatheredRow[], keys: readonly GroupKeyId[], measure: Measure | null) {
  return rowsInPeriods(rows, stepLengthOf(keys), measure, followingRow).map(
    (row): Read<Placed> => whenRead(row.valuesOf(), (values) => ({ row, values })),
  );
}

function followingRow(some: GatheredRow, { step, figure }: Following): GatheredRow {
  const { id, name } = some.entity;
  return {
    ...some,
    entity: { id, name: `${step.label}, as it follows from ${name} and others` },
    figure,
    period: step,
    extent: some.extent && { ...some.extent, period: step },
    valuesOf: () => some.valuesOf({ figure, period: step }),
  };
}

interface Group {
  readonly values: readonly (KeyValue | null)[];
  readonly members: GatheredRow[];
}

/** Rows by their values. What a row shares among several groups counts in each as anything up to all of it. */
function inGroups(places: readonly Placed[], measure: Measure | null): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { row, values } of places) {
    const combined = combinations(values);
    const member = combined.length > 1 && measure?.adds === true ? sharedRow(row, measure.nonNegative) : row;
    for (const one of combined) {
      const id = JSON.stringify(one.map((value) => value?.id ?? null));
      const group = groups.get(id) ?? { values: one, members: [] };
      group.members.push(member);
      groups.set(id, group);
    }
    if (groups.size > mostGroups) throw tooManyGroups(mostGroups);
  }
  return groups;
}

/** The share of groups in the sum of all rows, which are only taken together where one is asked for. */
function sharesIn(rows: readonly GatheredRow[], measure: Measure): (group: GatheredAggregate) => Figure | null {
  if (!measure.adds) return () => null;
  const takeAll = () => {
    const all = takeTogether(rows, measure);
    return { all, sum: sumOfRows(all) };
  };
  let known: ReturnType<typeof takeAll> | undefined;
  return (group) => {
    const part = group.measured('sum');
    if (part === null) return null;
    known ??= takeAll();
    const { all, sum } = known;
    const rest = restOfSum(all, group.taken);
    return rest === null ? share({ part, whole: sum }) : shareOfSum({ part, rest, sum });
  };
}
