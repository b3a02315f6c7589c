import type {
  ClauseOutcome,
  ExporterRole,
  ImportOutcome,
  LicencePolicy,
  RuleOperator,
  RuleQuantity,
} from './vocabulary.ts';

/**
 * The rule of an export control as the compiler makes it of `rule` in data/export-controls/*.yaml: clauses, and places
 * that it has read as another.
 *
 * There, windows are written as periods (`2023-11-17/..`) and conditions as texts (`dram-bandwidth >= 1400 GB/s`); all
 * else has this form. What is left out there is left out here. Texts of days are `2023-11-17`; slugs are those of data/.
 */
export interface Rule {
  readonly clauses?: readonly Clause[] | undefined;
  readonly readAs?: readonly ReadAs[] | undefined;
  /** What the rule exempts or leaves out, in words, for the reader only. */
  readonly notes?: readonly string[] | undefined;
}

/** A place that rules treat as another from a day on: Hong Kong is read as China. */
export interface ReadAs {
  readonly place: string;
  readonly as: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** One thing that a rule does. */
export interface Clause {
  /** Its name within the control: `a-d5`. */
  readonly id: string;
  /** The paragraph; left out where there is no public text. */
  readonly citation?: string | undefined;
  /** What it does, in plain words. */
  readonly text?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  /** When it was applied. Nothing where it never was. */
  readonly operative: readonly Window[];
  /** When the text says that it applies; left out where that is no different. */
  readonly codified?: readonly Window[] | undefined;
  readonly destinations: PlaceMatch;
  readonly party?: PartyMatch | undefined;
  /** Only for these exporters; left out where it binds whoever ships. */
  readonly exporter?: readonly ExporterRole[] | undefined;
  /** A measure on what comes in, which never decides about exports. */
  readonly flow?: 'import' | undefined;
  /** The item; left out where it does not matter. */
  readonly when?: Condition | undefined;
  readonly outcome: ClauseOutcome | ImportOutcome;
  readonly policy?: LicencePolicy | undefined;
  /** Clauses whose outcome this exception replaces by its own: `us-2023-10-acs/a-d5`. A clause that lifts is an exception. */
  readonly lifts?: readonly string[] | undefined;
  /** Clauses whose place this one takes where it applies. */
  readonly replaces?: readonly string[] | undefined;
  /** It reaches items that stay in the country where they are made. */
  readonly inCountry?: true | undefined;
  readonly quota?: Quota | undefined;
  /** The rate of a duty or a share of revenue, as a ratio of the value. */
  readonly rate?: number | undefined;
  /** What an applicant or exporter must show, in words. */
  readonly requires?: readonly string[] | undefined;
  /** Where it is of weak confidence that the rule says this; `reason` tells why. */
  readonly rank?: 'tentative' | undefined;
  readonly reason?: string | undefined;
  /** The same of its policy alone. */
  readonly policyRank?: 'tentative' | undefined;
  readonly policyReason?: string | undefined;
  /** The policies that other sources give. */
  readonly otherPolicies?: readonly OtherPolicy[] | undefined;
  readonly note?: string | undefined;
}

/** A policy that some sources give for a clause, where others are believed. */
export interface OtherPolicy {
  readonly policy: LicencePolicy;
  readonly sources: readonly string[];
}

/** Days, both included; an end that is left out is open. */
export interface Window {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Where it is of weak confidence; `reason` tells why. */
  readonly rank?: 'tentative' | undefined;
  readonly reason?: string | undefined;
  readonly sources?: readonly string[] | undefined;
}

/**
 * Places that a clause reaches: one of `anyOf` and none of `noneOf`, places or groups of them; `world` is every place
 * but the United States. `possibly` names places of which nobody has said whether it reaches them.
 *
 * A group whose membership is a rule (`membersRule` of data/places/*.yaml) has the same form.
 */
export interface PlaceMatch {
  readonly anyOf?: readonly string[] | undefined;
  readonly noneOf?: readonly string[] | undefined;
  readonly possibly?: readonly string[] | undefined;
}

/** Buyers that a clause reaches: all that is said must hold. */
export interface PartyMatch {
  /** Listed by one of these controls on the day. */
  readonly listedBy?: readonly string[] | undefined;
  /** One of these companies. */
  readonly anyOf?: readonly string[] | undefined;
  /** None of these companies, on days of the window. */
  readonly noneOf?: readonly ExceptedParty[] | undefined;
  /** Its headquarters, or its ultimate parent's, lie in one of these places. */
  readonly headquartersIn?: PlaceMatch | undefined;
  /** Neither lie there. */
  readonly headquartersNotIn?: PlaceMatch | undefined;
  /** Listed firms own at least this share of it, as a ratio. */
  readonly ownedByListed?: number | undefined;
  /** What it does, in words; such a clause reaches nobody of whom that is not said. */
  readonly role?: string | undefined;
}

/** A company that a clause leaves aside, while the window lasts. */
export interface ExceptedParty extends Window {
  readonly company: string;
}

/** A tree of conditions. `paragraph` names a part by the text of the rule: `b.2`. */
export type Condition =
  | { readonly all: readonly Condition[]; readonly paragraph?: string | undefined }
  | { readonly any: readonly Condition[]; readonly paragraph?: string | undefined }
  | { readonly not: Condition; readonly paragraph?: string | undefined }
  | { readonly ref: string; readonly paragraph?: string | undefined }
  | Comparison;

/** One quantity beside one threshold, or beside a list of words. */
export interface Comparison {
  readonly quantity: RuleQuantity;
  readonly operator: RuleOperator;
  /** A number in the quantity's unit, true or false, a word, or a list of words for `one-of`. */
  readonly value: number | boolean | string | readonly string[];
  readonly paragraph?: string | undefined;
}

/** How much may pass. Of an exception: what must not be passed for it to apply. */
export interface Quota {
  readonly limit: number;
  /** `ratio`, or the unit of a quantity of rules. */
  readonly unit: string;
  readonly operator: 'at-most' | 'less-than';
  /** What it is measured by and over, in words: `units shipped to US customers`. */
  readonly basis: string;
  /** The quantity that each unit of an item uses up of it; left out where that cannot be said. */
  readonly uses?: RuleQuantity | undefined;
  readonly thenPolicy?: LicencePolicy | undefined;
  readonly rank?: 'tentative' | undefined;
  readonly reason?: string | undefined;
}

/** A condition that several clauses share by its name. */
export interface Definition {
  readonly name: string;
  readonly text?: string | undefined;
  readonly citation?: string | undefined;
  readonly sources?: readonly string[] | undefined;
  readonly when: Condition;
}

/** All rules of a revision. */
export interface RuleBook {
  /** By the slug of the control. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** By name. */
  readonly definitions: Readonly<Record<string, Definition>>;
  /** Groups of places whose membership is a rule, by their slugs. */
  readonly memberRules: Readonly<Record<string, PlaceMatch>>;
}
