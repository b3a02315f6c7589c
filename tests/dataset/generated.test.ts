import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editorSchemas, editorSettings } from '../../src/dataset/editorSchemas.ts';
import { readVocabulary } from '../../src/dataset/readVocabulary.ts';
import { sourceFile } from '../../src/dataset/sourceFile.ts';
import { vocabularyModule } from '../../src/dataset/vocabularyModule.ts';
import { schemaErrors } from './schemaErrors.ts';

const text = readFileSync('data/properties.yaml', 'utf8');
const vocabulary = readVocabulary(sourceFile({ path: 'properties.yaml', text }, 'data'), {
  problems: [],
  warnings: [],
});
const schemas = editorSchemas(vocabulary);

describe('what bin/generate.ts writes is current', () => {
  // Not a snapshot: that would print a schema of one long line, and be written by another command.
  const expectCurrent = (path: string, wanted: string) =>
    expect(readFileSync(path, 'utf8') === wanted, `${path} is stale: run \`npx tsx bin/generate.ts\``).toBe(true);

  test('the vocabulary of the code', () => {
    expectCurrent('src/quantity/vocabulary.ts', vocabularyModule(vocabulary));
  });

  test.each(schemas)('the schema of $files', ({ name, text: schema }) => {
    expectCurrent(`data/.schema/${name}`, schema);
  });

  test('the settings of the editor, which name every schema', () => {
    expectCurrent('.vscode/settings.json', editorSettings(schemas));
    expect(readdirSync('data/.schema').sort()).toEqual(schemas.map(({ name }) => name).sort());
  });
});

describe('editors', () => {
  const filesOf = (pattern: string) => {
    const [folder = ''] = pattern.split('/*');
    return folder === pattern ? [pattern] : readdirSync(folder).map((name) => `${folder}/${name}`);
  };

  test.each(schemas)('find nothing wrong with $files', ({ files, text: schema }) => {
    for (const file of filesOf(files))
      expect([file, schemaErrors(schema, readFileSync(file, 'utf8'))]).toEqual([file, []]);
  });

  test.each([
    ['companies', 'name: A\nhoem: cn\n', '/hoem'],
    ['companies', 'name: A\nclaims:\n  csh: []\n', '/claims/csh'],
    ['companies', 'name: A\nclaims:\n  cash: [{ stated: 1bn USD, sourc: paper }]\n', '/claims/cash/0/sourc'],
    ['companies', 'name: A\nlinks: [{ kind: leads, to: b }]\n', '/links/0/kind'],
    ['processors', 'name: A\nkind: gpu\n', '/kind'],
    ['investments', '- kind: plan\n  claims:\n    amount: [{ text: much }]\n', '/0/claims/amount/0/stated'],
    ['revision', 'horizn: 2026-11-25\n', '/horizn'],
    ['export-controls', 'name: A\nkind: rule\nrule: { claues: [] }\n', '/rule/claues'],
    [
      'export-controls',
      'name: A\nkind: rule\nrule: { clauses: [{ id: a, outcome: ban }] }\n',
      '/rule/clauses/0/outcome',
    ],
    ['control-definitions', 'definitions: { a: { text: A, wen: b } }\n', '/definitions/a/wen'],
    ['places', 'name: A\nkind: group-of-places\nmembersRule: { any: [cn] }\n', '/membersRule/any'],
  ])('find what is wrong in %s: %j', (name, yaml, path) => {
    const schema = schemas.find((each) => each.name === `${name}.json`)?.text ?? '';
    expect(schemaErrors(schema, yaml)).toContain(path);
  });
});
