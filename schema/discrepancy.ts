import type { Claim } from '../src/store/claim.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { ClaimRef } from './claim.ts';
import { ComparisonRef } from './comparison.ts';
import { connectionOf, pageArguments, pageComplexity } from './connection.ts';
import type { Discrepancy } from './discrepancies.ts';
import { discrepancyConnection } from './discrepanciesOf.ts';
import { Entity } from './entity.ts';
import { EntityFilter } from './entityFilter.ts';
import { entryPoint } from './entryPoints.ts';
import { enumOf } from './enumOf.ts';
import { LinkRef } from './link.ts';
import { PeriodRef } from './period.ts';
import { Property } from './property.ts';

/** A contradiction on a page, and what it speaks of. */
export interface DiscrepancyShape {
  readonly discrepancy: Discrepancy;
  readonly subject: Seen<EntityRow>;
  readonly claims: readonly Seen<Claim>[];
  readonly link: Seen<LinkRow> | null;
  readonly others: readonly Seen<EntityRow>[];
}

const DiscrepancyKind = enumOf('DiscrepancyKind', 'The kinds of contradiction.', {
  claims: "Claims about the same thing lie beyond each other's bounds, or name days that are not the same.",
  total:
    'A total does not reconcile with its parts: a group with its members, a year with its quarters, shipments with those within them.',
  growth: 'The amounts contradict the reported growth.',
  dispute:
    'Somebody denies a link, or what is said of an entity; or a source says of the policy of a clause, or of what a control keeps from a place, what the rules here do not give.',
  name: 'Several entities of one kind bear one name.',
});

const DiscrepancyRef = builder.objectRef<DiscrepancyShape>('Discrepancy').implement({
  description:
    'A place where facts contradict each other, as the view sees them: claims that do not count, and tentative ones where the lens leaves them out, contradict nothing.',
  fields: (t) => ({
    kind: t.field({
      type: DiscrepancyKind,
      description: 'What kind of contradiction it is.',
      resolve: ({ discrepancy }) => discrepancy.kind,
    }),
    subject: t.field({
      type: Entity,
      description: 'The entity concerned: of capital expenditure the investor, of a link where it starts.',
      resolve: ({ subject }) => subject,
    }),
    others: t.field({
      type: [Entity],
      description:
        'Whom it concerns besides: those of the same name, the other end of a link, who denies; at most 100.',
      resolve: ({ others }) => others.slice(0, 100),
    }),
    property: t.field({
      type: Property,
      nullable: true,
      description: 'The property concerned; null for a name.',
      resolve: ({ discrepancy }) => discrepancy.property,
    }),
    link: t.field({
      type: LinkRef,
      nullable: true,
      description: 'The link concerned; null where it is about an entity itself.',
      resolve: ({ link }) => link,
    }),
    period: t.field({
      type: PeriodRef,
      nullable: true,
      description: 'The period concerned; null where time does not matter.',
      resolve: ({ discrepancy }) => discrepancy.period,
    }),
    comparison: t.field({
      type: ComparisonRef,
      nullable: true,
      description:
        'The two sides with their difference: the best claim and one that it contradicts, the total and the sum, the growth reported and computed. Null where they are no numbers.',
      resolve: ({ discrepancy }) => discrepancy.comparison(),
    }),
    claims: t.field({
      type: [ClaimRef],
      description: 'The claims on all sides, at most 100.',
      resolve: ({ claims }) => claims.slice(0, 100),
    }),
    text: t.string({
      description: 'The contradiction in plain words, with its arithmetic.',
      resolve: ({ discrepancy }) => discrepancy.text(),
    }),
  }),
});

export const DiscrepancyConnection = connectionOf(DiscrepancyRef, 'contradictions');

/** The argument by which a list of contradictions is narrowed. */
export const kindsArgument = builder.args((t) => ({
  kinds: t.field({ type: [DiscrepancyKind], description: 'Only these kinds.' }),
}));

entryPoint('discrepancies', (t) =>
  t.field({
    type: DiscrepancyConnection,
    description:
      'All contradictions among the facts, by subject. An error where too many claims would have to be compared.',
    args: {
      ...kindsArgument,
      subject: t.arg({ type: EntityFilter.ref, description: 'Only of these entities.' }),
      ...pageArguments,
    },
    complexity: pageComplexity,
    resolve: (view, { subject, ...asked }) =>
      whenRead(EntityFilter.where(subject, view), (where) =>
        discrepancyConnection({ view, parent: null, where: subject == null ? {} : where }, asked),
      ),
  }),
);
