import type { Evidence } from '../quantity/evidence.ts';
import type { Period } from '../quantity/period.ts';
import type { Quantity } from '../quantity/quantity.ts';
import type { Publication, Rank } from '../store/tables.ts';
import type { Draft } from './draft.ts';
import type { Entity } from './entity.ts';
import type { Spot } from './findings.ts';
import type { Link } from './link.ts';
import type { Qualifier } from './readQualifiers.ts';

/** A claim that has been read and checked. */
export interface Claim extends Spot {
  readonly id: string;
  /** Whether its file gives the id, so that other claims may refer to it. */
  readonly named: boolean;
  readonly supersededById: string | null;
  readonly subject: Entity;
  readonly link: Link | null;
  readonly property: string;
  readonly qualifiers: readonly Qualifier[];
  /** The same for every claim about the same thing, and for no other. */
  readonly fact: string;
  readonly definition: string | null;
  readonly period: Period | null;
  readonly asOf: boolean;
  /** Null where it is no number, or the amount is unknown. */
  readonly quantity: Quantity | null;
  readonly text: string | null;
  readonly date: string | null;
  readonly entity: Draft | null;
  readonly evidence: Evidence;
  readonly rank: Rank;
  readonly kind: string | null;
  readonly reason: string | null;
  readonly speakerName: string | null;
  readonly speakerRole: string | null;
  readonly speaker: Draft | null;
  readonly publications: readonly Publication[];
  readonly deniedBy: readonly Draft[];
  readonly inferred: boolean;
}
