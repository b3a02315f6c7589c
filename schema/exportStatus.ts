import type { WeighedCondition } from '../src/controls/evaluation.ts';
import { seeAll } from '../src/store/seen.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { ClaimRef } from './claim.ts';
import { ClauseRef, rateOf } from './clause.ts';
import { ConditionRef, type ConditionShape } from './condition.ts';
import { disputesOf } from './exportDisputes.ts';
import type { ExportStatusShape } from './exportStatusOf.ts';
import { warningsOf } from './exportWarnings.ts';
import { FigureRef, figureIn, WarningRef } from './figure.ts';
import { HeadroomRef, headroomsOf } from './headroom.ts';
import { Place } from './place.ts';
import { Processor } from './processor.ts';
import { ExportOutcomeEnum, LicencePolicyEnum, RuleQuantityEnum } from './ruleWords.ts';

export const ExportStatus = builder.objectRef<ExportStatusShape>('ExportStatus');

type CandidateShape = ExportStatusShape['verdict']['candidates'][number] & Pick<ExportStatusShape, 'view'>;

const ExportCandidate = builder.objectRef<CandidateShape>('ExportCandidate').implement({
  description: 'One of the answers that remain.',
  fields: (t) => ({
    outcome: t.field({ type: ExportOutcomeEnum, description: 'What would follow.', resolve: ({ outcome }) => outcome }),
    policy: t.field({
      type: LicencePolicyEnum,
      nullable: true,
      description: 'How licence applications would be reviewed; null where no licence would be required.',
      resolve: ({ policy }) => policy,
    }),
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'The clause that would decide; null where none would.',
      resolve: ({ clause, view }) => clause && { clause, view },
    }),
  }),
});

builder.objectType(ExportStatus, {
  description: 'Whether a processor may be shipped to a place, and why. Information, not legal advice.',
  fields: (t) => ({
    processor: t.field({
      type: Processor,
      nullable: true,
      description: 'The processor; null for a chip that is only supposed.',
      resolve: ({ chip }) => chip.processor,
    }),
    destination: t.field({
      type: Place,
      nullable: true,
      description: 'The place.',
      resolve: ({ view, way }) => seeAll(view, [way.place])[0] ?? null,
    }),
    from: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The first day of the stretch in which the answer is the same; null where it is older than the records. In `exportStatuses` not before the time looked at.',
      resolve: ({ window }) => window.from,
    }),
    to: t.field({
      type: 'Date',
      nullable: true,
      description: 'The last day of that stretch; null where it goes on.',
      resolve: ({ window }) => window.to,
    }),
    outcome: t.field({
      type: ExportOutcomeEnum,
      description: 'What follows.',
      resolve: ({ verdict }) => verdict.outcome,
    }),
    candidates: t.field({
      type: [ExportCandidate],
      description: 'What remains where outcome or policy is not settled, mildest first; empty elsewhere.',
      resolve: ({ verdict, view }) => verdict.candidates.map((candidate) => ({ ...candidate, view })),
    }),
    tentative: t.boolean({
      description: 'Whether it would be another without the specifications that rest on weak claims.',
      resolve: ({ verdict }) => verdict.tentative,
    }),
    policy: t.field({
      type: LicencePolicyEnum,
      nullable: true,
      description:
        'How licence applications are reviewed; null where no licence is required or the policies remain open.',
      resolve: ({ verdict }) => verdict.policy,
    }),
    clause: t.field({
      type: ClauseRef,
      nullable: true,
      description: 'The clause that decides, with its control; null where none applies, or where it depends.',
      resolve: ({ verdict: { clause }, view }) => clause && { clause, view },
    }),
    otherClauses: t.field({
      type: [ClauseRef],
      description: 'Clauses that applied and were less severe, and exceptions that were weighed; at most 100.',
      resolve: ({ evaluation, view }) => evaluation.otherClauses.slice(0, 100).map(({ clause }) => ({ clause, view })),
    }),
    conditions: t.field({
      type: [ConditionRef],
      description:
        'Every condition weighed, those of clauses that did not apply included, the deciding ones first; at most 100.',
      resolve: (status) =>
        status.evaluation.conditions.slice(0, 100).map((condition) => conditionIn(status, condition)),
    }),
    missing: t.field({
      type: [RuleQuantityEnum],
      description: 'The quantities without any bound that decide, where the outcome is UNKNOWN; empty elsewhere.',
      resolve: ({ verdict }) => verdict.missing,
    }),
    straddling: t.field({
      type: [ConditionRef],
      description:
        'The conditions that the bounds of a quantity straddle, where the outcome is POSSIBLY; at most 100, empty elsewhere.',
      resolve: (status) =>
        status.evaluation.straddling.slice(0, 100).map((condition) => conditionIn(status, condition)),
    }),
    totalProcessingPerformance: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The total processing performance that was weighed; null where unknown.',
      resolve: ({ chip, view }) =>
        whenRead(chip.figureOf('total-processing-performance'), (figure) => figureIn(view, figure)),
    }),
    performanceDensity: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The performance density that was weighed; null where unknown or not defined.',
      resolve: ({ chip, view }) => whenRead(chip.figureOf('performance-density'), (figure) => figureIn(view, figure)),
    }),
    revenueShare: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The share of revenue that the licence costs, as a ratio; null where none.',
      resolve: ({ verdict: { clause }, view }) => figureIn(view, clause && rateOf(clause)),
    }),
    headroom: t.field({
      type: [HeadroomRef],
      nullable: true,
      description:
        'How far quantities could go, other things equal, before the status changes: nearest first, at most 100. Performance moves at the same area. Null where the outcome is POSSIBLY or UNKNOWN.',
      args: {
        quantities: t.arg({ type: [RuleQuantityEnum], description: 'Only for these quantities.' }),
      },
      resolve: (status, { quantities }) => headroomsOf(status, quantities ?? null),
    }),
    previous: t.field({
      type: ExportStatus,
      nullable: true,
      description: 'The status of the stretch before; null for the first.',
      resolve: ({ previous }) => previous,
    }),
    disputedBy: t.field({
      type: [ClaimRef],
      description: 'Claims that contradict the outcome or the policy, at most 100.',
      resolve: (status) => whenRead(disputesOf(status), (claims) => claims.slice(0, 100)),
    }),
    warnings: t.field({
      type: [WarningRef],
      description: 'What to watch for: low confidence, knowledge horizon, what is not modelled; at most 100.',
      resolve: (status) => warningsOf(status).slice(0, 100),
    }),
  }),
});

/** A condition that was weighed, as it is handed on. */
export function conditionIn(
  { view, chip }: Pick<ExportStatusShape, 'view' | 'chip'>,
  { clause, comparison, paragraph, met, text }: WeighedCondition,
): ConditionShape {
  const { quantity, operator, value } = comparison;
  return { view, chip, clause, quantity, operator, value, paragraph, met, text };
}
