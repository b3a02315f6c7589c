import { readFileSync, writeFileSync } from 'node:fs';
import { PropertiesFile } from '../src/dataset/propertiesFile.ts';
import { vocabularyOf } from '../src/dataset/vocabulary.ts';
import { vocabularyModule } from '../src/dataset/vocabularyModule.ts';
import { parseYaml } from '../src/dataset/yamlText.ts';

// Writes what is made from data/properties.yaml. Run it after changing that file: `npx tsx bin/generate.ts`.
const { value } = parseYaml('data/properties.yaml', readFileSync('data/properties.yaml', 'utf8'));
const vocabulary = vocabularyOf(PropertiesFile.parse(value));
writeFileSync('src/quantity/vocabulary.ts', vocabularyModule(vocabulary));
