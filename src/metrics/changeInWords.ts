import type { Figure } from '../quantity/figure.ts';
import { printQuantity } from '../quantity/print.ts';
import { isUnknown } from '../quantity/quantity.ts';
import { comparison } from './comparison.ts';
import { type Matter, nameOf } from './contradiction.ts';

// What a claim's change comes to, in plain words with the numbers: for people who review two revisions.

/** A claim as it stands in one revision. */
export interface Standing {
  readonly says: string;
  readonly sources: readonly string[];
  readonly rank: string;
  readonly evidence: string;
}

/** A claim of two revisions, and in which parts it reads otherwise. */
export interface Changed {
  readonly matter: Matter;
  /** Null where it is not there. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  readonly parts: readonly string[];
}

/** `Changed (rank): Meta, capital expenditure (cash-purchases), 2023: 27.266bn USD (sec-meta), rank normal, then deprecated.` */
export function changeInWords({ matter, before, after, parts }: Changed): string {
  const standing = after ?? before;
  const said = `${nameOf(matter)}: ${standing?.says ?? ''} (${standing?.sources.join(', ') ?? ''})`;
  if (before === null) return `Added: ${said}.`;
  if (after === null) return `Removed: ${said}.`;
  const turned = [
    ...(before.says === after.says ? [] : [`before ${before.says}`]),
    ...(before.rank === after.rank ? [] : [`rank ${before.rank}, then ${after.rank}`]),
    ...(before.evidence === after.evidence ? [] : [`${before.evidence}, then ${after.evidence}`]),
  ];
  return `Changed (${parts.join(', ')}): ${[said, ...turned].join(', ')}.`;
}

/** `capital expenditure 27.27bn USD → 27.05bn USD, −0.8 %`, of a figure that moved. */
export function moveInWords(property: string, before: Figure, after: Figure): string {
  const shown = property === 'growth' ? ({ as: 'growth' } as const) : {};
  const period = (isUnknown(after.quantity) ? before : after).period;
  const what = [property.replaceAll('-', ' '), ...(period === null ? [] : [period.label])].join(' ');
  const { relativeDifference } = comparison(after, before);
  const isMeant = property !== 'growth' && relativeDifference !== null && !isUnknown(relativeDifference.quantity);
  const relative = isMeant ? `, ${printQuantity(relativeDifference.quantity, { as: 'growth' })}` : '';
  return `${what}: ${printQuantity(before.quantity, shown)} → ${printQuantity(after.quantity, shown)}${relative}`;
}
