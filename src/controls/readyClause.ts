import type { BookClause } from './evaluation.ts';
import { daysOf } from './places.ts';
import type { Days } from './question.ts';
import type { Clause, Definition } from './rule.ts';
import { severityOf } from './severity.ts';
import { always, type Test, testOf } from './test.ts';
import { type ClauseOutcome, clauseOutcomes, type LicencePolicy, type Reading } from './vocabulary.ts';

/** A clause made ready for use. */
export interface ReadyClause {
  readonly clause: BookClause;
  readonly test: Test;
  /** Its place among all clauses by severity: outcome, then policy, then how late its rule is. */
  readonly rank: number;
  /** What it asks for of a shipment; nothing where it is a measure on imports. */
  readonly outcome: ClauseOutcome;
  /** How applications are reviewed; null where no licence is asked for. */
  readonly policy: LicencePolicy | null;
  readonly days: Readonly<Record<Reading, readonly Days[]>>;
}

/** Clauses made ready, mildest first. */
export function readyClauses(
  clauses: readonly BookClause[],
  definitions: Readonly<Record<string, Definition>>,
): readonly ReadyClause[] {
  // Within a rule the clause that stands first counts more, and sorting keeps the order of equals.
  return clauses
    .toReversed()
    .toSorted(bySeverity)
    .map((clause, rank) => ({
      clause,
      test: clause.when === undefined ? always : testOf(clause.when, definitions),
      rank,
      outcome: outcomeOf(clause),
      policy: policyOf(clause),
      days: { practice: clause.operative.map(daysOf), text: (clause.codified ?? clause.operative).map(daysOf) },
    }));
}

function bySeverity(a: BookClause, b: BookClause): number {
  return (
    severityOf(outcomeOf(a), policyOf(a)) - severityOf(outcomeOf(b), policyOf(b)) ||
    compareTexts(firstDay(a), firstDay(b)) ||
    compareTexts(a.control, b.control)
  );
}

function outcomeOf({ outcome }: Clause): ClauseOutcome {
  return outcome in clauseOutcomes ? (outcome as ClauseOutcome) : 'unrestricted';
}

function policyOf({ outcome, policy = 'unstated' }: Clause): LicencePolicy | null {
  return outcome === 'licence-required' ? policy : null;
}

function firstDay({ operative, codified = [] }: Clause): string {
  const days = [...operative, ...codified].map(({ from = '' }) => from);
  return days.toSorted()[0] ?? '';
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
