import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { Entity } from './entity.ts';
import { EntityCount } from './entityCount.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { EvidenceFilter, evidencesOf } from './evidenceFilter.ts';
import { globalId, parseGlobalId } from './globalId.ts';
import { LinkRef } from './link.ts';
import { dayOf } from './links.ts';
import { type NeighbourhoodShape, type NeighbourShape, neighbourhoodOf } from './neighbourhoodOf.ts';
import { isEntity, nodeOf } from './node.ts';
import { periodArgument } from './period.ts';
import { LinkKind } from './property.ts';

const Neighbour = builder.objectRef<NeighbourShape>('Neighbour').implement({
  description: 'An entity and how far it is away.',
  fields: (t) => ({
    entity: t.field({ type: Entity, description: 'The entity.', resolve: ({ entity }) => entity }),
    distance: t.int({ description: 'Links from the centre.', resolve: ({ distance }) => distance }),
  }),
});

const Neighbourhood = builder.objectRef<NeighbourhoodShape>('Neighbourhood').implement({
  description: 'What lies around an entity.',
  fields: (t) => ({
    entities: t.field({
      type: [Neighbour],
      description: 'The entities reached, nearest first, then by id; at most `first`.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ entities }) => entities,
    }),
    links: t.field({
      type: [LinkRef],
      description: 'The links among them and to the centre, at most 2,000.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ links }) => links,
    }),
    cut: t.field({
      type: [EntityCount],
      description: 'What was cut off by `first`, by kind of entity.',
      resolve: ({ cut }) => [...cut].map(([type, count]) => ({ type, count })),
    }),
    truncated: t.boolean({
      description: 'Whether a budget of links was hit, so that what was cut is itself a lower bound.',
      resolve: ({ truncated }) => truncated,
    }),
  }),
});

/** How many entities may be asked for, and how many are where nothing is said. */
const sizes = { most: 500, standard: 100 };

entryPoint('neighbourhood', (t) =>
  t.field({
    type: Neighbourhood,
    nullable: true,
    description: 'What lies around an entity. Null where nothing has that id.',
    args: {
      of: t.arg.id({ required: true, description: 'Id of the entity in the centre.' }),
      depth: t.arg.int({ defaultValue: 1, description: 'How many links away: only 1 so far.' }),
      kinds: t.arg({ type: [LinkKind], description: 'Only links of these kinds.' }),
      during: t.arg({
        type: 'PeriodLabel',
        description: 'Only links that held on a day of this period; `../..` for all. Default: the day of the lens.',
      }),
      evidence: t.arg({ type: EvidenceFilter, description: 'Only links of this evidence.' }),
      first: t.arg.int({
        defaultValue: sizes.standard,
        description: `At most this many entities: 1 to ${sizes.most}.`,
      }),
    },
    complexity: ({ first }) => ({
      field: 1,
      multiplier: Math.min(Math.max(first ?? sizes.standard, 1), sizes.most),
    }),
    resolve(view, { of, depth, kinds, during, evidence, first }, context) {
      if (depth != null && depth !== 1)
        throw clientError('BAD_ARGUMENT', `depth is ${depth}; only 1 is answered so far.`, 'depth');
      const most = first ?? sizes.standard;
      if (most < 1 || most > sizes.most)
        throw clientError('BAD_PAGE', `first is ${most}; 1 to ${sizes.most} entities can be asked for.`, 'first');
      const period = during == null ? null : periodArgument(during, null, 'during');
      const among = evidence == null ? null : evidencesOf(evidence);
      return whenRead(centreOf(context, view, of), (centre) =>
        centre === null
          ? null
          : neighbourhoodOf(centre, {
              kinds: kinds ?? null,
              during: period ?? dayOf(centre.view),
              evidence: among,
              first: most,
            }),
      );
    },
  }),
);

/** The entity in the centre, seen through the view that its id names, else through the one asked. */
function centreOf(context: Context, view: View, id: string): Read<ReturnType<typeof asEntity>> {
  const named = parseGlobalId(context, id, 'of');
  const seen = named.view.lensText === '' ? globalId(named.type, named.slug, view) : id;
  return whenRead(nodeOf(context, seen, 'of'), (node) => asEntity(node, id));
}

function asEntity(node: Parameters<typeof isEntity>[0], id: string) {
  if (node === null || isEntity(node)) return node;
  throw clientError('BAD_ID', `"${id}" is no entity; a neighbourhood has an entity in its centre.`, 'of');
}
