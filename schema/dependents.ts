import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { PageInfo, pageArguments, pageComplexity, pageInfoOf } from './connection.ts';
import { type DependentConnectionShape, type DependentShape, dependentsOf, otherSuppliersOf } from './dependentsOf.ts';
import { Documentation } from './documentation.ts';
import { Entity } from './entity.ts';
import { knownEntityOfId } from './entityOfId.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { followedArguments, printBudget } from './followed.ts';
import { PathRef } from './path.ts';
import { LinkKind } from './property.ts';

const DependentEdge = builder
  .objectRef<{ readonly dependent: DependentShape; readonly cursor: string }>('DependentEdge')
  .implement({
    description: 'One row of a page of dependents.',
    fields: (t) => ({
      node: t.field({ type: Entity, description: 'The row.', resolve: ({ dependent }) => dependent.entity }),
      cursor: t.exposeString('cursor', {
        description: 'Its cursor, for `after` and `before`. It fits only the same entity and revision.',
      }),
      path: t.field({
        type: PathRef,
        description: 'The shortest chain of links to it; of several the first by the ids along it.',
        resolve: ({ dependent }) => dependent.path,
      }),
      otherSuppliers: t.field({
        type: [Entity],
        description:
          'Who else is documented to give it what the last link of the chain is about, by links of the same kind; at most 100, by id. Empty where there is none.',
        complexity: { field: 1, multiplier: 5 },
        resolve: ({ dependent }) => otherSuppliersOf(dependent),
      }),
    }),
  });

const DependentConnection = builder.objectRef<DependentConnectionShape>('DependentConnection').implement({
  description: 'A page of dependents.',
  fields: (t) => ({
    edges: t.field({
      type: [DependentEdge],
      description: 'The rows of the page.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ nodes, cursorOf }) => nodes.map((dependent) => ({ dependent, cursor: cursorOf(dependent) })),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: pageInfoOf }),
    totalCount: t.int({
      description: 'How many there are over all pages.',
      resolve: (page) => page.totalCount(),
    }),
    documentation: t.field({
      type: Documentation,
      description:
        'How thick the documentation under this answer is: the entities looked at are the one asked about and its dependents but the most distant ones; undocumented are those of which no source names a dependent.',
      resolve: ({ documentation }) => documentation,
    }),
    truncated: t.boolean({
      description: `Whether a budget was hit, so that dependents may be missing: ${printBudget}.`,
      resolve: ({ truncated }) => truncated,
    }),
  }),
});

/** How many links away one may look. */
const deepest = 6;

entryPoint('dependents', (t) =>
  t.field({
    type: DependentConnection,
    nullable: true,
    description:
      'Everything downstream of an entity: who depends on a company, place, processor or control, the nearest first, of one distance by id.',
    args: {
      of: t.arg.id({ required: true, description: 'Id of the entity.' }),
      ...followedArguments,
      kinds: t.arg({
        type: [LinkKind],
        description:
          'The kinds of link that carry dependence, followed from the end that is needed to the end that needs it. Default: SUPPLIES, FOUNDRY_FOR, MAKES, BUYS, RENTS_COMPUTE_FROM and LEASES_DATA_CENTRE_FROM; of a place besides OPERATES_DATA_CENTRE_IN, LOCATED_IN and RENTS_COMPUTE_IN; of a control RESTRICTS and LISTED_BY.',
      }),
      depth: t.arg.int({ defaultValue: 2, description: `How many links away: 1 to ${deepest}.` }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve(view, { of, depth, ...asked }, context) {
      const links = depth ?? 2;
      if (links < 1 || links > deepest) {
        throw clientError('BAD_ARGUMENT', `depth is ${links}; 1 to ${deepest} links can be followed.`, 'depth');
      }
      return whenRead(knownEntityOfId(context, view, of, 'of'), (entity) =>
        dependentsOf(entity, { ...asked, depth: links }),
      );
    },
  }),
);
