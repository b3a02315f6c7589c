import { calendarPeriod } from '../src/quantity/calendarPeriod.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import type { StepLength } from '../src/quantity/periodSteps.ts';
import { referenceOf, referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType, ReferenceRole } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { claimBehind } from './claimBehind.ts';
import { countriesOf } from './countries.ts';
import { enumOf } from './enumOf.ts';
import { clientError } from './errors.ts';

const means = {
  country:
    'Company, Investment, Shipment, Product, Market: the country. Of a shipment that of the buyer, of an investment that of the investor.',
  kind: 'Company, Processor, Investment, Product, ExportControl, Link: the kind; of a company the main one.',
  investor: 'Investment: the investor.',
  target: 'Investment: the target.',
  status: 'Investment, Product: the status.',
  maker: 'Processor, Shipment: the maker of the processor.',
  seller: 'Shipment: the seller.',
  buyer: 'Shipment: the buyer.',
  processor: 'Shipment: the processor.',
  market: 'Investment: the market that it serves or goes into.',
  subject: 'Claim: the subject. Link: where it starts.',
  property: 'Claim: the property.',
  source: 'Claim, Investment, Shipment: the source of the best claim.',
  evidence: 'Investment, Shipment, Claim, Link: the evidence of the figure.',
  year: 'Investment, Shipment, Claim: the calendar year that holds the period.',
  'half-year': 'The calendar half year that holds the period.',
  quarter: 'The calendar quarter that holds the period.',
};

/** What rows can be grouped by. */
export type GroupKeyId = keyof typeof means;

export const GroupKey = enumOf(
  'GroupKey',
  'What rows can be grouped by. A key that the rows do not have is an error that names those that they have. A row with several values of a key, such as the buyers of a shipment, stands in the group of each; what it adds up to there is anything from nothing to all of its figure.',
  means,
);

/** One value of a key; `id` tells it from others, and values are ordered by `sort`. */
export interface KeyValue {
  readonly id: string;
  readonly sort: string;
  readonly entity: Seen<EntityRow> | null;
  readonly period: Period | null;
  readonly text: string;
}

/** What a key is read from. */
export interface Keyed<Node> {
  readonly node: Node;
  /** Its figure, or that by which its evidence is told. */
  readonly figure: Figure | null;
  readonly period: Period | null;
}

/** Reads the values that a row has of a key: none where it is unknown, several where it has several. */
export type ReadKey<Node> = (row: Keyed<Node>) => Read<readonly KeyValue[]>;

/** The keys that rows of one kind have. */
export type KeysOf<Node> = { readonly [Key in GroupKeyId]?: ReadKey<Node> };

/** The periods that rows are grouped by, the shortest first. */
export const periodKeys = { quarter: 'quarter', 'half-year': 'half-year', year: 'year' } as const satisfies {
  readonly [Key in GroupKeyId]?: StepLength;
};

/** How keys are read. @throws the client's error where the rows do not have one */
export function keyReaders<Node>(keys: readonly GroupKeyId[], known: KeysOf<Node>): readonly ReadKey<Node>[] {
  return keys.map((key) => {
    const read = known[key];
    if (read) return read;
    const has = Object.keys(known).map(nameOf).join(', ');
    const advice = has === '' ? 'they have none to group by' : `they have ${has}`;
    throw clientError('BAD_ARGUMENT', `These rows have no key ${nameOf(key)}: ${advice}.`, 'keys');
  });
}

/** An entity as a value; keys of rows are of one kind, so that their names and keys order them. */
export function entityValue(entity: Seen<EntityRow>): KeyValue {
  const { key, name, sortName } = entity.row;
  return {
    id: String(key),
    sort: `${sortName}\u0000${String(key).padStart(12, '0')}`,
    entity,
    period: null,
    text: name,
  };
}

/** A word of data/ as a value, as the interface writes it. */
export function wordValue(word: string): KeyValue {
  return { id: word, sort: word, entity: null, period: null, text: nameOf(word) };
}

