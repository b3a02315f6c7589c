import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Link } from './link.ts';
import type { Rate } from './readRates.ts';
import type { RuleFacts } from './readRules.ts';

/** All that a folder of facts says, checked and with every reference followed. */
export interface Facts {
  /** The day up to which the curators have looked. */
  readonly horizon: string;
  readonly entities: readonly Entity[];
  readonly links: readonly Link[];
  /** Taken out of here as rows are made of them: held beside their rows, they would be a third of the memory that publishing takes. */
  readonly claims: Claim[];
  readonly rates: readonly Rate[];
  readonly rules: RuleFacts;
}
