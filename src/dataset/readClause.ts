import type { Clause, OtherPolicy } from '../controls/rule.ts';
import { clauseOutcomes, importOutcomes } from '../controls/vocabulary.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { readCondition } from './readCondition.ts';
import { readPartyMatch, readPlaceMatch } from './readMatches.ts';
import { readQuota } from './readQuota.ts';
import { readRatio } from './readRatio.ts';
import { readReason, readSources } from './readSources.ts';
import { readWindows } from './readWindows.ts';
import type { ClauseEntry } from './ruleShape.ts';
import type { World } from './world.ts';

/** What a clause takes from around it. */
interface Around {
  /** The slug of the control. */
  readonly control: string;
  /** The sources of the rule, for clauses that name none. */
  readonly sources: readonly string[];
  /** The names of the definitions; null where their file cannot be read. */
  readonly definitions: readonly string[] | null;
}

/** Reads a clause. What is wrong with it is a problem, and is left out of it. */
export function readClause(entry: ClauseEntry, spot: Spot, around: Around, world: World): Clause {
  const { findings } = world;
  checkClause(entry, spot, findings);
  const own = readSources(entry, spot, world);
  const sources = own.length === 0 ? around.sources : own;
  if (sources.length === 0 && entry.source === undefined && entry.sources === undefined)
    report(findings, spot, 'a clause without a source: add `source` here, or to the rule');
  const { party, quota, rate, when } = entry;
  const words = { ...world, definitions: around.definitions, spot: inside(spot, 'when') };
  return {
    id: entry.id,
    citation: entry.citation,
    text: entry.text?.trim(),
    sources,
    operative: readWindows(entry.operative, inside(spot, 'operative'), world),
    codified: entry.codified === undefined ? undefined : readWindows(entry.codified, inside(spot, 'codified'), world),
    destinations: readPlaceMatch(entry.destinations, inside(spot, 'destinations'), world),
    party: party && readPartyMatch(party, inside(spot, 'party'), world),
    exporter: entry.exporter,
    flow: entry.flow,
    when: when === undefined ? undefined : (readCondition(when, words) ?? undefined),
    outcome: entry.outcome,
    policy: entry.policy,
    policyRank: entry.policyRank,
    policyReason: entry.policyReason,
    otherPolicies: entry.otherPolicies?.map((other, index) =>
      otherPolicy(other, inside(spot, 'otherPolicies', index), world),
    ),
    lifts: entry.lifts?.map((name) => fullName(name, around.control)),
    replaces: entry.replaces?.map((name) => fullName(name, around.control)),
    inCountry: entry.inCountry === 'true' ? true : undefined,
    quota: quota && (readQuota(quota, inside(spot, 'quota'), findings) ?? undefined),
    rate: rate === undefined ? undefined : (readRatio(rate, inside(spot, 'rate'), findings) ?? undefined),
    requires: entry.requires,
    rank: entry.rank,
    reason: entry.reason?.trim(),
    note: entry.note?.trim(),
  };
}

/** The name of a clause of any control: `us-2023-10-acs/a-d5`. */
function fullName(name: string, control: string): string {
  return name.includes('/') ? name : `${control}/${name}`;
}

function otherPolicy(entry: NonNullable<ClauseEntry['otherPolicies']>[number], spot: Spot, world: World): OtherPolicy {
  const sources = readSources(entry, spot, world);
  if (entry.source === undefined && entry.sources === undefined)
    report(world.findings, spot, 'a policy without a source: add `source`');
  return { policy: entry.policy, sources };
}

/** What does not go together in a clause. */
function checkClause(entry: ClauseEntry, spot: Spot, findings: Findings): void {
  const { outcome, policy, lifts, flow, rate, operative, codified } = entry;
  const problem = (key: string, message: string) => report(findings, inside(spot, key), message);
  const isImport = outcome in importOutcomes;
  const isLicence = outcome === 'licence-required';

  if (isLicence && policy === undefined)
    problem('outcome', 'a licence without a policy: add `policy`, `unstated` where none was made public');
  if (!isLicence && policy !== undefined) problem('policy', `\`${outcome}\` asks for no licence: leave the policy out`);
  if (outcome.startsWith('exception') && lifts === undefined)
    problem('outcome', 'an exception that lifts nothing: add `lifts`, the clauses that it is an exception to');
  if (lifts !== undefined && (isLicence || isImport))
    problem(
      'outcome',
      `an exception cannot end in \`${outcome}\`: write \`replaces\` instead of \`lifts\`, or ${exceptions}`,
    );
  if (isImport && flow === undefined) problem('outcome', `\`${outcome}\` is of imports: add \`flow: import\``);
  if (!isImport && flow !== undefined)
    problem(
      'outcome',
      `\`${outcome}\` is of exports: leave \`flow\` out, or write ${Object.keys(importOutcomes).join(', ')}`,
    );
  if (outcome === 'duty' && rate === undefined) problem('outcome', 'a duty without a rate: add `rate`');
  if (rate !== undefined && outcome !== 'duty' && !isLicence)
    problem('rate', `\`${outcome}\` takes nothing of the value: leave the rate out`);
  if (entry.otherPolicies?.some((other) => other.policy === policy))
    problem('otherPolicies', `\`${policy}\` is the policy of the clause: name its sources under \`sources\``);
  if (operative === 'never' && codified === undefined)
    problem('operative', 'a clause that was never applied nor codified does nothing: add `codified`, or leave it out');
  if (codified === operative) problem('codified', 'the same as `operative`: leave it out');
  readReason(entry.rank, entry.reason, spot, findings);
  readReason(entry.policyRank, entry.policyReason, spot, findings, { rank: 'policyRank', reason: 'policyReason' });
}

const exceptions = Object.keys(clauseOutcomes)
  .filter((outcome) => outcome !== 'licence-required')
  .map((outcome) => `\`${outcome}\``)
  .join(', ');
