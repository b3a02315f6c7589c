import type { Evidence } from '../quantity/evidence.ts';
import type { Period } from '../quantity/period.ts';
import type { StepLength } from '../quantity/periodSteps.ts';
import type { LinkKindId } from '../quantity/vocabulary.ts';
import type { FigureSources, FigureWhere } from './figureWhere.ts';
import type { EntityType, Rank, ReferenceRole } from './tables.ts';

/** How conditions of one kind are joined; all that are given must hold. */
export interface Logical<Where> {
  readonly and?: readonly Where[];
  readonly or?: readonly Where[];
  readonly not?: Where;
}

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
export interface EntityWhere extends Logical<EntityWhere> {
  /** Whether there is none, where it is what a row names; see `meetsNothing`. */
  readonly isNone?: boolean;
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
  /** What must hold of an entity that is reached by going from role to role: of the place in which it lies, or that one lies. */
  readonly above?: { readonly [Role in ReferenceRole]?: EntityWhere };
  /** What must hold of an entity at the other end of a link that holds on the day of the lens. */
  readonly linked?: { readonly kind: LinkKindId; readonly end: 'from' | 'to'; readonly other: EntityWhere };
  /** The text that is claimed of it is one of these, by property. */
  readonly texts?: { readonly [property: string]: readonly string[] };
  /** The date that is claimed of it, by property. */
  readonly dates?: { readonly [property: string]: DateWhere };
  /** Of a source. */
  readonly published?: DateWhere;
  /** Of a source: who published it. */
  readonly publisher?: TextWhere;
  /** What must hold of those of a kind that name it in a role, such as the investments of an investor. */
  readonly naming?: { readonly role: ReferenceRole; readonly type: EntityType; readonly list: ListWhere<EntityWhere> };
  /** What holds of a figure of it, as the default View answers it. */
  readonly figure?: FigureWhere;
  readonly figureSources?: FigureSources;
  readonly links?: ListWhere<LinkWhere>;
}

/** Conditions on links; all that are given must hold. */
export interface LinkWhere extends Logical<LinkWhere> {
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
  /** A claim of it that counts is denied by somebody, or is a denial. */
  readonly disputed?: boolean;
  /** Another link of one of these kinds runs back. */
  readonly returnedBy?: readonly string[];
  /** Its dependent end has no other link of that kind. */
  readonly singleSource?: boolean;
}

/** The period that a condition on links names for all of them, which then replaces the day of the lens. */
export function duringIn({ during, and = [] }: LinkWhere): Period | undefined {
  return during ?? and.map(duringIn).find((period) => period !== undefined);
}

/** Conditions on claims; all that are given must hold. */
export interface ClaimWhere extends Logical<ClaimWhere> {
  /** Is one of these, which somebody has looked for who knows more of claims than the store. */
  readonly keys?: readonly number[];
  readonly definitions?: readonly string[];
  readonly hasDefinition?: boolean;
  readonly period?: PeriodWhere;
  readonly text?: TextWhere;
  readonly evidence?: readonly Evidence[];
  readonly ranks?: readonly Rank[];
  /** One of its sources. */
  readonly source?: EntityWhere;
  /** Who said it, where that is an entity. */
  readonly speaker?: EntityWhere;
  /** The day it became known: of its sources that the lens trusts, the earliest. */
  readonly published?: DateWhere;
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

/**
 * Whether a condition on what a row names holds where the row names nothing: null where that cannot be said, because what is
 * not there is neither this nor other than this. Only `isNone` tells.
 */
export function meetsNothing({ and = [], or, not, isNone, ...others }: EntityWhere): boolean | null {
  const parts = [
    ...and.map(meetsNothing),
    ...(or ? [someOf(or.map(meetsNothing))] : []),
    ...(not ? [contrary(meetsNothing(not))] : []),
    ...(isNone === undefined ? [] : [isNone]),
    ...(Object.keys(others).length > 0 ? [null] : []),
  ];
  return contrary(someOf(parts.map(contrary)));
}

function someOf(parts: readonly (boolean | null)[]): boolean | null {
  return parts.includes(true) ? true : parts.includes(null) ? null : false;
}

function contrary(part: boolean | null): boolean | null {
  return part === null ? null : !part;
}
