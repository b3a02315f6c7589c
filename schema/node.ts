import type { Claim } from '../src/store/claim.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { globalId, type NodeType, parseGlobalId, revisionNamed } from './globalId.ts';
import { adHocGroup, isAdHocSlug } from './groupOf.ts';
import { revisionArgument } from './revisionArgument.ts';

/** Whatever has an id of its own. */
export type NodeShape = Seen<EntityRow> | Seen<Claim> | Seen<LinkRow>;

/** Relay's Node. The relay plugin's own makes a promise for each `id`; here the id is at hand. */
export const Node = builder.interfaceRef<NodeShape>('Node');

builder.interfaceType(Node, {
  description: 'An object with a global id.',
  resolveType: typeOf,
  fields: (t) => ({
    id: t.id({
      description:
        'The global id: readable, stable, and naming the lens where it is not the default one, and the revision where it is not the current one: `Company:alibaba`, `Company:alibaba~…`, `Company:alibaba@…`.',
      resolve: (node) => globalId(typeOf(node), 'type' in node.row ? node.row.slug : node.row.id, node.view),
    }),
  }),
});

/** What kind of node it is. */
function typeOf({ row }: NodeShape): NodeType {
  if ('type' in row) return row.type;
  return 'factKey' in row ? 'Claim' : 'Link';
}

builder.queryFields((t) => ({
  node: t.field({
    type: Node,
    nullable: true,
    description:
      'The object of that id, or null where none has it. An id that names a lens or a revision is answered through that lens, from that revision.',
    args: {
      id: t.arg.id({
        required: true,
        description: 'A global id, for example `Company:alibaba` or `Company:alibaba~…`.',
      }),
    },
    resolve: (_view, { id }, context) => nodeOfAnyRevision(context, id, 'id'),
  }),
  nodes: t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'The objects of these ids, in their order; null for each id that nothing has.',
    args: { ids: t.arg.idList({ required: true, description: 'Global ids, at most 100.' }) },
    resolve(_view, { ids }, context) {
      if (ids.length > 100)
        throw clientError('BAD_ARGUMENT', `ids holds ${ids.length} ids; at most 100 are allowed.`, 'ids');
      return whenRead(whenAllRead(ids.map((id) => nodeOfAnyRevision(context, id, 'ids'))), (nodes) => [...nodes]);
    },
  }),
}));

/** The node of a global id, of whatever kept revision it names. */
function nodeOfAnyRevision(context: Context, id: string, argument: string): Read<NodeShape | null> {
  const revision = revisionNamed(id);
  if (revision === null) return nodeOf(context, id, argument);
  return whenRead(revisionArgument(context, revision, argument), () => nodeOf(context, id, argument));
}

/** The node of a global id; null where nothing has it. Nodes that are asked for side by side are read together. */
export function nodeOf(context: Context, id: string, argument: string): Read<NodeShape | null> {
  const { type, slug, view } = parseGlobalId(context, id, argument);
  if (type === 'Claim') return view.claim(slug);
  if (type === 'Link') return view.link(slug);
  if (type === 'Group' && isAdHocSlug(slug)) return adHocGroup(context, view, slug.split('+'), argument);
  return whenRead(view.named(type, slug), ([first, second]) => (second === undefined ? (first ?? null) : null));
}

/** Whether a node is an entity. */
export function isEntity(node: NodeShape | null): node is Seen<EntityRow> {
  return node !== null && 'type' in node.row;
}
