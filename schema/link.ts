import type { ObjectRef } from '@pothos/core';
import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { LinkRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { type BuilderTypes, builder } from './builder.ts';
import { ClaimRef } from './claim.ts';
import { connectionOf } from './connection.ts';
import { Documentation } from './documentation.ts';
import { Entity } from './entity.ts';
import { EvidenceEnum } from './evidence.ts';
import { FigureRef, figureIn } from './figure.ts';
import { linkFigure } from './linkFigure.ts';
import { countingClaimsOf, deniersOf, evidenceOfLink, isDenied } from './linkState.ts';
import type { LinkConnectionShape } from './links.ts';
import { Node } from './node.ts';
import { isLinkKind, LinkKind } from './property.ts';
import { togetherFields } from './togetherFields.ts';

export const LinkRef = builder.objectRef<Seen<LinkRow>>('Link');

builder.objectType(LinkRef, {
  description: 'An edge of the graph.',
  interfaces: () => [Node],
  fields: (t) => ({
    kind: t.field({
      type: LinkKind,
      nullable: true,
      description:
        'What kind of link it is; the kind says how to read from and to. Null for a kind that this server is too old to know.',
      resolve: ({ row: { kind } }) => (isLinkKind(kind) ? kind : null),
    }),
    from: t.field({
      type: Entity,
      nullable: true,
      description: 'Where it starts.',
      resolve: (link) => entityAt(link, 'from', (row) => row.fromKey),
    }),
    to: t.field({
      type: Entity,
      nullable: true,
      description: 'Where it ends.',
      resolve: (link) => entityAt(link, 'to', (row) => row.toKey),
    }),
    what: t.field({
      type: Entity,
      nullable: true,
      description:
        'What it concerns besides its ends, for example the processor a foundry makes; null where nothing more is known.',
      resolve: (link) => entityAt(link, 'what', (row) => row.whatKey),
    }),
    role: t.string({
      nullable: true,
      description: 'The role of a person, as the source gives it; null for other kinds.',
      resolve: ({ row }) => row.role,
    }),
    share: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'Of an owner: the share of the equity, in percent, on the day of the lens; null for other kinds or where unknown.',
      resolve: (link) => whenRead(linkFigure(link, 'equity-share'), (figure) => figureIn(link.view, figure)),
    }),
    count: t.field({
      type: FigureRef,
      nullable: true,
      description:
        'How many: processors bought, rented or trained on; null where unknown or where the kind has no number.',
      resolve: (link) => whenRead(linkFigure(link, 'units'), (figure) => figureIn(link.view, figure)),
    }),
    start: t.field({
      type: 'Date',
      nullable: true,
      description: 'The first day; null where unknown.',
      resolve: ({ row }) => row.start,
    }),
    end: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day from which it no longer holds; null where no end is known.',
      resolve: ({ row }) => row.end,
    }),
    evidence: t.field({
      type: EvidenceEnum,
      description: 'The best evidence among its claims; REPORTED for what an entity is made of, such as its maker.',
      resolve: evidenceOfLink,
    }),
    disputed: t.boolean({
      description: 'Whether a claim of it that counts is denied by somebody, or is a denial.',
      resolve: (link) => whenRead(countingClaimsOf(link), (claims) => claims.some(({ row }) => isDenied(row))),
    }),
    deniedBy: t.field({
      type: [Entity],
      description: 'Those who deny it, at most 100.',
      resolve: (link) => whenRead(whenRead(countingClaimsOf(link), deniersOf), (deniers) => deniers.slice(0, 100)),
    }),
    claims: t.field({
      type: [ClaimRef],
      description: 'The claims behind it, best first; at most 100. Empty where it is part of what an entity is.',
      resolve: (link) => whenRead(countingClaimsOf(link), (claims) => claims.slice(0, 100)),
    }),
  }),
});

// A list of links is answered with what is documented behind it, wherever it stands.
export const LinkConnection = connectionOf(LinkRef, 'links', togetherFields) as ObjectRef<
  BuilderTypes,
  LinkConnectionShape,
  LinkConnectionShape
>;

builder.objectField(LinkConnection, 'documentation', (t) =>
  t.field({
    type: Documentation,
    description:
      'How thick the documentation under these links is, over all pages: the entities looked at are those that they join and the one they are asked of; undocumented is the one they are asked of where there is no link.',
    resolve: (page) => page.documentation(),
  }),
);
