import type { Evidence } from '../quantity/evidence.ts';
import type { StepLength } from '../quantity/periodSteps.ts';
import type { BoundsKind } from '../quantity/quantity.ts';
import type { FigureRow } from './figureRow.ts';
import type { PassageRow } from './passageRow.ts';
import type { RuleRow } from './ruleRow.ts';

/**
 * The tables of a revision, defined once for the compiler which fills them and the stores which read them.
 *
 * Keys are whole numbers, given in the order of global ids, so that a key orders as its id does and the same records
 * get the same keys on every machine. Columns that end in `Json` hold JSON text. Days are `2024-08-26`; a null day is
 * open or unknown. Flags are 0 or 1.
 */
export interface Tables {
  readonly meta: MetaRow;
  readonly entity: EntityRow;
  readonly reference: ReferenceRow;
  readonly name: NameRow;
  readonly link: LinkRow;
  readonly claim: ClaimRow;
  readonly figure: FigureRow;
  readonly rate: RateRow;
  readonly rule: RuleRow;
  readonly passage: PassageRow;
  readonly digest: DigestRow;
}

/** The kinds of entity, as they stand in global ids. */
export const entityTypes = [
  'Company',
  'ExportControl',
  'Group',
  'Investment',
  'Market',
  'Person',
  'Place',
  'Processor',
  'Product',
  'Shipment',
  'Source',
] as const;

/** One kind of entity. */
export type EntityType = (typeof entityTypes)[number];

/** The kinds whose names are composed of those of other entities, and found by the words of these. */
export const composedTypes: readonly EntityType[] = ['Investment', 'Shipment'];

/**
 * A property of the revision: `id`, `horizon`, `compiler`, `entityCount:Company`, `claimCount`, and what figures at a door
 * measure, `dimensions:amount`, as a JSON list.
 */
export interface MetaRow {
  readonly key: string;
  readonly value: string;
}

/** Whatever has a name of its own in the graph. */
export interface EntityRow {
  readonly key: number;
  readonly type: EntityType;
  readonly slug: string;
  readonly name: string;
  /** `foldName` of the name: lists are ordered by it. */
  readonly sortName: string;
  /** A JSON list of the other names. */
  readonly aliasesJson: string;
  readonly description: string | null;
  /** A JSON list of what kind of company, processor, market it is, the main one first, in the words of data/: `["internet"]`. */
  readonly kindsJson: string;
  /** How far an investment or product has come; null elsewhere. */
  readonly status: string | null;
  readonly periodLabel: string | null;
  readonly periodFirst: string | null;
  readonly periodLast: string | null;
  /** Whether the period is a year, half year, quarter or month; null where it is another or there is none. */
  readonly periodStep: StepLength | null;
  /** Of a source: the last day that its date of publication may mean; null where it is undated, and elsewhere. */
  readonly publishedDay: string | null;
  /** Of a source: `foldName` of who published it; null where that is unknown, and elsewhere. */
  readonly publisherName: string | null;
  /** The rest of what its file says: an EntityDetail (entityDetail.ts) as JSON. */
  readonly detailJson: string;
}

/** The roles in which one entity names another as part of what it is; not filtered by lenses. */
export const referenceRoles = [
  'home', // Company → Place
  'maker', // Processor → Company
  'family', // Processor → Processor
  'company', // Product → Company
  'place', // Investment, Market, Product → Place
  'within', // Place → Place
  'investor', // Investment → Company, Group, Person
  'target', // Investment → any
  'purpose', // Investment → any
  'seller', // Shipment → Company, Group
  'buyer', // Shipment → Company, Group, Place
  'processor', // Shipment → Processor
  'goods', // Shipment → Product
  'imposedBy', // ExportControl → Place
  'basedOn', // Source → Source
] as const;

/** One of these roles. */
export type ReferenceRole = (typeof referenceRoles)[number];

/** One entity named by another. */
export interface ReferenceRow {
  readonly fromKey: number;
  readonly role: ReferenceRole;
  /** The place in the list, from 0. */
  readonly position: number;
  readonly toKey: number;
}

/** A name that finds an entity: `foldName` of its slug, a merged slug, its name or an alias, or of `scheme:value` of an identifier. */
export interface NameRow {
  readonly type: EntityType;
  readonly name: string;
  readonly key: number;
  /** What the name is, best first: a slug goes before a merged slug, that before an identifier, that before a name. */
  readonly rank: 0 | 1 | 2 | 3;
}

/** The trust in one claim: what a lens needs in order to say whether it counts. */
export interface Trust {
  readonly evidence: Evidence;
  readonly rank: Rank;
  readonly sources: readonly Publication[];
}

/** One source that carries a claim, and when it made the claim known: the claim's own date, else that of the source. */
export interface Publication {
  readonly slug: string;
  /** As stated: `2024-08-26`, `2024-08`, `2024`; null where neither bears a date. */
  readonly published: string | null;
  /** The last day that `published` may mean, or the horizon where that is earlier; null where undated. */
  readonly day: string | null;
}

