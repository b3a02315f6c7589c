import type { Tables } from './tables.ts';

/**
 * What a column holds: a whole number of up to 32 bits, a `whole` one of up to 64, a `real` one which is a double, or text,
 * which is ordered by its bytes in both stores.
 */
export type ColumnShape = 'integer' | 'integer?' | 'whole?' | 'real?' | 'text' | 'text?';

/** A table, for the stores to make it of; `?` marks columns that may be null. */
export interface TableShape<Row> {
  readonly columns: { readonly [Column in keyof Row]: ColumnShape };
  readonly primaryKey: readonly (keyof Row & string)[];
  readonly indexes: readonly IndexShape<Row>[];
}

/** An index; of the rows in which one column is known, where most have none, or in which it is 1. */
export interface IndexShape<Row> {
  readonly name: string;
  readonly on: readonly (keyof Row & string)[];
  readonly unique?: boolean;
  readonly whereKnown?: keyof Row & string;
  readonly whereOne?: keyof Row & string;
  /** Of the words in a text column, which have spaces between them: for `passagesWith` of a dialect. */
  readonly ofWords?: boolean;
}

/** The form of the tables; a program reads no other. */
export const tablesVersion = 9;

/** What a figure is weighed by besides what it is sorted by. */
const weighed = ['low', 'high', 'lowOpen', 'highOpen', 'dimension', 'tentative', 'definition', 'kindsJson'] as const;
const weighedUsd = ['lowUsd', 'highUsd', 'lowOpen', 'highOpen', 'tentative', 'definition', 'kindsJson'] as const;

