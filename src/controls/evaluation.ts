import type { Decimal } from '../quantity/decimal.ts';
import type { Fact, Span } from './question.ts';
import type { Clause, Comparison } from './rule.ts';
import type { ClauseOutcome, ExportOutcome, LicencePolicy, RuleQuantity } from './vocabulary.ts';

/** A clause and the control that it stands in. */
export interface BookClause extends Clause {
  /** The slug of the control. */
  readonly control: string;
  /** `us-2023-10-acs/a-d5`. */
  readonly key: string;
}

/** True, false, or null where that is open. */
export type Truth = boolean | null;

/** One answer that remains. */
export interface Candidate {
  readonly outcome: ClauseOutcome;
  /** Null where no licence is required. */
  readonly policy: LicencePolicy | null;
  /** The clause that would decide; null where none would. */
  readonly clause: BookClause | null;
}

/** What follows, without the reasons. */
export interface Verdict {
  readonly outcome: ExportOutcome;
  /** Null where no licence is required or policies remain open. */
  readonly policy: LicencePolicy | null;
  /** The clause that decides; null where none does, or where it depends. */
  readonly clause: BookClause | null;
  /** What remains where outcome or policy is not settled, mildest first; empty elsewhere. */
  readonly candidates: readonly Candidate[];
  /** Whether it would be another if what rests on tentative claims were unknown. */
  readonly tentative: boolean;
  /** The quantities without any bound that decide, where the outcome is `unknown`; empty elsewhere. */
  readonly missing: readonly RuleQuantity[];
}

/** A verdict and why. */
export interface Evaluation extends Verdict {
  /** Every condition weighed, those of clauses that did not apply included, the deciding ones first. */
  readonly conditions: readonly WeighedCondition[];
  /** The conditions that bounds straddle, where the outcome is `possibly`. */
  readonly straddling: readonly WeighedCondition[];
  readonly otherClauses: readonly WeighedClause[];
  /** The tentative quantities that the verdict rests on. */
  readonly restsOn: readonly RuleQuantity[];
  readonly cautions: readonly Caution[];
}

/** A clause in force that reaches destination, buyer and exporter, and does not decide. */
export interface WeighedClause {
  readonly clause: BookClause;
  readonly applies: Truth;
  /** The clause that lifts it or takes its place; null where none does. */
  readonly yieldsTo: BookClause | null;
}

/** A condition, and how the item stands to it. */
export interface WeighedCondition {
  readonly clause: BookClause;
  readonly comparison: Comparison;
  /** The innermost named part that it stands in: `b.2`; null where the clause states it itself. */
  readonly paragraph: string | null;
  /** Computed ones included; null where unknown. */
  readonly actual: Fact | null;
  readonly met: Truth;
  /** (Actual less threshold) over threshold; null where no number is compared, the threshold is 0 or the value unknown. */
  readonly margin: Span | null;
  /** Actual less threshold, in the quantity's unit. */
  readonly distance: Span | null;
  readonly threshold: Decimal | null;
  /** `TPP 2368 < 2400: 1.3 % below`. */
  readonly text: string;
}

/** Something to watch for. */
export interface Caution {
  readonly code: 'low-confidence' | 'disputed' | 'requires' | 'not-modelled' | 'also-unknown' | 'too-many-cases';
  readonly message: string;
}
