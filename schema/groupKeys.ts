import { calendarPeriod } from '../src/quantity/calendarPeriod.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import type { StepLength } from '../src/quantity/periodSteps.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { Read } from '../src/store/whenRead.ts';
import { clientError } from './errors.ts';

/** What rows can be grouped by, and what each key means; the interface adds which rows have it. */
export const groupKeys = {
  country: 'the country; of a shipment that of the buyer, of an investment that of the investor',
  kind: 'the kind; of a company the main one',
  investor: 'the investor',
  target: 'the target',
  status: 'the status',
  maker: 'the maker; of a shipment that of the processor',
  seller: 'the seller',
  buyer: 'the buyer',
  processor: 'the processor',
  market: 'the market that it serves or goes into',
  subject: 'the subject; of a link where it starts',
  property: 'the property',
  source: 'the source of the best claim',
  evidence: 'the evidence of the figure',
  year: 'the calendar year that holds the period',
  'half-year': 'the calendar half year that holds the period',
  quarter: 'the calendar quarter that holds the period',
};

/** One of these keys. */
export type GroupKeyId = keyof typeof groupKeys;

/** Whether rows can be grouped by what bears this name. */
export function isGroupKey(name: string): name is GroupKeyId {
  return name in groupKeys;
}

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

/** The keys asked for, as rows have them. @throws the client's error where the rows do not have one */
export function keysAmong<Known>(
  keys: readonly GroupKeyId[],
  known: { readonly [Key in GroupKeyId]?: Known },
): readonly Known[] {
  return keys.map((key) => {
    const found = known[key];
    if (found !== undefined) return found;
    const has = Object.keys(known).map(nameOf).join(', ');
    const advice = has === '' ? 'they have none to group by' : `they have ${has}`;
    throw clientError('BAD_ARGUMENT', `These rows have no key ${nameOf(key)}: ${advice}.`, 'keys');
  });
}

/** An entity as a value; keys of rows are of one kind, so that their names and keys order them. */
export function entityValue(entity: Seen<EntityRow>): KeyValue {
  const { key, name, sortName } = entity.row;
  return { id: String(key), sort: entitySort(sortName, key), entity, period: null, text: name };
}

/** What orders an entity among others as values. */
export function entitySort(sortName: string, key: number): string {
  return `${sortName}\u0000${String(key).padStart(12, '0')}`;
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
export const calendarKeys = {
  year: ofPeriod('year'),
  'half-year': ofPeriod('half-year'),
  quarter: ofPeriod('quarter'),
} satisfies KeysOf<unknown>;

function nameOf(word: string): string {
  return word.toUpperCase().replaceAll('-', '_');
}
