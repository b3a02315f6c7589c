import { isProperty } from '../src/quantity/door.ts';
import type { Claim } from '../src/store/claim.ts';
import { ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import { countingClaims, publicationSeen, seenClaims } from '../src/store/counting.ts';
import { entitiesAt, entityAt, factOf, linkAt, sourcesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { connectionOf } from './connection.ts';
import { Entity } from './entity.ts';
import { enumOf } from './enumOf.ts';
import { EvidenceEnum } from './evidence.ts';
import { FigureRef, figureIn } from './figure.ts';
import { LinkRef } from './link.ts';
import { Node } from './node.ts';
import { PeriodRef } from './period.ts';
import { Property } from './property.ts';
import { Qualifier, qualifiersOf } from './qualifier.ts';
import { Source } from './source.ts';
import { togetherFields } from './togetherFields.ts';

export const Rank = enumOf('Rank', 'The rank of a claim among others about the same thing, highest first.', {
  preferred: 'Chosen by the editors over equals.',
  normal: 'Counts.',
  tentative:
    'Weak: answers a look-up where nothing better does, and is left out of sums, orders, filters and groups unless the view takes it in.',
  deprecated: 'Wrong, doubled or retracted: readable with its reason, and counts in no view.',
});

const ClaimKind = enumOf('ClaimKind', 'Of what sort a claim is, where it is more than a statement of fact.', {
  opinion: 'It is reported that somebody said so; whether it is so is another matter.',
  plan: 'What somebody means to do.',
  guidance: 'What a firm tells its investors to expect.',
  denial: 'It is reported that somebody denied it.',
});

export const ClaimRef = builder.objectRef<Seen<Claim>>('Claim');

const Speaker = builder.objectRef<Seen<Claim>>('Speaker').implement({
  description: 'Who said something.',
  fields: (t) => ({
    name: t.string({
      description: 'The name as the source gives it, for example `unnamed analysts`.',
      resolve: ({ row }) => row.speakerName ?? '',
    }),
    role: t.string({
      nullable: true,
      description: 'The role in which it was said; null where the source gives none.',
      resolve: ({ row }) => row.speakerRole,
    }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'The person or firm; null where it is not in the graph.',
      resolve: (claim) => entityAt(claim, 'speaker', (row) => row.speakerKey),
    }),
  }),
});

const FileLine = builder.objectRef<{ readonly file: string; readonly line: number }>('FileLine').implement({
  description: 'A place in the data.',
  fields: (t) => ({
    file: t.exposeString('file', { description: 'The file, relative to the root of the project.' }),
    line: t.exposeInt('line', { description: 'The line, counted from 1.' }),
  }),
});

builder.objectType(ClaimRef, {
  description: "One source's assertion about one property of one subject.",
  interfaces: () => [Node],
  fields: (t) => ({
    subject: t.field({
      type: Entity,
      nullable: true,
      description: 'What it is about; for a claim about a link, where the link starts.',
      resolve: (claim) => entityAt(claim, 'subject', (row) => row.subjectKey),
    }),
    link: t.field({
      type: LinkRef,
      nullable: true,
      description: 'The link it is about; null where it is about the subject itself.',
      resolve: (claim) => linkAt(claim),
    }),
    property: t.field({
      type: Property,
      nullable: true,
      description: 'What was measured or said; null for a property that this server is too old to know.',
      resolve: ({ row: { property } }) => (isProperty(property) ? property : null),
    }),
    definition: t.string({
      nullable: true,
      description: 'The definition measured; null where the property has one.',
      resolve: ({ row }) => row.definition,
    }),
    qualifiers: t.field({
      type: [Qualifier],
      description: 'What else tells its fact from others: the setting, the place of a price; empty where nothing does.',
      resolve: qualifiersOf,
    }),
    period: t.field({
      type: PeriodRef,
      nullable: true,
      description: 'The period, or the day as of which it holds; null where time does not matter.',
      resolve: ({ row }) => row.period,
    }),
    figure: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The number claimed; null where the claim is no number or its amount is unknown.',
      resolve: ({ row, view }) => figureIn(view, figureOfClaim(new ClaimedFact(view, [row], [row]), row)),
    }),
    text: t.string({
      nullable: true,
      description: 'The text claimed, in own words; null where there is none.',
      resolve: ({ row }) => row.text,
    }),
    date: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day claimed, for properties that are dates.',
      resolve: ({ row }) => row.date,
    }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'The entity claimed, for properties that are entities, or that it compares with.',
      resolve: (claim) => entityAt(claim, 'entity', (row) => row.entityKey),
    }),
    evidence: t.field({ type: EvidenceEnum, description: 'How good it is.', resolve: ({ row }) => row.evidence }),
    kind: t.field({
      type: ClaimKind,
      nullable: true,
      description: 'Of what sort it is: an opinion, a plan; null for a plain statement of fact.',
      resolve: ({ row }) => (isClaimKind(row.kind) ? row.kind : null),
    }),
    speaker: t.field({
      type: Speaker,
      nullable: true,
      description: 'Who said it; null where the source names nobody.',
      resolve: (claim) => (claim.row.speakerName === null ? null : claim),
    }),
    published: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The day it became known in this view: of its trusted sources, the earliest. Null where no source bears a date.',
      resolve: ({ row, view }) => publicationSeen(view.lens, view.horizon, row)?.published ?? null,
    }),
    sources: t.field({
      type: [Source],
      description: 'The sources that carry it, at most 100.',
      resolve: (claim) => whenRead(sourcesOf(claim), (sources) => sources.slice(0, 100)),
    }),
    rank: t.field({
      type: Rank,
      description: 'Its rank among claims about the same thing.',
      resolve: ({ row }) => row.rank,
    }),
    reason: t.string({
      nullable: true,
      description: 'Why it is tentative, deprecated or preferred; null elsewhere.',
      resolve: ({ row }) => row.reason,
    }),
    counts: t.boolean({
      description: 'Whether it counts in this view: visible, of a rank admitted, and not yet restated.',
      resolve: (claim) =>
        whenRead(factOf(claim), (claims) => {
          const counting = countingClaims(seenClaims(claim.view.lens, claim.view.horizon, claims));
          return counting.some(({ key }) => key === claim.row.key);
        }),
    }),
    supersededBy: t.field({
      type: ClaimRef,
      nullable: true,
      description: 'The claim that restates it and is visible in this view; null where none does.',
      resolve: (claim) =>
        whenRead(factOf(claim), (claims) => {
          const seen = seenClaims(claim.view.lens, claim.view.horizon, claims);
          const successor = seen.find(({ key }) => key === claim.row.supersededByKey);
          return successor ? { ...claim, row: successor } : null;
        }),
    }),
    deniedBy: t.field({
      type: [Entity],
      description: 'Those who deny it, at most 100.',
      resolve: (claim) =>
        whenRead(
          entitiesAt(claim, 'deniedBy', (row) => row.deniedBy),
          (all) => [...all],
        ),
    }),
    inferred: t.boolean({
      description: 'Whether the source implies it rather than says it.',
      resolve: ({ row }) => row.inferred === 1,
    }),
    definedIn: t.field({
      type: FileLine,
      description: 'Where it stands in the data, for those who want to correct it.',
      resolve: ({ row }) => ({ file: row.file, line: row.line }),
    }),
  }),
});

export const ClaimConnection = connectionOf(ClaimRef, 'claims', togetherFields);

function isClaimKind(kind: string | null): kind is 'opinion' | 'plan' | 'guidance' | 'denial' {
  return kind === 'opinion' || kind === 'plan' || kind === 'guidance' || kind === 'denial';
}
