import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PropertiesFile } from '../src/dataset/propertiesFile.ts';
import { vocabularyModule } from '../src/dataset/vocabulary.ts';

// Writes what is made from data/properties.yaml. Run it after changing that file: `npx tsx bin/generate.ts`.
const words = PropertiesFile.parse(parse(readFileSync('data/properties.yaml', 'utf8'), { schema: 'failsafe' }));
writeFileSync('src/quantity/vocabulary.ts', vocabularyModule(words));
