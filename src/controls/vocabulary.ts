/** What a quantity of rules is measured in, and how it is told. */
interface QuantityOfRules {
  /** `number` is compared, `boolean` is a yes or no, `word` is one of a list: a slug or a word of the rule. */
  readonly kind: 'number' | 'boolean' | 'word';
  /** The unit of its thresholds and values; empty where it is no number. */
  readonly unit: string;
  /** What a sentence calls it: `TPP 2368 < 2400`. */
  readonly name: string;
  /** What it is, for users of the interface. */
  readonly means: string;
}

function ofKind<Kind extends QuantityOfRules['kind']>(kind: Kind, unit: string, name: string, means: string) {
  return { kind, unit, name, means } as const;
}

const number = (unit: string, name: string, means: string) => ofKind('number', unit, name, means);
const boolean = (name: string, means: string) => ofKind('boolean', '', name, means);
const word = (name: string, means: string) => ofKind('word', '', name, means);

/**
 * What conditions of rules look at, and what an answer can miss.
 *
 * Performance density and the sum of bandwidths are computed from others and never given. The destination's membership,
 * the buyer's headquarters and its listed owners are no quantities of a condition; they are here because an answer can
 * hang on them.
 */
export const ruleQuantities = {
  'total-processing-performance': number(
    'TOPS x bit',
    'TPP',
    'Total processing performance: dense operations a second times the bit length, the most of all datatypes, in TOPS x bit.',
  ),
  'performance-density': number(
    'TOPS x bit/mm2',
    'density',
    'Total processing performance over applicable die area, in TOPS x bit per mm2.',
  ),
  'applicable-die-area': number('mm2', 'applicable die area', 'Area of the logic dies on a non-planar node, in mm2.'),
  'aggregate-bidirectional-transfer-rate': number(
    'GB/s',
    'transfer rate',
    'All inputs and outputs except to memory, both directions together, in GB/s.',
  ),
  'dram-bandwidth': number('GB/s', 'memory bandwidth', 'Bandwidth to memory, in GB/s.'),
  'io-bandwidth': number(
    'GB/s',
    'I/O bandwidth',
    'Interconnect bandwidth in the words of the letters of April 2025, in GB/s; read as the aggregate bidirectional transfer rate.',
  ),
  'bandwidth-sum': number('GB/s', 'bandwidth sum', 'Memory and interconnect bandwidth together, in GB/s.'),
  'memory-bandwidth-density': number(
    'GB/s/mm2',
    'memory bandwidth density',
    'Bandwidth of a memory stack over its area, in GB/s per mm2.',
  ),
  transistors: number('count', 'transistors', 'Transistors of the package, a count.'),
  node: number('nm', 'node', 'Node, in nm.'),
  'rare-earth-value-share': number('ratio', 'rare earths', 'Share of controlled rare earths in the value, as a ratio.'),
  'non-planar': boolean('non-planar node', 'Whether a die is made on a non-planar node.'),
  'data-centre': boolean('for data centres', 'Whether it is designed or marketed for data centres.'),
  'high-bandwidth-memory': boolean('high-bandwidth memory', 'Whether it holds high-bandwidth memory.'),
  'available-in-united-states': boolean(
    'on sale in the United States on 2026-01-15',
    'Whether it was on sale in the United States on 2026-01-15.',
  ),
  'foreign-made': boolean(
    'made beyond the reach of United States rules',
    'Whether it is made abroad beyond the reach of United States rules.',
  ),
  'bought-for-packaging': boolean(
    'bought by the designer for a packaging site',
    'Whether memory is bought by the designer of a chip for a site that packages it: the conditions of the exception for memory.',
  ),
  processor: word('processor', 'Which processor it is.'),
  maker: word('maker', 'Who makes it.'),
  'maker-home': word('home of the maker', 'Where its maker has its headquarters.'),
  'item-kind': word('kind of item', 'Whether it is a chip, memory, equipment or material.'),
  material: word('material', 'Which material it is.'),
  'made-in': word('place of manufacture', 'Where it is made.'),
  'designer-status': word('standing of the designer', 'The standing of its designer.'),
  packaging: word('packaging', 'Who packages it.'),
  'destination-membership': boolean(
    'reach of the rule',
    'Whether the destination is one of the places that a rule leaves unnamed.',
  ),
  headquarters: word('headquarters of the buyer', 'Where the buyer or its ultimate parent has its headquarters.'),
  'owned-by-listed': number(
    'ratio',
    'share of listed owners',
    'The share of the buyer that listed firms own, as a ratio.',
  ),
} as const satisfies Record<string, QuantityOfRules>;