/** The tables as the stores make them: the columns in their order, and the ways in which rows are looked for. */
export const tableShapes: { readonly [Table in keyof Tables]: TableShape<Tables[Table]> } = {
  meta: { columns: { key: 'text', value: 'text' }, primaryKey: ['key'], indexes: [] },
  entity: {
    columns: {
      key: 'integer',
      type: 'text',
      slug: 'text',
      name: 'text',
      sortName: 'text',
      aliasesJson: 'text',
      description: 'text?',
      kindsJson: 'text',
      status: 'text?',
      periodLabel: 'text?',
      periodFirst: 'text?',
      periodLast: 'text?',
      periodStep: 'text?',
      publishedDay: 'text?',
      publisherName: 'text?',
      detailJson: 'text',
    },
    primaryKey: ['key'],
    indexes: [
      { name: 'entity_id', on: ['type', 'slug'], unique: true },
      { name: 'entity_order', on: ['type', 'sortName', 'key'] },
      { name: 'entity_period', on: ['type', 'periodFirst', 'key'] },
    ],
  },
  reference: {
    columns: { fromKey: 'integer', role: 'text', position: 'integer', toKey: 'integer' },
    primaryKey: ['fromKey', 'role', 'position'],
    indexes: [{ name: 'reference_to', on: ['toKey', 'role', 'fromKey'] }],
  },
  name: {
    columns: { type: 'text', name: 'text', key: 'integer', rank: 'integer' },
    primaryKey: ['name', 'type', 'rank', 'key'],
    indexes: [],
  },
  link: {
    columns: {
      key: 'integer',
      id: 'text',
      kind: 'text',
      fromKey: 'integer',
      toKey: 'integer',
      whatKey: 'integer?',
      role: 'text?',
      start: 'text?',
      end: 'text?',
      startDay: 'text?',
      endDay: 'text?',
      structural: 'integer',
      evidence: 'text?',
      trustJson: 'text',
    },
    primaryKey: ['key'],
    indexes: [
      // A search over links reads these alone, and no row.
      { name: 'link_from', on: ['fromKey', 'kind', 'toKey', 'evidence', 'startDay', 'endDay', 'key'] },
      { name: 'link_to', on: ['toKey', 'kind', 'fromKey', 'evidence', 'startDay', 'endDay', 'key'] },
      { name: 'link_id', on: ['id'], unique: true },
    ],
  },
  claim: {
    columns: {
      key: 'integer',
      id: 'text',
      factKey: 'integer',
      place: 'integer',
      subjectKey: 'integer',
      linkKey: 'integer?',
      property: 'text',
      holderKey: 'integer',
      door: 'text',
      qualifiersJson: 'text',
      definition: 'text?',
      periodLabel: 'text?',
      periodFirst: 'text?',
      periodLast: 'text?',
      periodStep: 'text?',
      asOf: 'integer',
      value: 'text?',
      low: 'text?',
      high: 'text?',
      lowOpen: 'integer',
      highOpen: 'integer',
      bounds: 'text?',
      unit: 'text?',
      text: 'text?',
      foldedText: 'text?',
      date: 'text?',
      dateDay: 'text?',
      entityKey: 'integer?',
      evidence: 'text',
      rank: 'text',
      kind: 'text?',
      reason: 'text?',
      speakerName: 'text?',
      speakerRole: 'text?',
      speakerKey: 'integer?',
      sourcesJson: 'text',
      publishedDay: 'text?',
      supersededByKey: 'integer?',
      deniedByJson: 'text',
      inferred: 'integer',
      file: 'text',
      line: 'integer',
    },
    primaryKey: ['key'],
    indexes: [
      { name: 'claim_id', on: ['id'], unique: true },
      { name: 'claim_fact', on: ['factKey'] },
      { name: 'claim_door', on: ['holderKey', 'door'] },
      { name: 'claim_subject', on: ['subjectKey'] },
      { name: 'claim_link', on: ['linkKey'], whereKnown: 'linkKey' },
      { name: 'claim_speaker', on: ['speakerKey'], whereKnown: 'speakerKey' },
      { name: 'claim_property', on: ['property', 'key'] },
    ],
  },
  figure: {
    columns: {
      key: 'integer',
      entityKey: 'integer',
      type: 'text',
      kindsJson: 'text',
      door: 'text',
      periodLabel: 'text?',
      periodFirst: 'text?',
      periodLast: 'text?',
      definition: 'text?',
      qualified: 'integer',
      claimKey: 'integer',
      evidence: 'text',
      tentative: 'integer',
      disputed: 'integer',
      unit: 'text',
      dimension: 'text',
      sort: 'real?',
      low: 'real?',
      high: 'real?',
      lowOpen: 'integer',
      highOpen: 'integer',
      sortUsd: 'real?',
      lowUsd: 'real?',
      highUsd: 'real?',
      valueWhole: 'whole?',
      lowWhole: 'whole?',
      highWhole: 'whole?',
      answersPeriod: 'integer',
      answersPeriodDefinition: 'integer',
      answersLatest: 'integer',
      answersLatestDefinition: 'integer',
    },
    primaryKey: ['key'],
    // Seeks in order: what a filter asks besides stands in the index too, so that it alone is read.
    indexes: [
      { name: 'figure_at', on: ['entityKey', 'door', 'periodFirst', 'periodLast'] },
      {
        name: 'figure_latest',
        on: ['type', 'door', 'sort', 'entityKey', ...weighed, 'answersLatest'],
        whereOne: 'answersLatestDefinition',
      },
      {
        name: 'figure_latest_usd',
        on: ['type', 'door', 'sortUsd', 'entityKey', ...weighedUsd, 'answersLatest'],
        whereOne: 'answersLatestDefinition',
      },
      { name: 'figure_period', on: ['type', 'door', 'periodFirst', 'periodLast', 'sort', 'entityKey', ...weighed] },
      {
        name: 'figure_period_usd',
        on: ['type', 'door', 'periodFirst', 'periodLast', 'sortUsd', 'entityKey', ...weighedUsd],
      },
    ],
  },
  rate: {
    columns: {
      currency: 'text',
      kind: 'text',
      periodLabel: 'text',
      periodFirst: 'text',
      periodLast: 'text',
      rate: 'text',
      evidence: 'text',
      sourceKey: 'integer',
    },
    primaryKey: ['currency', 'periodFirst', 'periodLast', 'kind'],
    indexes: [],
  },
  rule: {
    columns: { key: 'integer', part: 'text', entityKey: 'integer?', name: 'text', json: 'text' },
    primaryKey: ['key'],
    indexes: [],
  },
  passage: {
    columns: { key: 'integer', entityKey: 'integer', claimKey: 'integer?', words: 'text' },
    primaryKey: ['key'],
    indexes: [{ name: 'passage_words', on: ['words'], ofWords: true }],
  },
  digest: {
    columns: { bucket: 'integer', hash: 'text', claimKeysJson: 'text' },
    primaryKey: ['bucket'],
    indexes: [],
  },
};

/** The shapes as a list, for what is done to each table. */
export const allTableShapes: readonly {
  readonly table: keyof Tables;
  readonly columns: readonly (readonly [name: string, shape: ColumnShape])[];
  readonly primaryKey: readonly string[];
  readonly indexes: readonly {
    readonly name: string;
    readonly on: readonly string[];
    readonly unique?: boolean;
    readonly whereKnown?: string;
    readonly whereOne?: string;
    readonly ofWords?: boolean;
  }[];
}[] = Object.entries(tableShapes).map(([table, { columns, primaryKey, indexes }]) => ({
  // The keys of the shapes are the names of the tables.
  table: table as keyof Tables,
  columns: Object.entries(columns),
  primaryKey,
  indexes,
}));

/** The names of the columns of a table, in their order. */
export function columnsOf<Table extends keyof Tables>(table: Table): readonly (keyof Tables[Table] & string)[] {
  // A shape has the columns of its row and no other.
  return Object.keys(tableShapes[table].columns) as (keyof Tables[Table] & string)[];
}
