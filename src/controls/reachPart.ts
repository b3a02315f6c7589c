import type { Truth } from './evaluation.ts';
import type { OpenReach } from './situation.ts';

/** What it hangs on whether a clause reaches a shipment; nothing where it does, null where it does not. */
export type Part = readonly OpenReach[] | null;

/** A part that hangs on one thing, where its truth is open. */
export function hangsOn(
  truth: Truth,
  { name, quantity, negated = false, straddled = false }: Pick<OpenReach, 'name' | 'quantity'> & Partial<OpenReach>,
): Part {
  if (truth !== null) return truth ? [] : null;
  return [{ name, quantity, negated, straddled }];
}

/** All parts together; null where one does not hold. */
export function together(parts: readonly Part[]): Part {
  const open: OpenReach[] = [];
  for (const part of parts) {
    if (part === null) return null;
    open.push(...part);
  }
  return open;
}
