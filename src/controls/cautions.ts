import { missingOf } from './conclusion.ts';
import type { BookClause, Caution, Verdict } from './evaluation.ts';
import { daysOf, isWithin } from './places.ts';
import type { Question } from './question.ts';
import { reachOf } from './reach.ts';
import type { Quota } from './rule.ts';
import type { Rules } from './rules.ts';
import type { Situation } from './situation.ts';
import { restsOn, verdictOf } from './verdict.ts';
import { ruleQuantities } from './vocabulary.ts';

/** What to watch for in a verdict: weak clauses, other readings, what must be shown, and what no rule here covers. */
export function cautionsOf(
  rules: Rules,
  question: Question,
  verdict: Verdict,
  situation: Situation,
): readonly Caution[] {
  const deciding = decidingClauses(verdict);
  const rests = restsOn(situation, question.item).map((quantity) => ruleQuantities[quantity].name);
  return [
    ...deciding.flatMap((clause) => weaknesses(clause, question)),
    ...(rests.length === 0
      ? []
      : [{ code: 'low-confidence', message: `weak claims decide: ${rests.join(', ')}` } as const]),
    ...alsoUnknown(verdict, situation, question),
    ...deciding.flatMap(requirements),
    ...quotasUnasked(rules, question, deciding),
    ...(verdictOf(situation, question.item).complete ? [] : [tooManyCases]),
    ...(asksLicence(verdict) ? [] : [unmodelled]),
  ];
}

const unmodelled: Caution = {
  code: 'not-modelled',
  message:
    'end uses, end users by name other than those listed here, sanctions and the rules of other countries can still forbid it',
};

const tooManyCases: Caution = {
  code: 'too-many-cases',
  message: 'too little is known to look at every case: some of the candidates may not be possible',
};

/** Bounds straddle a threshold, and there is more that nothing bounds: narrower bounds alone would not settle it. */
function alsoUnknown({ outcome }: Verdict, situation: Situation, { item }: Question): readonly Caution[] {
  const missing = outcome === 'possibly' ? missingOf(situation, item) : [];
  if (missing.length === 0) return [];
  const names = missing.map((quantity) => ruleQuantities[quantity].name).join(', ');
  return [{ code: 'also-unknown', message: `this is not known at all, and decides too: ${names}` }];
}

function asksLicence({ outcome, candidates }: Verdict): boolean {
  return candidates.length === 0
    ? outcome === 'licence-required'
    : candidates.every((one) => one.outcome === 'licence-required');
}

function decidingClauses({ clause, candidates }: Verdict): readonly BookClause[] {
  return [...new Set([clause, ...candidates.map((candidate) => candidate.clause)])].filter((one) => one !== null);
}

function weaknesses(clause: BookClause, { day, reading }: Question): readonly Caution[] {
  const { key, rank, reason, policyRank, policyReason, otherPolicies = [], operative, codified } = clause;
  const windows = reading === 'text' ? (codified ?? operative) : operative;
  const weak = windows.filter((window) => window.rank === 'tentative' && isWithin(daysOf(window), day));
  const low = (what: string, why: string | undefined): Caution => ({
    code: 'low-confidence',
    message: `${what} is of low confidence${why === undefined ? '' : `: ${why}`}`,
  });
  return [
    ...(rank === 'tentative' ? [low(`the clause ${key}`, reason)] : []),
    ...(policyRank === 'tentative' ? [low(`the policy of ${key}`, policyReason)] : []),
    ...weak.map((window) => low(`that ${key} is in force on this day`, window.reason)),
    ...otherPolicies.map(
      ({ policy, sources }): Caution => ({
        code: 'disputed',
        message: `of ${key}, ${sources.join(' and ')} say${sources.length > 1 ? '' : 's'} ${policy.replaceAll('-', ' ')}`,
      }),
    ),
  ];
}

function requirements({ key, requires = [], quota }: BookClause): readonly Caution[] {
  const asked = [...requires, ...(quota === undefined ? [] : [quotaText(quota)])];
  return asked.length === 0 ? [] : [{ code: 'requires', message: `${key} asks for: ${asked.join('; ')}` }];
}

/** Exceptions for small amounts, where nobody said how much is shipped. */
function quotasUnasked(rules: Rules, question: Question, deciding: readonly BookClause[]): readonly Caution[] {
  if (question.shipped !== null) return [];
  return reachOf(rules, { ...question, shipped: nothing }).flatMap(({ ready: { clause } }) =>
    clause.quota === undefined || !deciding.some(({ key }) => clause.lifts?.includes(key))
      ? []
      : [{ code: 'requires', message: `${clause.key} would lift it for ${quotaText(clause.quota)}` } as const],
  );
}

const nothing = { low: null, high: null, lowOpen: false, highOpen: false };

function quotaText({ operator, limit, unit, basis }: Quota): string {
  const amount = unit === 'ratio' ? `${limit * 100} %` : `${limit} ${unit}`;
  return `${operator === 'at-most' ? 'at most' : 'less than'} ${amount} (${basis})`;
}
