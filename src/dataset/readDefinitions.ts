import type { Condition, Definition } from '../controls/rule.ts';
import { ruleQuantities } from '../controls/vocabulary.ts';
import { inside, report, reportKey, type Spot } from './findings.ts';
import { readCondition } from './readCondition.ts';
import { readShaped } from './readShaped.ts';
import { readSources } from './readSources.ts';
import { type DefinitionEntry, definitionsShape } from './ruleShape.ts';
import type { WrittenFile } from './sourceFile.ts';
import type { World } from './world.ts';

/** The definitions of the rules. */
export interface Definitions {
  readonly definitions: readonly (Definition & Spot)[];
  /** Their names, also of those with problems of their own; null where the file cannot be read. */
  readonly names: readonly string[] | null;
}

/** Reads data/control-definitions.yaml. */
export function readDefinitions(written: WrittenFile | undefined, world: World): Definitions {
  const content = written === undefined ? null : readShaped(written, definitionsShape, world.findings);
  if (content === null || written === undefined) return { definitions: [], names: written === undefined ? [] : null };
  const { file } = written;
  const entries = Object.entries(content.definitions);
  const names = entries.map(([name]) => name);
  const definitions = entries.flatMap(([name, entry]) => {
    const spot = { file, path: ['definitions', name] };
    if (name in ruleQuantities || ['and', 'or', 'not', 'in', 'true', 'false'].includes(name))
      reportKey(world.findings, spot, `\`${name}\` means something else in conditions: write another name`);
    const sources = readSources(entry, spot, world);
    if (sources.length === 0 && entry.source === undefined && entry.sources === undefined)
      report(world.findings, spot, 'a definition without a source: add `source`');
    const when = conditionOf(entry, spot, names, world);
    if (when === null) return [];
    return [{ name, text: entry.text.trim(), citation: entry.citation, sources, when, ...spot }];
  });
  return { definitions, names };
}

function conditionOf(entry: DefinitionEntry, spot: Spot, names: readonly string[], world: World): Condition | null {
  const read = (text: string, ...path: readonly string[]) =>
    readCondition(text, { ...world, definitions: names, spot: inside(spot, ...path) });
  const given = [entry.when, entry.anyOf, entry.allOf].filter((one) => one !== undefined);
  if (given.length !== 1) {
    report(world.findings, spot, 'write one of `when`, `anyOf` and `allOf`');
    return null;
  }
  if (entry.when !== undefined) return read(entry.when, 'when');
  const key = entry.anyOf === undefined ? 'allOf' : 'anyOf';
  const paragraphs = Object.entries(entry[key] ?? {});
  const parts = paragraphs.map(([paragraph, text]) => {
    const condition = read(text, key, paragraph);
    return condition && { ...condition, paragraph };
  });
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length) return null;
  return key === 'anyOf' ? { any: known } : { all: known };
}
