import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Link } from './link.ts';
import type { Rate } from './readRates.ts';
import type { RuleFacts } from './readRules.ts';

/** All that a folder of facts says, with every reference followed. */
export interface Facts {
  /** The day up to which the curators have looked. */
  readonly horizon: string;
  /** In the order of their global ids. */
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
  /** What is claimed, read and checked as it is gone through, once: held all together, claims would be most of the memory. */
  readonly claims: Iterable<SubjectClaims>;
  readonly rates: readonly Rate[];
  readonly rules: RuleFacts;
}

/** What is claimed of one entity and of the links that lead away from it: no fact has claims in two of these. */
export interface SubjectClaims {
  readonly subject: Entity;
  /** In the order of their ids. */
  readonly links: readonly Link[];
  readonly claims: readonly Claim[];
}
