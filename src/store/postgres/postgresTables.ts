import { allTableShapes, type ColumnShape, columnsOf } from '../tableShapes.ts';
import type { Tables } from '../tables.ts';

/** The SQL that makes the tables of a revision. Texts are ordered by their bytes, as in SQLite, whatever the locale. */
export function createTables(schema: string): string {
  return allTableShapes
    .map(({ table, columns }) => {
      const lines = columns.map(([name, shape]) => {
        return `"${name}" ${types[shape]}${shape.endsWith('?') ? '' : ' not null'}`;
      });
      return `create table "${schema}"."${table}" (${lines.join(', ')});`;
    })
    .join('\n');
}

/** The SQL that makes the keys and indexes of a revision, once its rows are in. */
export function createIndexes(schema: string): string {
  return allTableShapes
    .flatMap(({ table, primaryKey, indexes }) => [
      `alter table "${schema}"."${table}" add primary key (${listed(primaryKey)});`,
      ...indexes.map(
        ({ name, on, unique, whereKnown, whereOne, ofWords }) =>
          `create ${unique ? 'unique ' : ''}index ${name} on "${schema}"."${table}" ${ofWords ? `using gin (${on.map(wordsIn)})` : `(${listed(on)})`}${whereKnown ? ` where "${whereKnown}" is not null` : ''}${whereOne ? ` where "${whereOne}" = 1` : ''};`,
      ),
      ...statistics(schema, table),
      `analyze "${schema}"."${table}";`,
    ])
    .join('\n');
}

/**
 * Columns whose values go together. Taken for independent, conditions on all of them would seem to leave a row or two,
 * and PostgreSQL would sort what is there rather than read an index in its order up to the end of a page.
 */
const goTogether: { readonly [Table in keyof Tables]?: readonly (keyof Tables[Table] & string)[] } = {
  figure: ['type', 'door', 'dimension', 'tentative', 'answersLatest', 'answersLatestDefinition'],
};

function statistics(schema: string, table: keyof Tables): readonly string[] {
  const columns = goTogether[table];
  if (columns === undefined) return [];
  return [`create statistics "${schema}".${table}_columns on ${listed(columns)} from "${schema}"."${table}";`];
}

/** The SQL that takes rows of a table in, in the order of its columns. It was made in the same transaction, so that nobody sees them before. */
export function copyInto(schema: string, table: keyof Tables): string {
  return `copy "${schema}"."${table}" (${listed(columnsOf(table))}) from stdin with (freeze true)`;
}

const types: Readonly<Record<ColumnShape, string>> = {
  integer: 'integer',
  'integer?': 'integer',
  'whole?': 'bigint',
  'real?': 'double precision',
  text: 'text collate "C"',
  'text?': 'text collate "C"',
};

/** The words in a text column, which have spaces between them, as full-text search takes them. */
export function wordsIn(column: string): string {
  return `array_to_tsvector(string_to_array("${column}", ' '))`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
