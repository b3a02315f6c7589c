import { type Evidence, weakest } from '../src/quantity/evidence.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Entity } from './entity.ts';
import { EvidenceEnum } from './evidence.ts';
import { LinkRef } from './link.ts';
import { countingClaimsOf, evidenceOfLink, isDenied } from './linkState.ts';

/** A chain of links: one entity more than links. */
export interface PathShape {
  readonly entities: readonly Seen<EntityRow>[];
  readonly links: readonly Seen<LinkRow>[];
}

export const PathRef = builder.objectRef<PathShape>('Path').implement({
  description: 'A chain of links.',
  fields: (t) => ({
    length: t.int({ description: 'How many links it has.', resolve: ({ links }) => links.length }),
    entities: t.field({
      type: [Entity],
      description: 'The entities along it: one more than links.',
      resolve: ({ entities }) => entities,
    }),
    links: t.field({
      type: [LinkRef],
      description: 'The links along it, in order; each may run either way.',
      resolve: ({ links }) => links,
    }),
    evidence: t.field({
      type: EvidenceEnum,
      description: 'The weakest evidence along it.',
      resolve: ({ links }): Evidence => weakest('reported', ...links.map(evidenceOfLink)),
    }),
    disputed: t.boolean({
      description: 'Whether a link of it is disputed.',
      resolve: ({ links }) =>
        whenRead(whenAllRead(links.map(countingClaimsOf)), (claims) => claims.flat().some(({ row }) => isDenied(row))),
    }),
  }),
});
