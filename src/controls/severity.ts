import { type ClauseOutcome, clauseOutcomes, type LicencePolicy, licencePolicies } from './vocabulary.ts';

const outcomes = Object.keys(clauseOutcomes);
const policies = Object.keys(licencePolicies);

/** A number that is higher where more is asked for: by outcome, then by policy. */
export function severityOf(outcome: ClauseOutcome, policy: LicencePolicy | null): number {
  const steps = policies.length + 1;
  return outcomes.indexOf(outcome) * steps + (policy === null ? 0 : policies.indexOf(policy) + 1);
}
