import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { type EntityOrder, keysIn, type RowKey, type RowOrder, rowKeys } from '../src/store/orders.ts';
import type { EntityType } from '../src/store/tables.ts';
import { builder } from './builder.ts';
import { entityKindOf, entityKinds } from './entityKinds.ts';
import { enumOf } from './enumOf.ts';
import { clientError } from './errors.ts';
import { once } from './once.ts';
import { Property } from './property.ts';
import { withRows } from './withRows.ts';

/** Made when the schema is built, since each key says which rows have it. */
const orderKeyEnum = once(() =>
  enumOf(
    'OrderKey',
    'What rows can be ordered by besides their figures. A key that the rows do not have is an error that names those they have.',
    withRows(
      {
        name: 'the name; of a claim that of its subject, of a link those of its start and its end',
        period: "the period's first day, then its last; of a link its start",
        date: 'the day of publication of a source or claim, of announcement of a processor or control, of payment of an investment',
        evidence: 'the evidence, best first when ascending',
      },
      [
        ...entityKinds().map(({ type }) => [type, rowKeysOf(type)] as const),
        ['Claim', rowKeys.claim],
        ['Link', rowKeys.link],
      ],
    ),
  ),
);

export const OrderDirection = enumOf('OrderDirection', 'Which way to order.', {
  ascending: 'Smallest, earliest or first in the alphabet first.',
  descending: 'Largest, latest or last in the alphabet first.',
});

/** A key to order by, as a client writes it. */
export interface OrderShape {
  readonly by?: RowKey | null | undefined;
  readonly property?: PropertyId | null | undefined;
  readonly period?: string | null | undefined;
  readonly definition?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly direction?: 'ascending' | 'descending' | null | undefined;
}

export const Order = builder.inputType('Order', {
  description:
    'What to order by: `by` or `property`, not both. Unknown comes last in both directions; ties are ordered by id, ascending.',
  fields: (t) => ({
    by: t.field({ type: orderKeyEnum(), description: 'A key of its own.' }),
    property: t.field({
      type: Property,
      description: 'A figure: its value, else the middle of its bounds, else its one bound.',
    }),
    period: t.field({
      type: 'PeriodLabel',
      description: "The period of the figure; left out, the latest by the lens, or the row's own.",
    }),
    definition: t.string({ description: 'The definition of the figure; left out, the first that has a claim.' }),
    unit: t.string({
      description:
        'The unit to convert figures to before ordering, currencies at the mean rate of the period; required where they do not measure the same.',
    }),
    direction: t.field({ type: OrderDirection, defaultValue: 'ascending', description: 'Which way.' }),
  }),
});

/** The argument that lists of claims and of links take. */
export const rowOrderArgument = builder.args((t) => ({
  orderBy: t.field({
    type: [Order],
    description: 'What to order by, the first key first; at most 8. They have no figures to order by.',
  }),
}));

/** The argument that lists of entities take. */
export const orderArguments = builder.args((t) => ({
  orderBy: t.field({
    type: [Order],
    description:
      'What to order by, the first key first; at most 8. Default: by name. A figure that has to be computed, or is asked through another lens than the default one, orders at most 5,000 rows.',
  }),
}));

/** Checks what a client asks to order rows by that have some keys of their own, and figures or not. */
export function orderOf(
  orderBy: readonly OrderShape[] | null | undefined,
  known: readonly RowKey[],
  figures: 'with figures' | 'without figures',
): readonly OrderShape[] {
  const order = orderBy ?? [];
  if (order.length > 8)
    throw clientError('BAD_ORDER', `orderBy holds ${order.length} keys; at most 8 are allowed.`, 'orderBy');
  for (const { by, property } of order) {
    if ((by == null) === (property == null)) {
      throw clientError('BAD_ORDER', 'Each key of orderBy has either `by` or `property`, and not both.', 'orderBy');
    }
    const names = known.map((one) => one.toUpperCase()).join(', ');
    if (by != null && !known.includes(by))
      throw clientError('BAD_ORDER', `These rows have no key ${by.toUpperCase()}: order them by ${names}.`, 'orderBy');
    if (property != null && figures === 'without figures')
      throw clientError('BAD_ORDER', `These rows have no figures to order by: order them by ${names}.`, 'orderBy');
  }
  return order;
}

/** The keys that entities of a kind have. */
export function rowKeysOf(type: EntityType): readonly RowKey[] {
  return keysIn(entityKindOf(type).order());
}

/** What the store is asked to order claims and links by. */
export function keysAsked(order: readonly OrderShape[]): readonly RowOrder[] {
  return order.flatMap(({ by, direction }) => (by == null ? [] : [{ by, descending: direction === 'descending' }]));
}

/** What the store is asked to order entities of a kind by besides their figures: one for each key that is no figure. */
export function entityKeysAsked(type: EntityType, order: readonly OrderShape[]): readonly EntityOrder[] {
  const columns = entityKindOf(type).order();
  return keysAsked(order).flatMap(({ by, descending }) => {
    const column = columns[by];
    return column === undefined ? [] : [{ by: column, descending }];
  });
}
