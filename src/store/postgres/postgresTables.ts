import { allTableShapes } from '../tableShapes.ts';

/** The SQL that makes the tables of a revision. Texts are ordered by their bytes, as in SQLite, whatever the locale. */
export function createTables(schema: string): string {
  return allTableShapes
    .map(({ table, columns }) => {
      const lines = columns.map(([name, shape]) => {
        const type = shape.startsWith('integer') ? 'integer' : 'text collate "C"';
        return `"${name}" ${type}${shape.endsWith('?') ? '' : ' not null'}`;
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
        ({ name, on, unique, whereKnown }) =>
          `create ${unique ? 'unique ' : ''}index ${name} on "${schema}"."${table}" (${listed(on)})${whereKnown ? ` where "${whereKnown}" is not null` : ''};`,
      ),
      `analyze "${schema}"."${table}";`,
    ])
    .join('\n');
}

/** The SQL that takes the rows of a table in. They were made in the same transaction, so that nobody sees them before. */
export function copyInto(schema: string, { table, columns }: (typeof allTableShapes)[number]): string {
  return `copy "${schema}"."${table}" (${listed(columns.map(([name]) => name))}) from stdin with (freeze true)`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
