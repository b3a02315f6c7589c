import type { EntityDetail } from '../store/entityDetail.ts';
import type { EntityType, ReferenceRole } from '../store/tables.ts';
import type { ClaimEntries } from './claimShape.ts';
import type { LinkEntry, MembershipEntry } from './linkShape.ts';
import type { MembersRuleEntry, RuleEntry } from './ruleShape.ts';
import type { SourceFile } from './sourceFile.ts';
import type { Path } from './yamlText.ts';

/** An entity as its file gives it: in one form for all kinds, before any reference is followed. */
export interface Draft {
  readonly type: EntityType;
  readonly slug: string;
  /** Null where it is composed of the names of others. */
  readonly name: string | null;
  readonly file: SourceFile;
  /** Where it stands in its file. */
  readonly path: Path;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly mergedSlugs: readonly string[];
  readonly sharesNameWith: readonly string[];
  readonly kinds: readonly string[];
  readonly status: string | null;
  /** The period of an investment or a shipment. */
  readonly when: WrittenPeriod | null;
  /** Taken out when they are followed: the entity has them then. */
  references: readonly DraftReference[];
  readonly structure: readonly DraftStructure[];
  readonly detail: EntityDetail;
  /** Taken out when they are read, since they are most of what a file says. */
  claims: ClaimEntries;
  readonly links: readonly LinkEntry[];
  /** The rule of an export control. */
  readonly rule: RuleEntry | null;
  /** Who belongs to a group of places, where that is a rule. */
  readonly membersRule: MembersRuleEntry | null;
}

/** A period as it is written, with the days that the source gives for it. */
export interface WrittenPeriod {
  readonly text: string;
  readonly path: Path;
  readonly days: string | null;
}

/** One entity named by another. */
export interface DraftReference {
  readonly role: ReferenceRole;
  /** As written: `alibaba`, or `Company:alibaba`. */
  readonly to: string;
  /** What it may be. */
  readonly types: readonly EntityType[];
  readonly path: Path;
}

/** A link that follows from an attribute: from the maker to the processor, from the member to the group. */
export interface DraftStructure {
  readonly kind: string;
  readonly other: string;
  readonly types: readonly EntityType[];
  /** Whether the link leads to the entity whose file it stands in, or away from it. */
  readonly direction: 'to-this' | 'from-this';
  readonly path: Path;
  /** What the file says of a membership; null elsewhere. */
  readonly entry: MembershipEntry | null;
}
