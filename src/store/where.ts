import type { Period } from '../quantity/period.ts';
import type { EntityType, ReferenceRole } from './tables.ts';

/** Conditions on a text; all that are given must hold. Case, accents and punctuation do not matter. */
export interface TextWhere {
  readonly equals?: string;
  readonly in?: readonly string[];
  readonly contains?: string;
  readonly startsWith?: string;
}

/** Conditions on a period; all that are given must hold. */
export interface PeriodWhere {
  readonly equals?: Period;
  readonly within?: Period;
  readonly overlaps?: Period;
  readonly isUnknown?: boolean;
}

/** Conditions on a list of what hangs below a row. */
export interface ListWhere<Where> {
  readonly some?: Where;
  readonly every?: Where;
  readonly none?: Where;
}

/** Conditions on entities of any kind; all that are given must hold. Each kind of entity offers those that it has. */
export interface EntityWhere {
  readonly and?: readonly EntityWhere[];
  readonly or?: readonly EntityWhere[];
  readonly not?: EntityWhere;
  readonly slug?: TextWhere;
  /** The name or an alias. */
  readonly name?: TextWhere;
  readonly types?: readonly EntityType[];
  /** Is of one of these kinds, in the words of data/. */
  readonly kinds?: readonly string[];
  readonly status?: readonly string[];
  readonly period?: PeriodWhere;
  /** What must hold of an entity that it names in a role; of several, of one of them. */
  readonly references?: { readonly [Role in ReferenceRole]?: EntityWhere };
  /** Whether a figure of its own is unknown, by property. */
  readonly isUnknown?: { readonly [property: string]: boolean };
  readonly links?: ListWhere<LinkWhere>;
}

/** Conditions on links; all that are given must hold. */
export interface LinkWhere {
  readonly and?: readonly LinkWhere[];
  readonly or?: readonly LinkWhere[];
  readonly not?: LinkWhere;
  readonly kinds?: readonly string[];
  readonly from?: EntityWhere;
  readonly to?: EntityWhere;
  readonly what?: EntityWhere;
  readonly during?: Period;
}

/** Conditions on claims; all that are given must hold. */
export interface ClaimWhere {
  readonly and?: readonly ClaimWhere[];
  readonly or?: readonly ClaimWhere[];
  readonly not?: ClaimWhere;
  readonly properties?: readonly string[];
  readonly subject?: EntityWhere;
  readonly counts?: boolean;
}
