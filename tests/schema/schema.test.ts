import { parse, printSchema, visit } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';

const sdl = `${printSchema(schema)}\n`;

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
  const ofQueryAlone = ['node', 'nodes', 'view', 'revision'];
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
