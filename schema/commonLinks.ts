import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { type CommonLinkConnectionShape, type CommonLinkShape, commonLinksOf } from './commonLinksOf.ts';
import { PageInfo, pageArguments, pageComplexity, pageInfoOf } from './connection.ts';
import { Documentation } from './documentation.ts';
import { Entity } from './entity.ts';
import { knownEntityOfId } from './entityOfId.ts';
import { entryPoint } from './entryPoints.ts';
import { clientError } from './errors.ts';
import { followedArguments } from './followed.ts';
import { LinkRef } from './link.ts';
import { Direction } from './links.ts';

const CommonLinkEdge = builder
  .objectRef<{ readonly common: CommonLinkShape; readonly cursor: string }>('CommonLinkEdge')
  .implement({
    description: 'One row of a page of entities that several share.',
    fields: (t) => ({
      node: t.field({ type: Entity, description: 'The row.', resolve: ({ common }) => common.entity }),
      cursor: t.exposeString('cursor', {
        description: 'Its cursor, for `after` and `before`. It fits only the same entities and revision.',
      }),
      links: t.field({
        type: [LinkRef],
        description: 'The links that it has with each of them, by id; at most 100.',
        complexity: { field: 1, multiplier: 5 },
        resolve: ({ common }) => common.links,
      }),
    }),
  });

const CommonLinkConnection = builder.objectRef<CommonLinkConnectionShape>('CommonLinkConnection').implement({
  description: 'A page of entities that several share.',
  fields: (t) => ({
    edges: t.field({
      type: [CommonLinkEdge],
      description: 'The rows of the page.',
      complexity: { field: 1, multiplier: 1 },
      resolve: ({ nodes, cursorOf }) => nodes.map((common) => ({ common, cursor: cursorOf(common) })),
    }),
    pageInfo: t.field({ type: PageInfo, description: 'Where the page stands.', resolve: pageInfoOf }),
    totalCount: t.int({ description: 'How many there are over all pages.', resolve: (page) => page.totalCount() }),
    documentation: t.field({
      type: Documentation,
      description:
        'How thick the documentation under this answer is: the entities looked at are those asked about; undocumented are those of them without any link of the kinds asked for.',
      resolve: ({ documentation }) => documentation,
    }),
  }),
});

/** Of how many entities one may ask. */
const fewest = 2;
const most = 20;

entryPoint('commonLinks', (t) =>
  t.field({
    type: CommonLinkConnection,
    nullable: true,
    description:
      'What several entities share: suppliers, customers, investors. What most of them share comes first, then by id.',
    args: {
      of: t.arg.idList({ required: true, description: `Ids of the entities, ${fewest} to ${most}.` }),
      ...followedArguments,
      direction: t.arg({
        type: Direction,
        defaultValue: 'both',
        description: 'Which way the links run, seen from these entities.',
      }),
      atLeast: t.arg.int({
        description: `How many of them must share it, ${fewest} or more. Default: all of them.`,
      }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve(view, { of, direction, atLeast, ...asked }, context) {
      if (of.length > most)
        throw clientError('BAD_ARGUMENT', `of holds ${of.length} ids; at most ${most} are allowed.`, 'of');
      const entities = whenAllRead(of.map((id) => knownEntityOfId(context, view, id, 'of')));
      return whenRead(entities, (found) => {
        const [through = view] = found.map((entity) => entity.view);
        const keys = distinctKeys(found);
        const sharing = atLeast ?? keys.length;
        if (sharing < fewest || sharing > keys.length) {
          throw clientError(
            'BAD_ARGUMENT',
            `atLeast is ${sharing}; of ${keys.length} entities ${fewest} to ${keys.length} can share something.`,
            'atLeast',
          );
        }
        return commonLinksOf(through, keys, { ...asked, direction: direction ?? 'both', atLeast: sharing });
      });
    },
  }),
);

function distinctKeys(entities: readonly Seen<EntityRow>[]): readonly number[] {
  if (new Set(entities.map(({ view }) => view)).size > 1)
    throw clientError('BAD_ID', 'The ids name several lenses: take all from the same view.', 'of');
  const keys = [...new Set(entities.map(({ row }) => row.key))].sort((a, b) => a - b);
  if (keys.length < fewest)
    throw clientError(
      'BAD_ARGUMENT',
      `of names ${keys.length === 1 ? 'one entity' : 'no entity'}; name at least ${fewest}.`,
      'of',
    );
  return keys;
}
