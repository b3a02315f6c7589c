import { allTableShapes, type ColumnShape } from '../tableShapes.ts';

const types: Readonly<Record<ColumnShape, string>> = {
  integer: 'integer',
  'integer?': 'integer',
  'whole?': 'integer',
  'real?': 'real',
  text: 'text',
  'text?': 'text',
};

/** Makes the tables of a revision. Those without a number of their own are kept in the order of their primary key. */
export const createTables = allTableShapes
  .map(({ table, columns, primaryKey }) => {
    const isNumbered = columns.some(([name, shape]) => shape === 'integer' && primaryKey.join() === name);
    const lines = columns.map(([name, shape]) => `"${name}" ${types[shape]}${shape.endsWith('?') ? '' : ' not null'}`);
    return `create table "${table}" (${[...lines, `primary key (${listed(primaryKey)})`].join(', ')})
      ${isNumbered ? '' : 'without rowid, '}strict;`;
  })
  .join('\n');

/** Makes the indexes of a revision. */
export const createIndexes = allTableShapes
  .flatMap(({ table, indexes }) =>
    indexes.map(({ name, on, unique, whereKnown, whereOne, ofWords }) =>
      ofWords
        ? createWordIndex(name, table, on)
        : `create ${unique ? 'unique ' : ''}index ${name} on "${table}" (${listed(on)})${whereKnown ? ` where "${whereKnown}" is not null` : ''}${whereOne ? ` where "${whereOne}" = 1` : ''};`,
    ),
  )
  .join('\n');

/** The words are told apart by their spaces alone, and nothing is kept but in which rows they stand. */
function createWordIndex(name: string, table: string, on: readonly string[]): string {
  return `create virtual table ${name} using fts5(${listed(on)},
      content = '${table}', content_rowid = 'key', tokenize = 'ascii', detail = 'none', columnsize = 0);
    insert into ${name} (${name}) values ('rebuild');`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
