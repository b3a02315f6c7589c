import { type DefinitionNode, type FieldDefinitionNode, parse, print, printSchema, visit } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';

const sdl = `${printInOrder()}\n`;

/**
 * The schema as text. Types, and entry points, by name, so that a review shows what changed and not how modules were
 * loaded; the rest in the order of the code, because that of enums has a meaning.
 */
function printInOrder(): string {
  const document = parse(printSchema(schema));
  const definitions = document.definitions.map(withEntryPointsByName).sort((a, b) => compare(nameOf(a), nameOf(b)));
  return print({ ...document, definitions });
}

function withEntryPointsByName(node: DefinitionNode): DefinitionNode {
  if (node.kind !== 'ObjectTypeDefinition' || !['Query', 'View'].includes(node.name.value)) return node;
  const byName = (a: FieldDefinitionNode, b: FieldDefinitionNode) => compare(a.name.value, b.name.value);
  return { ...node, fields: [...(node.fields ?? [])].sort(byName) };
}

function nameOf(node: DefinitionNode): string {
  return 'name' in node ? (node.name?.value ?? '') : '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

test('schema.graphql is what the code says', async () => {
  await expect(sdl).toMatchFileSnapshot('../../schema/schema.graphql');
});

test('every type, field, argument and enum value says what it is', () => {
  const bare: string[] = [];
  visit(parse(sdl), {
    enter(node) {
      if ('name' in node && 'description' in node && !node.description) bare.push(`${node.kind} ${node.name?.value}`);
    },
  });
  expect(bare).toEqual([]);
});

test('Query and View have the same entry points', () => {
  const fieldsOf = (name: 'Query' | 'View') => {
    const type = schema.getType(name);
    return type && 'getFields' in type ? Object.keys(type.getFields()) : [];
  };
  const ofQueryAlone = ['node', 'nodes', 'view', 'revision', 'revisions', 'changes'];
  const ofViewAlone = ['asOf', 'knownOn', 'trustedSources', 'trustedEvidence', 'minimumRank'];
  expect(
    fieldsOf('Query')
      .filter((name) => !ofQueryAlone.includes(name))
      .sort(),
  ).toEqual(
    fieldsOf('View')
      .filter((name) => !ofViewAlone.includes(name))
      .sort(),
  );
});
