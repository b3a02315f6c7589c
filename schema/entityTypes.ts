import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { pageArguments, pageComplexity } from './connection.ts';
import { entityConnection } from './entities.ts';
import { Entity } from './entity.ts';
import { type EntityKind, merged, whereArgument } from './entityKind.ts';
import { entityKinds } from './entityKinds.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { Node } from './node.ts';
import { orderArguments } from './order.ts';
import { togetherFields } from './togetherFields.ts';
import './company.ts';
import './exportControl.ts';
import './group.ts';
import './investment.ts';
import './market.ts';
import './person.ts';
import './place.ts';
import './processor.ts';
import './product.ts';
import './shipment.ts';
import './source.ts';

// The types and entry points of all kinds of entity. This rests on the whole interface, and no kind rests on it.

for (const kind of entityKinds()) {
  builder.objectType(kind.ref, {
    description: kind.description,
    interfaces: () => [Node, Entity],
    fields: (t) =>
      merged(
        {},
        kind.fields().map((field) => field.fields?.(t) ?? {}),
      ),
  });
  builder.objectFields(kind.connection, togetherFields);
  addEntries(kind);
}

function addEntries({ type, ref, connection, filter, one, many, noun, nouns, example }: EntityKind) {
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
      type: connection,
      description: `All ${nouns}, by name unless ordered otherwise.`,
      args: { ...whereArgument(filter), ...orderArguments, ...pageArguments },
      complexity: pageComplexity,
      resolve: (view, asked) =>
        whenRead(filter.where(asked.where, view), (where) => entityConnection(view, null, { all: type }, where, asked)),
    }),
  );
}

/** The entity that a client names; null where there is none. @throws the client's error where the name is not enough */
function lookUp(view: View, type: EntityType, noun: string, name: string): Read<Seen<EntityRow> | null> {
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
