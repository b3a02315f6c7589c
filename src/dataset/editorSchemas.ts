import * as z from 'zod';
import { exchangeRatesShape, fileShapes, folders, revisionShape } from './fileShapes.ts';
import { PropertiesFile } from './propertiesFile.ts';
import { definitionsShape } from './ruleShape.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A JSON Schema by which editors complete and check the files of a pattern. */
export interface EditorSchema {
  /** In data/.schema/: `companies.json`. */
  readonly name: string;
  /** Which files it is for, from the root of the project: `data/companies/*.yaml`. */
  readonly files: string;
  readonly text: string;
}

/** The schemas of all files of facts, made from the shapes that check them. */
export function editorSchemas(vocabulary: Vocabulary): readonly EditorSchema[] {
  const shapes = fileShapes(vocabulary);
  const standalone = {
    revision: revisionShape,
    'exchange-rates': exchangeRatesShape,
    'control-definitions': definitionsShape,
    properties: PropertiesFile,
  };
  return [
    ...Object.entries(folders).map(([folder, type]) => schema(folder, `data/${folder}/*.yaml`, shapes[type])),
    ...Object.entries(standalone).map(([name, shape]) => schema(name, `data/${name}.yaml`, shape)),
  ];
}

/** The settings by which VS Code with its YAML extension takes each file for what it is. */
export function editorSettings(schemas: readonly EditorSchema[]): string {
  const entries = schemas.map(({ name, files }) => [`./data/.schema/${name}`, files] as const);
  return `${JSON.stringify({ 'yaml.schemas': Object.fromEntries(entries) }, null, 2)}\n`;
}

function schema(name: string, files: string, shape: z.ZodType): EditorSchema {
  // Editors know draft 7 best. What several keys share stands in it once.
  const json = z.toJSONSchema(shape, { target: 'draft-7', io: 'input', reused: 'ref' });
  return { name: `${name}.json`, files, text: `${JSON.stringify(json)}\n` };
}
