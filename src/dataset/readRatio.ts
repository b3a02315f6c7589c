import { parseQuantity } from '../quantity/parse.ts';
import { unitFactor } from '../quantity/unit.ts';
import { type Findings, report, type Spot } from './findings.ts';

/** A share, as a ratio: `25 %` is 0.25. Null with a problem where it is none from 0 to 1. */
export function readRatio(text: string, spot: Spot, findings: Findings): number | null {
  const read = parseQuantity(text, { unit: 'ratio' });
  const factor = 'problem' in read ? null : unitFactor(read.unit, 'ratio');
  const ratio = 'problem' in read || factor === null ? null : (read.value?.times(factor).toNumber() ?? null);
  if (ratio !== null && ratio >= 0 && ratio <= 1) return ratio;
  report(findings, spot, `\`${text}\` is no share: write one such as \`25 %\``);
  return null;
}