/** The name of a quantity of rules. */
export type RuleQuantity = keyof typeof ruleQuantities;

type OfKind<Kind> = {
  [Name in RuleQuantity]: (typeof ruleQuantities)[Name]['kind'] extends Kind ? Name : never;
}[RuleQuantity];

/** How a condition compares, and the sign that a sentence puts between value and threshold. */
export const ruleOperators = {
  'at-least': { sign: '>=', means: 'Greater than or equal.' },
  'more-than': { sign: '>', means: 'Greater.' },
  'at-most': { sign: '<=', means: 'Less than or equal.' },
  'less-than': { sign: '<', means: 'Less.' },
  equal: { sign: '=', means: 'Equal.' },
  'one-of': { sign: 'is one of', means: 'One of a list.' },
} as const;

/** How a condition compares. */
export type RuleOperator = keyof typeof ruleOperators;

/** What a rule can ask for of a shipment, mildest first. */
export const clauseOutcomes = {
  unrestricted: 'Nothing is asked for.',
  'exception-no-notification': 'A licence exception applies by itself.',
  'exception-notification': 'A licence exception applies after notice to the agency.',
  'licence-required': 'A licence is required.',
} as const;

/** What a rule asks for. */
export type ClauseOutcome = keyof typeof clauseOutcomes;

/** What follows for a shipment: what the rules ask for, or why that is not settled. */
export const exportOutcomes = {
  ...clauseOutcomes,
  possibly: 'Bounds straddle a threshold; the candidates name what remains.',
  unknown: 'A quantity without any bound decides; the missing ones are named.',
} as const;

/** What follows for a shipment. */
export type ExportOutcome = keyof typeof exportOutcomes;

/** How licence applications are reviewed, mildest first. */
export const licencePolicies = {
  'presumption-of-approval': 'Presumption of approval.',
  'approval-assured': 'The agency gave assurance of approval.',
  'case-by-case': 'Case by case.',
  unstated: 'No policy was made public.',
  'presumption-of-denial': 'Presumption of denial.',
  'policy-of-denial': 'Policy of denial.',
} as const;

/** How licence applications are reviewed. */
export type LicencePolicy = keyof typeof licencePolicies;

/** What a measure on imports does; it never decides whether something may be exported. */
export const importOutcomes = {
  duty: 'A duty on the value.',
  'procurement-ban': 'Some buyers must not buy it.',
  'import-discouraged': 'Buyers are told not to buy it.',
  'import-checked': 'Customs checks it.',
  'import-blocked': 'Customs holds it.',
  'import-approved-in-part': 'Some buyers may import a number of it.',
} as const;

/** What a measure on imports does. */
export type ImportOutcome = keyof typeof importOutcomes;

/** Who ships. Most rules bind whoever it is; some bind only those who make or package a chip for others. */
export const exporterRoles = {
  designer: 'The firm that sells it under its name, or who ships for it.',
  'front-end-fabricator': 'The foundry that makes it.',
  osat: 'The firm that assembles, packages and tests it.',
} as const;

/** Who ships. */
export type ExporterRole = keyof typeof exporterRoles;

/** Which version of the rules is meant. */
export const readings = { practice: 'What was applied.', text: 'What is codified.' } as const;

/** Which version of the rules is meant. */
export type Reading = keyof typeof readings;

/** The words that quantities of words may be compared with, where they are no slugs. */
export const wordsOf = {
  'item-kind': ['chip', 'high-bandwidth-memory', 'equipment', 'material'],
  'designer-status': ['approved', 'authorised', 'neither'],
  packaging: ['fabricator-outside-d-5', 'approved-osat', 'other'],
} as const satisfies Partial<Record<OfKind<'word'>, readonly string[]>>;

/** The quantities of words that are slugs of entities, and of which kind. */
export const entitiesOf = {
  processor: 'processor',
  maker: 'company',
  'maker-home': 'place',
  'made-in': 'place',
} as const satisfies Partial<Record<OfKind<'word'>, string>>;

/** The quantities that are compared with a number. */
export type NumberQuantity = OfKind<'number'>;

/** The quantities that are compared with words, a yes or no among them. */
export type WordQuantity = OfKind<'word' | 'boolean'>;

/** Whether a quantity is compared with a number. */
export function isNumber(quantity: RuleQuantity): quantity is NumberQuantity {
  return ruleQuantities[quantity].kind === 'number';
}