/** A calendar period as a value. */
export function periodValue(step: Period): KeyValue {
  return { id: step.label, sort: step.first ?? '', entity: null, period: step, text: step.label };
}

const ofPeriod =
  (length: StepLength): ReadKey<unknown> =>
  ({ period }) => {
    const step = period && calendarPeriod(period, length);
    return step === null ? [] : [periodValue(step)];
  };

/** The calendar periods that hold the period of a row. */
export const calendarKeys: KeysOf<unknown> = {
  year: ofPeriod('year'),
  'half-year': ofPeriod('half-year'),
  quarter: ofPeriod('quarter'),
};

/** The evidence of the figure, before it was converted. */
const ofEvidence: ReadKey<unknown> = ({ figure }) => {
  const evidence = figure && (claimBehind(figure)?.evidence ?? figure.evidence);
  return evidence === null ? [] : [wordValue(evidence)];
};

const ofSource: ReadKey<Seen<EntityRow>> = ({ node, figure }) => {
  const slug = figure && claimBehind(figure)?.sources[0]?.slug;
  if (slug == null) return [];
  return whenRead(node.view.named('Source', slug), (found) => found.slice(0, 1).map(entityValue));
};

function named(role: ReferenceRole): ReadKey<Seen<EntityRow>> {
  return ({ node }) => whenRead(referencesOf(node, role), (all) => all.map(entityValue));
}

const ofKind: ReadKey<Seen<EntityRow>> = ({ node: { row } }) => {
  // The compiler wrote it in this form.
  const [main] = JSON.parse(row.kindsJson) as readonly string[];
  return main === undefined ? [] : [wordValue(main)];
};

const ofStatus: ReadKey<Seen<EntityRow>> = ({ node: { row } }) => (row.status === null ? [] : [wordValue(row.status)]);

function inCountry(role: ReferenceRole | null): ReadKey<Seen<EntityRow>> {
  return ({ node }) => {
    const around = role === null ? [node] : referencesOf(node, role);
    return whenRead(around, (found) =>
      whenRead(whenAllRead(found.map(countriesOf)), (countries) => unlike(countries.flat().map(entityValue))),
    );
  };
}

const ofMaker: ReadKey<Seen<EntityRow>> = ({ node }) =>
  whenRead(referencesOf(node, 'processor'), (processors) =>
    whenRead(whenAllRead(processors.map((one) => referenceOf(one, 'maker'))), (makers) =>
      unlike(makers.filter((one) => one !== null).map(entityValue)),
    ),
  );

const ofMarket: ReadKey<Seen<EntityRow>> = ({ node }) =>
  whenRead(whenAllRead([referenceOf(node, 'purpose'), referenceOf(node, 'target')]), (found) => {
    const market = found.find((one) => one?.row.type === 'Market');
    return market ? [entityValue(market)] : [];
  });

/** The keys of each kind of entity. */
export const keysOfEntities: { readonly [Type in EntityType]?: KeysOf<Seen<EntityRow>> } = {
  Company: { country: inCountry(null), kind: ofKind },
  Processor: { kind: ofKind, maker: named('maker') },
  Investment: {
    country: inCountry('investor'),
    kind: ofKind,
    investor: named('investor'),
    target: named('target'),
    status: ofStatus,
    market: ofMarket,
    source: ofSource,
    evidence: ofEvidence,
    ...calendarKeys,
  },
  Shipment: {
    country: inCountry('buyer'),
    maker: ofMaker,
    seller: named('seller'),
    buyer: named('buyer'),
    processor: named('processor'),
    source: ofSource,
    evidence: ofEvidence,
    ...calendarKeys,
  },
  Product: { country: inCountry(null), kind: ofKind, status: ofStatus },
  Market: { country: inCountry(null) },
  ExportControl: { kind: ofKind },
};

/** Each value once. */
function unlike(values: readonly KeyValue[]): readonly KeyValue[] {
  return [...new Map(values.map((value) => [value.id, value])).values()];
}

function nameOf(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}
