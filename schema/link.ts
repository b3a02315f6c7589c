import { type Evidence, evidences } from '../src/quantity/evidence.ts';
import { bestFirst } from '../src/store/bestFirst.ts';
import type { Claim } from '../src/store/claim.ts';
import { countingClaims, isSeen, seenClaims } from '../src/store/counting.ts';
import { claimsOfLink, entitiesAt, entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { LinkRow, Trust } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { ClaimRef } from './claim.ts';
import { connectionOf } from './connection.ts';
import { Entity } from './entity.ts';
import { EvidenceEnum } from './evidence.ts';
import { Node } from './node.ts';
import { isLinkKind, LinkKind } from './property.ts';

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
      resolve: evidenceOf,
    }),
    deniedBy: t.field({
      type: [Entity],
      description: 'Those who deny it, at most 100.',
      resolve: (link) => whenRead(countingOf(link), deniersOf),
    }),
    claims: t.field({
      type: [ClaimRef],
      description: 'The claims behind it, best first; at most 100. Empty where it is part of what an entity is.',
      resolve: (link) => whenRead(countingOf(link), (claims) => claims.slice(0, 100)),
    }),
  }),
});

export const LinkConnection = connectionOf(LinkRef, 'links');

/** The claims of a link that count in its view, best first. */
function countingOf(link: Seen<LinkRow>): Read<readonly Seen<Claim>[]> {
  const { lens, horizon } = link.view;
  return whenRead(claimsOfLink(link), (claims) => {
    const rows = claims.map(({ row }) => row);
    const best = bestFirst(lens, horizon, countingClaims(seenClaims(lens, horizon, rows)));
    return best.flatMap((row) => claims.filter((claim) => claim.row === row));
  });
}

function deniersOf(claims: readonly Seen<Claim>[]) {
  const lists = whenAllRead(claims.map((claim) => entitiesAt(claim, 'deniedBy', (row) => row.deniedBy)));
  return whenRead(lists, (all) => [...new Map(all.flat().map((entity) => [entity.row.key, entity])).values()]);
}

function evidenceOf({ row, view }: Seen<LinkRow>): Evidence {
  // The compiler wrote it in this form.
  const trusts = JSON.parse(row.trustJson) as readonly Trust[];
  const seen = trusts.filter((trust) => trust.rank !== 'deprecated' && isSeen(view.lens, view.horizon, trust));
  return evidences.find((evidence) => seen.some((trust) => trust.evidence === evidence)) ?? 'reported';
}
