import type { Verdict } from './evaluation.ts';
import { severityOf } from './severity.ts';

/**
 * Whether more is asked for than before, by outcome and then by policy. With several candidates: whether the mildest or
 * the most severe of them is more severe, and neither is milder.
 */
export function isStricter({ before, after }: { readonly before: Verdict; readonly after: Verdict }): boolean {
  const [old, now] = [severities(before), severities(after)];
  const least = now.least - old.least;
  const most = now.most - old.most;
  return least >= 0 && most >= 0 && least + most > 0;
}

function severities({ outcome, policy, candidates }: Verdict): { readonly least: number; readonly most: number } {
  const isOpen = outcome === 'possibly' || outcome === 'unknown';
  const all = candidates.map((candidate) => severityOf(candidate.outcome, candidate.policy));
  if (all.length === 0 && !isOpen) all.push(severityOf(outcome, policy));
  return { least: Math.min(...all), most: Math.max(...all) };
}
