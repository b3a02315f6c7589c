import { parseUnit } from '../quantity/unit.ts';
import { linkKinds, properties } from '../quantity/vocabulary.ts';
import { claimFields } from './claimShape.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { PropertiesFile } from './propertiesFile.ts';
import { shapeProblems } from './shapeProblems.ts';
import type { WrittenFile } from './sourceFile.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** The words that this program was built with. */
export const builtInVocabulary: Vocabulary = { properties, linkKinds };

/**
 * The words of a folder of facts: those of its properties.yaml, else those built in. Where the two differ the interface
 * could not show what the facts say, so that is a problem.
 */
export function readVocabulary(written: WrittenFile | undefined, findings: Findings): Vocabulary {
  if (written === undefined || written.file.yaml.problems.length > 0) return builtInVocabulary;
  const { file, value } = written;
  const parsed = PropertiesFile.safeParse(value ?? {});
  if (!parsed.success) {
    findings.problems.push(...shapeProblems(written, PropertiesFile, parsed.error.issues));
    return builtInVocabulary;
  }
  checkWords(parsed.data, { file, path: [] }, findings);
  const vocabulary = vocabularyOf(parsed.data);
  if (JSON.stringify(vocabulary) !== JSON.stringify(builtInVocabulary)) {
    const message = 'the program was built with other words than these: run `npx tsx bin/generate.ts`, and build again';
    report(findings, { file, path: [] }, message);
  }
  return vocabulary;
}

function checkWords(words: PropertiesFile, spot: Spot, findings: Findings): void {
  for (const [id, property] of Object.entries(words.properties)) {
    const here = inside(spot, 'properties', id);
    const units = property.unit === undefined ? [] : [property.unit].flat();
    if (property.datatype === 'quantity' && units.length === 0)
      report(findings, here, 'a quantity without a unit: add `unit`');
    for (const unit of units) {
      if (parseUnit(unit.replace('money', 'USD')) !== null) continue;
      report(
        findings,
        inside(here, 'unit'),
        `\`${unit}\` is no unit: write money, count, ratio, percent, or a code such as GB/s`,
      );
    }
    for (const name of Object.keys(property.qualifiers ?? {})) {
      if (!reserved.includes(name)) continue;
      report(
        findings,
        inside(here, 'qualifiers', name),
        `every claim has a key \`${name}\`: give the qualifier another name`,
      );
    }
  }
}

const reserved = [...Object.keys(claimFields), 'stated', 'text', 'date', 'entity', 'definition', 'over', 'property'];
