import type { ObjectRef } from '@pothos/core';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { type ConnectionShape, connectionOf, pageArguments, pageComplexity } from './connection.ts';
import { entityConnection } from './entities.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import type { Filter } from './filter.ts';
import { orderArguments } from './order.ts';
import { togetherFields } from './togetherFields.ts';

/** The GraphQL type of one kind of entity. */
export type EntityRef = ObjectRef<BuilderTypes, Seen<EntityRow>, Seen<EntityRow>>;

/** The GraphQL type of pages of one kind of entity. */
export type EntityConnectionRef = ObjectRef<
  BuilderTypes,
  ConnectionShape<Seen<EntityRow>>,
  ConnectionShape<Seen<EntityRow>>
>;

/** How a kind of entity is asked for at the root. */
interface EntityEntry {
  readonly type: EntityType;
  /** The name of its look-up, `company`, and of its list, `companies`. */
  readonly one: string;
  readonly many: string;
  /** What it is in prose, `export control`, and several of them. */
  readonly noun: string;
  readonly nouns: string;
  /** A slug, as an example. */
  readonly example: string;
}

/** Declares a kind of entity: its look-up, its list, and the type of its pages. `filter` is asked for when the schema is built. */
export function entityEntries(
  ref: EntityRef,
  entry: EntityEntry,
  filter: () => Filter<EntityWhere>,
): EntityConnectionRef {
  const { type, one, many, noun, nouns, example } = entry;
  const Connection = connectionOf(ref, nouns, togetherFields);
  entryPoint(one, (t) =>
    t.field({
      type: ref,
      nullable: true,
      description: `The ${noun} of that slug, alias, merged slug or identifier${type === 'Company' ? ' (`lei:…`, `ticker:NASDAQ:NVDA`)' : ''}; null where there is none.`,
      args: { slug: t.arg.string({ required: true, description: `The slug, for example \`${example}\`.` }) },
      resolve: (view, { slug }) => lookUp(view, type, noun, slug),
    }),
  );
  entryPoint(many, (t) =>
    t.field({
      type: Connection,
      description: `All ${nouns}, by name unless ordered otherwise.`,
      args: { ...whereArgument(filter()), ...orderArguments, ...pageArguments },
      complexity: pageComplexity,
      resolve: (view, asked) =>
        whenRead(filter().where(asked.where, view), (where) =>
          entityConnection(view, null, { all: type }, where, asked),
        ),
    }),
  );
  return Connection;
}

/** The argument by which a list of entities is narrowed. */
export function whereArgument(filter: Filter<EntityWhere>) {
  return builder.args((t) => ({ where: t.field({ type: filter.ref, description: 'Which of them.' }) }));
}

/** The entity that a client names; null where there is none. @throws the client's error where the name is not enough */
export function lookUp(view: View, type: EntityType, noun: string, name: string): Read<Seen<EntityRow> | null> {
  if (name.length > 200) throw clientError('BAD_ARGUMENT', 'slug has at most 200 characters.', 'slug');
  return whenRead(view.named(type, name), ([first, ...others]) => {
    if (first === undefined) return null;
    if (others.length === 0) return first;
    const slugs = [first, ...others].map(({ row }) => row.slug).join(', ');
    throw clientError(
      'AMBIGUOUS_NAME',
      `"${name}" is the name of more than one ${noun}: write one of the slugs ${slugs}.`,
      'slug',
    );
  });
}
