import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { editorSchemas, editorSettings } from '../src/dataset/editorSchemas.ts';
import { PropertiesFile } from '../src/dataset/propertiesFile.ts';
import { vocabularyOf } from '../src/dataset/vocabulary.ts';
import { vocabularyModule } from '../src/dataset/vocabularyModule.ts';
import { parseYaml } from '../src/dataset/yamlText.ts';

// Writes what is made from data/properties.yaml and from the shapes of fact files: the vocabulary of the code, and what
// editors complete and check facts by. Run it after changing either: `npx tsx bin/generate.ts`.
const { value } = parseYaml('data/properties.yaml', readFileSync('data/properties.yaml', 'utf8'));
const vocabulary = vocabularyOf(PropertiesFile.parse(value));
writeFileSync('src/quantity/vocabulary.ts', vocabularyModule(vocabulary));

const schemas = editorSchemas(vocabulary);
mkdirSync('data/.schema', { recursive: true });
mkdirSync('.vscode', { recursive: true });
for (const { name, text } of schemas) writeFileSync(`data/.schema/${name}`, text);
writeFileSync('.vscode/settings.json', editorSettings(schemas));
