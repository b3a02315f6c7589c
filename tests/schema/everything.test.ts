import { type GraphQLField, getNamedType, isCompositeType, isLeafType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { standingServer } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

const server = standingServer(publishedData());

/** Lists of entities, by their entry points. */
const lists = fieldsOf('Query').filter(({ type }) => {
  const connection = getNamedType(type);
  const node = isObjectType(connection) ? connection.getFields().edges : undefined;
  const edge = node && getNamedType(node.type);
  const row = isObjectType(edge) ? getNamedType(edge.getFields().node?.type ?? edge) : undefined;
  return isObjectType(row) && row.getInterfaces().some(({ name }) => name === 'Entity');
});

describe.each(lists.map(({ name, type }) => ({ name, row: getNamedType(type).name.replace(/Connection$/, '') })))(
  '$name',
  ({ name, row }) => {
    test('answers every field of every row, and masks no error', async () => {
      const selection = selectionOf(row, 3);
      for (let after: string | null = null, pages = 0; pages < 100; pages++) {
        const query = `query ($after: String) { ${name}(first: 10, after: $after) { pageInfo { hasNextPage endCursor } edges { node { ${selection} } } } }`;
        const { body } = await server.ask(query, { after });
        // A group whose members count in several currencies asks for one; nothing else may fail.
        const codes = new Set((body.errors ?? []).map(({ extensions }) => extensions?.code));
        expect([...codes].filter((code) => code !== 'UNIT_MISMATCH')).toEqual([]);
        const { pageInfo, edges } = Object(body.data)[name];
        expect(edges.length).toBeGreaterThan(0);
        if (!pageInfo.hasNextPage) return;
        after = pageInfo.endCursor;
      }
    });
  },
);

/** All that can be asked without an argument, so many levels deep. */
function selectionOf(type: string, levels: number): string {
  const fields = fieldsOf(type).filter(({ args }) => args.every(({ type: wanted }) => !String(wanted).endsWith('!')));
  const parts = fields.map(({ name, type: answer }) => {
    const named = getNamedType(answer);
    if (isLeafType(named)) return name;
    if (!isCompositeType(named) || levels <= 1) return '';
    // What rows add up to costs as much as all of them: no list asks for it of each of its rows.
    if (named.name === 'Aggregate') return `${name} { count }`;
    const inner = selectionOf(
      named.name,
      named.name.endsWith('Connection') || named.name.endsWith('Edge') ? levels - 0.5 : levels - 1,
    );
    const page = named.name.endsWith('Connection') ? '(first: 3)' : '';
    return inner === '' ? '' : `${name}${page} { ${inner} }`;
  });
  return ['__typename', ...parts.filter((part) => part !== '')].join(' ');
}

function fieldsOf(name: string): readonly GraphQLField<unknown, unknown>[] {
  const type = schema.getType(name);
  return type && 'getFields' in type
    ? Object.values(type.getFields()).filter((field): field is GraphQLField<unknown, unknown> => 'args' in field)
    : [];
}
