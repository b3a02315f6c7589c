import { mostChains } from '../src/graph/findChains.ts';
import { whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { PageInfo, pageArguments, pageComplexity, pageInfoOf } from './connection.ts';
import { knownEntityOfId } from './entityOfId.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { followedArguments, printBudget } from './followed.ts';
import { Direction } from './links.ts';
import { PathRef, type PathShape } from './path.ts';
import { lengths, type PathConnectionShape, pathsBetween } from './pathsBetween.ts';

const PathEdge = builder.objectRef<{ readonly path: PathShape; readonly cursor: string }>('PathEdge').implement({
  description: 'One row of a page of paths.',
  fields: (t) => ({
    node: t.field({ type: PathRef, description: 'The row.', resolve: ({ path }) => path }),
    cursor: t.exposeString('cursor', {
      description: 'Its cursor, for `after` and `before`. It fits only the same ends and revision.',
    }),
  }),
});

const PathConnection = builder.objectRef<PathConnectionShape>('PathConnection').implement({
  description: 'A page of paths.',
  fields: (t) => ({
    edges: t.field({
      type: [PathEdge],
      description: 'The rows of the page.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ nodes, cursorOf }) => nodes.map((path) => ({ path, cursor: cursorOf(path) })),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: pageInfoOf }),
    totalCount: t.int({
      description: `How many there are over all pages; counted only when asked for, and at most ${mostChains.toLocaleString('en')}.`,
      resolve: (page) => page.totalCount(),
    }),
    truncated: t.boolean({
      description: `Whether a budget was hit before the page was full, so that paths may be missing: ${printBudget}, ${mostChains.toLocaleString('en')} paths.`,
      resolve: ({ truncated }) => truncated,
    }),
  }),
});

entryPoint('paths', (t) =>
  t.field({
    type: PathConnection,
    nullable: true,
    description:
      'The shortest chains of links between two entities, then the next longer ones; of one length by the ids of the entities along them, then by those of the links. None passes an entity twice.',
    args: {
      from: t.arg.id({ required: true, description: 'Id of the entity to start from.' }),
      to: t.arg.id({ required: true, description: 'Id of the entity to reach.' }),
      ...followedArguments,
      direction: t.arg({ type: Direction, defaultValue: 'both', description: 'Which way to follow links.' }),
      maxLength: t.arg.int({
        defaultValue: lengths.standard,
        description: `How many links a path may have: 1 to ${lengths.most}.`,
      }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve(view, { from, to, direction, maxLength, ...asked }, context) {
      const longest = maxLength ?? lengths.standard;
      if (longest < 1 || longest > lengths.most) {
        throw clientError(
          'BAD_ARGUMENT',
          `maxLength is ${longest}; paths of 1 to ${lengths.most} links can be asked for.`,
          'maxLength',
        );
      }
      // Asked for side by side, so that they are looked up together.
      const start = knownEntityOfId(context, view, from, 'from');
      const end = knownEntityOfId(context, view, to, 'to');
      return whenRead(
        whenAllRead([start, end]),
        ([one, other]) =>
          one && other && pathsBetween(one, other, { ...asked, direction: direction ?? 'both', maxLength: longest }),
      );
    },
  }),
);