/** The ranks of claims, highest first. */
export const ranks = ['preferred', 'normal', 'tentative', 'deprecated'] as const;

/** One rank. */
export type Rank = (typeof ranks)[number];

/** An edge of the graph. */
export interface LinkRow {
  readonly key: number;
  /** Without the type: `alibaba-makes-tongyi`. */
  readonly id: string;
  /** In the words of data/: `makes`. */
  readonly kind: string;
  readonly fromKey: number;
  readonly toKey: number;
  /** What it concerns besides its ends. */
  readonly whatKey: number | null;
  readonly role: string | null;
  /** As stated, `2024-08` where no day is known. */
  readonly start: string | null;
  /** The day, month or year from which it no longer holds, as stated. */
  readonly end: string | null;
  /** The last day that `start` may mean, `2024-08-31`; null where unknown. */
  readonly startDay: string | null;
  readonly endDay: string | null;
  /** 1 for what an entity is made of (maker, membership, family, site): such a link is seen through every lens. */
  readonly structural: 0 | 1;
  /** The best evidence among its claims, as the default lens sees it; null where that lens does not see the link at all. */
  readonly evidence: Evidence | null;
  /** A JSON list of the Trust of each of its claims. */
  readonly trustJson: string;
}

/** One source's assertion about one fact. */
export interface ClaimRow {
  /** In the order of subject, property, period, definition and place: the order in which claims are listed. */
  readonly key: number;
  /** Without the type. */
  readonly id: string;
  /** Claims about the same thing bear the same number. */
  readonly factKey: number;
  /** The place among the claims of the fact in the default lens, best first, from 0: the strict order of DESIGN.md. */
  readonly place: number;
  readonly subjectKey: number;
  /** The link that it is about; null where it is about the subject itself. */
  readonly linkKey: number | null;
  /** In the words of data/properties.yaml: `capital-expenditure`. */
  readonly property: string;
  /**
   * The entity at which a user looks for it, and under which property. For the amount and the growth of capital
   * expenditure that is the investor and `capital-expenditure`; elsewhere the subject and the property.
   */
  readonly holderKey: number;
  readonly door: string;
  /** Canonical JSON of the qualifiers, `{}` where there are none. */
  readonly qualifiersJson: string;
  readonly definition: string | null;
  readonly periodLabel: string | null;
  readonly periodFirst: string | null;
  readonly periodLast: string | null;
  /** Whether the period is a year, half year, quarter or month; null where it is another or there is none. */
  readonly periodStep: StepLength | null;
  /** 1 where the period is the day as of which it holds. */
  readonly asOf: 0 | 1;
  /** The quantity: exact decimals as text; unit null where the claim has no number. */
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly lowOpen: 0 | 1;
  readonly highOpen: 0 | 1;
  readonly bounds: BoundsKind | null;
  readonly unit: string | null;
  readonly text: string | null;
  /** `foldName` of the text. */
  readonly foldedText: string | null;
  /** A day, month or year, for properties that are dates. */
  readonly date: string | null;
  /** The last day that `date` may mean. */
  readonly dateDay: string | null;
  readonly entityKey: number | null;
  readonly evidence: Evidence;
  readonly rank: Rank;
  /** Of what sort it is: `opinion`, `plan`, `guidance`, `denial`; null elsewhere. */
  readonly kind: string | null;
  readonly reason: string | null;
  readonly speakerName: string | null;
  readonly speakerRole: string | null;
  readonly speakerKey: number | null;
  /** A JSON list of Publication, in the order of the file. */
  readonly sourcesJson: string;
  /** The earliest day of these; null where none is dated. */
  readonly publishedDay: string | null;
  readonly supersededByKey: number | null;
  /** A JSON list of keys of entities. */
  readonly deniedByJson: string;
  readonly inferred: 0 | 1;
  /** The file in data/, from the root of the project, and the line. */
  readonly file: string;
  readonly line: number;
}

/** An exchange rate: units of a currency for one US dollar. Known from the day after its period, through every lens. */
export interface RateRow {
  readonly currency: string;
  /** `mean` over the period, or `last-day`: the rate of its last day. */
  readonly kind: 'mean' | 'last-day';
  readonly periodLabel: string;
  readonly periodFirst: string;
  readonly periodLast: string;
  readonly rate: string;
  readonly evidence: Evidence;
  readonly sourceKey: number;
}

/** A digest of what some claims say, by which revisions are compared. */
export interface DigestRow {
  readonly bucket: number;
  readonly hash: string;
  /** A JSON list of the keys of its claims. */
  readonly claimKeysJson: string;
}

/** A row, and the table that it is of. */
export type TableRow = {
  readonly [Table in keyof Tables]: { readonly table: Table; readonly row: Tables[Table] };
}[keyof Tables];
