import type { Evidence } from './evidence.ts';
import type { Period } from './period.ts';
import type { Quantity } from './quantity.ts';

/** A number and where it comes from: claimed by a source, or derived from other figures. */
export interface Figure {
  /** Value, low and high are all null where it is unknown; the derivation's warnings then say why. */
  readonly quantity: Quantity;
  readonly evidence: Evidence;
  /** Rests on a claim of weak confidence, for want of a better one. */
  readonly tentative: boolean;
  /** When it holds, or over which stretch it was measured; null where time does not matter. */
  readonly period: Period | null;
  /** What exactly was measured; null where the property has one definition. */
  readonly definition: string | null;
  readonly origin: Claimed | Derivation;
}

/** The origin of a figure that sources claim. The store's own class says which claims; metrics need not know. */
export interface Claimed {
  /** Global ids of the claims, the best one first. */
  readonly claimIds: readonly string[];
}

/** How a figure was computed; its inputs are figures again, down to claims. */
export interface Derivation {
  readonly metric: string;
  readonly formula: string;
  readonly inputs: readonly Input[];
  readonly assumptions: readonly string[];
  readonly warnings: readonly Warning[];
}

/** One input of a derivation, by its name in the formula. */
export interface Input {
  readonly name: string;
  readonly figure: Figure;
}

/** The kinds of warning. */
export const warningCodes = [
  'unknown-left-out',
  'overlap-left-out',
  'mixed-definitions',
  'mixed-restatements',
  'percentiles-added',
  'no-exchange-rate',
  'not-defined',
  'input-unknown',
  'beyond-horizon',
  'low-confidence',
  'disputed',
  'not-modelled',
  'shares-exceed-whole',
] as const;

/** One kind of warning. */
export type WarningCode = (typeof warningCodes)[number];

/** Something to watch for in an answer. */
export interface Warning {
  readonly code: WarningCode;
  /** In plain words, with names and numbers. */
  readonly message: string;
  readonly entities: readonly EntityReference[];
}

/** An entity that a metric speaks of: enough to name it and to find it again. */
export interface EntityReference {
  /** The global id, with the lens where it is not the default one. */
  readonly id: string;
  readonly name: string;
}

/** Whether a figure was computed rather than claimed. */
export function isDerived(origin: Claimed | Derivation): origin is Derivation {
  return 'metric' in origin;
}
