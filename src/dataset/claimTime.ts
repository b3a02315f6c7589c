import { type Period, parsePeriod, samePeriod } from '../quantity/period.ts';
import type { ClaimEntry } from './claimShape.ts';
import { type Entity, readPeriod } from './entity.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { readDate } from './publications.ts';

/** When a claim holds. */
export interface ClaimTime {
  /** Null where time does not matter. */
  readonly period: Period | null;
  /** Whether the period is the day (month, year) as of which it holds. */
  readonly asOf: boolean;
}

/** The period or day of a claim: its own, or that of the investment or shipment that it is about. */
export function readTime(
  entry: ClaimEntry,
  subject: Entity,
  property: string,
  spot: Spot,
  findings: Findings,
): ClaimTime {
  if (entry.asOf !== undefined) {
    if (entry.period !== undefined)
      report(findings, inside(spot, 'asOf'), 'it holds over a period already: write `period` or `asOf`, not both');
    const date = readDate(entry.asOf, inside(spot, 'asOf'), findings);
    const period = date === null ? null : parsePeriod(date);
    return { period: period === null || 'problem' in period ? null : period, asOf: true };
  }
  if (entry.period === undefined) return { period: subject.period, asOf: false };
  const written = { text: entry.period, path: [...spot.path, 'period'], days: entry.days ?? null };
  const period = readPeriod(written, spot, subject.calendar, findings);
  if (
    period !== null &&
    ownsPeriod(subject, property) &&
    subject.period !== null &&
    !samePeriod(period, subject.period)
  ) {
    report(
      findings,
      inside(spot, 'period'),
      `this is the \`${property}\` of ${subject.period.label}: leave the period out, or put the claim under an entry of period ${period.label}`,
    );
  }
  return { period, asOf: false };
}

/** Whether the period is part of what the figure is: what was spent or shipped then. */
function ownsPeriod({ type, draft }: Entity, property: string): boolean {
  if (type === 'Shipment') return property === 'units';
  return (
    draft.kinds.includes('capital-expenditure') &&
    type === 'Investment' &&
    (property === 'amount' || property === 'growth')
  );
}
