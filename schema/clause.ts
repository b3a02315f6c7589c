import { alternativesOf } from '../src/controls/alternatives.ts';
import type { BookClause } from '../src/controls/evaluation.ts';
import { type ExportOutcome, exportOutcomes } from '../src/controls/vocabulary.ts';
import { ruleFigure } from '../src/metrics/ruleFigure.ts';
import { exact } from '../src/quantity/arithmetic.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { seeAll } from '../src/store/seen.ts';
import type { View } from '../src/store/view.ts';
import { whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import { Rank } from './claim.ts';
import { ConditionRef, type ConditionShape } from './condition.ts';
import { ExportControl } from './exportControl.ts';
import { FigureRef, figureIn } from './figure.ts';
import { Place } from './place.ts';
import { QuotaRef } from './quota.ts';
import { rulesOf } from './rulesOf.ts';
import { ExportOutcomeEnum, LicencePolicyEnum } from './ruleWords.ts';

/** A clause and the view that it was asked for through. What it says is the same through every lens. */
export interface ClauseShape {
  readonly clause: BookClause;
  readonly view: View;
}

export const ClauseRef = builder.objectRef<ClauseShape>('Clause');

const ConditionSet = builder.objectRef<readonly ConditionShape[]>('ConditionSet').implement({
  description: 'Conditions that must all hold.',
  fields: (t) => ({
    conditions: t.field({
      type: [ConditionRef],
      description: 'The conditions, at most 100.',
      resolve: (conditions) => conditions.slice(0, 100),
    }),
  }),
});

builder.objectType(ClauseRef, {
  description: 'One clause of a measure, in machine terms.',
  fields: (t) => ({
    name: t.string({
      description: 'Its name within the control, for example `a-d5`.',
      resolve: ({ clause }) => clause.id,
    }),
    control: t.field({
      type: ExportControl,
      nullable: true,
      description: 'The control that it belongs to.',
      resolve: ({ clause, view }) =>
        whenRead(view.named('ExportControl', clause.control), ([control]) => control ?? null),
    }),
    citation: t.string({
      nullable: true,
      description: 'The paragraph, for example `742.6(a)(6)(iii)`; null where there is no public text.',
      resolve: ({ clause }) => clause.citation ?? null,
    }),
    text: t.string({
      nullable: true,
      description: 'What it does, in plain words; null where its parts say it all.',
      resolve: ({ clause }) => clause.text ?? null,
    }),
    outcome: t.field({
      type: ExportOutcomeEnum,
      nullable: true,
      description: 'What follows where it applies; null for a tariff and other measures on imports.',
      resolve: ({ clause }) => outcomeOf(clause),
    }),
    policy: t.field({
      type: LicencePolicyEnum,
      nullable: true,
      description: 'How licence applications are reviewed; null where no licence is required.',
      resolve: ({ clause }) => (clause.outcome === 'licence-required' ? (clause.policy ?? 'unstated') : null),
    }),
    destinations: t.field({
      type: [Place],
      description: 'The places it reaches, groups as groups; at most 100.',
      resolve: ({ clause, view }) => placesOf(view, clause.destinations.anyOf ?? []),
    }),
    exceptDestinations: t.field({
      type: [Place],
      description: 'The places and groups that it leaves aside; at most 100.',
      resolve: ({ clause, view }) => placesOf(view, clause.destinations.noneOf ?? []),
    }),
    alternatives: t.field({
      type: [ConditionSet],
      description:
        'The ways to meet it, each a list of conditions that must all hold; at most 100. One empty list where every item meets it.',
      resolve: ({ clause, view }) =>
        whenRead(rulesOf(view.revision), ({ rules }) =>
          alternativesOf(clause.when, rules.book.definitions).map((conditions) =>
            conditions.map((condition): ConditionShape => ({ ...condition, view, clause, chip: null, met: null })),
          ),
        ),
    }),
    rate: t.field({
      type: FigureRef,
      nullable: true,
      description: 'The rate of a tariff or of a share of revenue, as a ratio; null where it takes none.',
      resolve: ({ clause, view }) => figureIn(view, rateOf(clause)),
    }),
    quota: t.field({
      type: QuotaRef,
      nullable: true,
      description: 'How much may pass under it; null where it sets no amount.',
      resolve: ({ clause, view }) => (clause.quota === undefined ? null : { clause, quota: clause.quota, view }),
    }),
    requires: t.stringList({
      description: 'What an exporter or applicant must show or do, in words; at most 100.',
      resolve: ({ clause }) => (clause.requires ?? []).slice(0, 100),
    }),
    rank: t.field({
      type: Rank,
      description: 'The rank of what says so: TENTATIVE where it is of weak confidence that the rule says this.',
      resolve: ({ clause }) => clause.rank ?? 'normal',
    }),
  }),
});

/** The rate that a clause takes of a value; null where it takes none. */
export function rateOf({ rate, citation, key, rank }: BookClause): Figure | null {
  if (rate === undefined) return null;
  return ruleFigure(exact(String(rate), 'ratio'), {
    text: citation === undefined ? `The rate is that of ${key}.` : `${citation}.`,
    tentative: rank === 'tentative',
  });
}

function outcomeOf({ outcome }: BookClause): ExportOutcome | null {
  return isExportOutcome(outcome) ? outcome : null;
}

function isExportOutcome(outcome: string): outcome is ExportOutcome {
  return outcome in exportOutcomes;
}

function placesOf(view: View, slugs: readonly string[]) {
  return whenRead(rulesOf(view.revision), ({ geography }) => {
    const rows = slugs.slice(0, 100).flatMap((slug) => geography.places.get(slug) ?? []);
    return [...seeAll(view, rows)];
  });
}
