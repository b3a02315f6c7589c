import type { Evidence } from '../quantity/evidence.ts';
import type { Period } from '../quantity/period.ts';
import type { StepLength } from '../quantity/periodSteps.ts';
import type { EntityType, ReferenceRole } from './tables.ts';

/** Conditions on a text; all that are given must hold. Case, accents and punctuation do not matter. */
export interface TextWhere {
  readonly equals?: string;
  readonly in?: readonly string[];
  readonly contains?: string;
  readonly startsWith?: string;
  readonly isUnknown?: boolean;
}

/** Conditions on a date; all that are given must hold. A date known to the month or year counts as its last day. */
export interface DateWhere {
  readonly equals?: string;
  readonly before?: string;
  readonly after?: string;
  readonly within?: Period;
  readonly isUnknown?: boolean;
}

/** Conditions on a period; all that are given must hold. */
export interface PeriodWhere {
  readonly equals?: Period;
  readonly in?: readonly Period[];
  readonly within?: Period;
  readonly overlaps?: Period;
  readonly step?: StepLength;
  readonly isUnknown?: boolean;
}

/** Conditions on a list of what hangs below a row. */
export interface ListWhere<Where> {
  /** Which of them are looked at; all where it is left out. */
  readonly among?: Where;
  readonly some?: Where;
  readonly every?: Where;
  readonly none?: Where;
}

/** Conditions on entities of any kind; all that are given must hold. Each kind of entity offers those that it has. */
export interface EntityWhere {
  readonly and?: readonly EntityWhere[];
  readonly or?: readonly EntityWhere[];
  readonly not?: EntityWhere;
  /** Is one of these, which somebody has looked for who knows more of entities than the store. */
  readonly keys?: readonly number[];
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
  /** What must hold of those of a kind that name it in a role, such as the investments of an investor. */
  readonly naming?: { readonly role: ReferenceRole; readonly type: EntityType; readonly list: ListWhere<EntityWhere> };
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
  /** The other end, seen from the entity asked about; of all links, one of their ends. */
  readonly other?: EntityWhere;
  readonly what?: EntityWhere;
  /** Its role is one of these, as sources give them. */
  readonly roles?: readonly string[];
  readonly hasRole?: boolean;
  readonly start?: DateWhere;
  readonly end?: DateWhere;
  readonly during?: Period;
  /** The best evidence among its claims is one of these. */
  readonly evidence?: readonly Evidence[];
}

/** The period that a condition on links names for all of them, which then replaces the day of the lens. */
export function duringIn({ during, and = [] }: LinkWhere): Period | undefined {
  return during ?? and.map(duringIn).find((period) => period !== undefined);
}

/** Conditions on claims; all that are given must hold. */
export interface ClaimWhere {
  readonly and?: readonly ClaimWhere[];
  readonly or?: readonly ClaimWhere[];
  readonly not?: ClaimWhere;
  readonly properties?: readonly string[];
  readonly subject?: EntityWhere;
  /** The entity at whose door it is found. */
  readonly holder?: EntityWhere;
  readonly counts?: boolean;
  /** Holds a number. */
  readonly measured?: boolean;
  /** Is of a period rather than a day. */
  readonly ofPeriod?: boolean;
  /** Another claim of the same fact holds a number or a date too. */
  readonly contested?: boolean;
  /** Somebody denies it, or it denies a link. */
  readonly denied?: boolean;
}
