import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { EntityCount } from './entityCount.ts';
import { entityOfId } from './entityOfId.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { followedArguments, printBudget } from './followed.ts';
import { LinkRef } from './link.ts';
import { type NeighbourhoodShape, type NeighbourShape, neighbourhoodOf } from './neighbourhoodOf.ts';

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
      description: 'The links among them and to the centre, by id; at most 2,000.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ links }) => links,
    }),
    cut: t.field({
      type: [EntityCount],
      description: 'What was cut off by `first`, by kind of entity.',
      resolve: ({ cut }) => cut,
    }),
    truncated: t.boolean({
      description: `Whether more links run among them, or a budget was hit, so that what was cut is itself a lower bound: ${printBudget}.`,
      resolve: ({ truncated }) => truncated,
    }),
  }),
});

/** How many links away one may look. */
const deepest = 4;

/** How many entities may be asked for, and how many are where nothing is said. */
const sizes = { most: 500, standard: 100 };

entryPoint('neighbourhood', (t) =>
  t.field({
    type: Neighbourhood,
    nullable: true,
    description: 'What lies around an entity. Null where nothing has that id.',
    args: {
      of: t.arg.id({ required: true, description: 'Id of the entity in the centre.' }),
      depth: t.arg.int({ defaultValue: 1, description: `How many links away: 1 to ${deepest}.` }),
      ...followedArguments,
      first: t.arg.int({
        defaultValue: sizes.standard,
        description: `At most this many entities: 1 to ${sizes.most}.`,
      }),
    },
    complexity: ({ first }) => ({
      field: 1,
      multiplier: Math.min(Math.max(first ?? sizes.standard, 1), sizes.most),
    }),
    resolve(view, { of, depth, first, ...asked }, context) {
      const links = depth ?? 1;
      if (links < 1 || links > deepest) {
        throw clientError(
          'BAD_ARGUMENT',
          `depth is ${links}; what is 1 to ${deepest} links away can be asked for.`,
          'depth',
        );
      }
      const most = first ?? sizes.standard;
      if (most < 1 || most > sizes.most)
        throw clientError('BAD_PAGE', `first is ${most}; 1 to ${sizes.most} entities can be asked for.`, 'first');
      return whenRead(entityOfId(context, view, of, 'of'), (centre) =>
        centre === null ? null : neighbourhoodOf(centre, { ...asked, depth: links, first: most }),
      );
    },
  }),
);
