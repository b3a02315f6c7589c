import type { Quota } from '../controls/rule.ts';
import { ruleQuantities } from '../controls/vocabulary.ts';
import { parseQuantity } from '../quantity/parse.ts';
import { parseUnit, unitFactor } from '../quantity/unit.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { readReason } from './readSources.ts';
import type { QuotaEntry } from './ruleShape.ts';

/** A quota, its limit in the words of the rules; null with a problem where the limit is none. */
export function readQuota(entry: QuotaEntry, spot: Spot, findings: Findings): Quota | null {
  const { limit: text, rank, reason, ...rest } = entry;
  readReason(rank, reason, spot, findings);
  const here = inside(spot, 'limit');
  const read = parseQuantity(text);
  if ('problem' in read) {
    report(findings, here, read.problem);
    return null;
  }
  const { high, low, highOpen, unit } = read;
  if (high === null || low !== null) {
    report(findings, here, `\`${text}\` is no upper limit: write one such as \`<= 50 %\``);
    return null;
  }
  const used = rest.uses === undefined ? null : ruleQuantities[rest.uses].unit;
  const share = unitFactor(unit, 'ratio');
  const wanted = used ?? (share === null ? unit : 'ratio');
  const factor = unitFactor(unit, parseUnit(wanted) ?? wanted);
  if (factor === null) {
    report(findings, here, `\`${rest.uses}\` is not measured in ${unit}: write the limit in ${wanted}`);
    return null;
  }
  const limit = high.times(factor).toNumber();
  return { limit, unit: wanted, operator: highOpen ? 'less-than' : 'at-most', ...rest, rank, reason };
}
