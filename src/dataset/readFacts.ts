import { isDay } from '../quantity/day.ts';
import { catalogueOf } from './catalogue.ts';
import { checkCycles } from './checkCycles.ts';
import { checkInvestments } from './checkInvestments.ts';
import { checkNames } from './checkNames.ts';
import { checkRules } from './checkRules.ts';
import { checkSources } from './checkSources.ts';
import { compareTexts } from './compareTexts.ts';
import { entitiesOf } from './entity.ts';
import type { Facts } from './facts.ts';
import { exchangeRatesShape, revisionShape } from './fileShapes.ts';
import { type Findings, report } from './findings.ts';
import { compareProblems, type Problem, printProblem } from './problem.ts';
import { readClaims } from './readClaims.ts';
import { readDrafts } from './readDrafts.ts';
import { readLinks } from './readLinks.ts';
import { type Rate, readRates } from './readRates.ts';
import { readRules } from './readRules.ts';
import { readShaped } from './readShaped.ts';
import { readVocabulary } from './readVocabulary.ts';
import { recordLines, recordsEnding } from './recordLines.ts';
import { sourceFile, type TextFile, type WrittenFile } from './sourceFile.ts';
import type { World } from './world.ts';

/** Facts that are being read, and what has been found wrong so far. */
export interface Reading {
  readonly facts: Facts;
  /** From top to bottom by file; all there is once the claims have been gone through. */
  found(): Found;
}

/** What is wrong with facts, and what their authors should look at. */
export interface Found {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Reads facts from the texts of the files of a folder, in whatever order they come. All problems are told at once; where
 * there are any, the facts are what is left without the parts that have them.
 */
export function readFacts(texts: readonly TextFile[], folder: string): Reading {
  const findings: Findings = { problems: [], warnings: [] };
  const { vocabulary, horizon, drafts, broken, exchangeRates, definitions } = readFiles(texts, folder, findings);
  const catalogue = catalogueOf(drafts, broken, findings);
  const entities = entitiesOf(catalogue, findings);
  const world: World = { vocabulary, catalogue, entities, horizon, findings };

  const written = readLinks(world);
  const links = written.map(({ link }) => link);
  const rates = readExchangeRates(exchangeRates, world);
  const rules = readRules(definitions, world);

  checkSources(catalogue.drafts, findings);
  checkNames(catalogue, findings);
  checkInvestments(entities.values(), findings);
  checkCycles(entities.values(), links, findings);
  checkRules(rules, world);

  const ordered = [...entities.values()].sort((left, right) => compareTexts(left.id, right.id));
  const claims = readClaims(ordered, written, world);
  return {
    facts: { horizon, entities: ordered, links, claims, rates, rules },
    found: () => ({ problems: inOrder(findings.problems), warnings: inOrder(findings.warnings) }),
  };
}

/** What files say by themselves. They are large, and let go of when this is done. */
function readFiles(texts: readonly TextFile[], folder: string, findings: Findings) {
  const files = texts
    .flatMap((text) => (text.path.endsWith(recordsEnding) ? recordLines(text, folder) : [sourceFile(text, folder)]))
    .sort((left, right) => compareTexts(left.file.path, right.file.path));
  for (const { file } of files) findings.problems.push(...file.yaml.problems);
  const named = new Map(files.map((written) => [written.file.path, written] as const));
  const vocabulary = readVocabulary(named.get('properties.yaml'), findings);
  return {
    vocabulary,
    horizon: readHorizon(named.get('revision.yaml'), folder, findings),
    ...readDrafts(files, vocabulary, findings),
    exchangeRates: named.get('exchange-rates.yaml'),
    definitions: named.get('control-definitions.yaml'),
  };
}

/** The day up to which the curators have looked; all of time where the file is missing or wrong, which is a problem. */
function readHorizon(written: WrittenFile | undefined, folder: string, findings: Findings): string {
  if (written === undefined) {
    const message = 'missing: add it, with the day up to which you have looked: `horizon: 2026-11-25`';
    findings.problems.push({ file: `${folder}/revision.yaml`, line: 1, column: 1, message });
    return allTime;
  }
  const revision = readShaped(written, revisionShape, findings);
  const horizon = revision?.horizon.trim();
  if (horizon === undefined || isDay(horizon)) return horizon ?? allTime;
  report(findings, { file: written.file, path: ['horizon'] }, `\`${horizon}\` is no day: write one such as 2026-11-25`);
  return allTime;
}

const allTime = '2199-12-31';

function readExchangeRates(written: WrittenFile | undefined, world: World): readonly Rate[] {
  const content = written === undefined ? null : readShaped(written, exchangeRatesShape, world.findings);
  return written === undefined || content === null ? [] : readRates(content.rates, written.file, world);
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  // What is wrong with an attribute may show twice: in the attribute, and in the link that follows from it.
  const unique = new Map(problems.map((problem) => [printProblem(problem), problem] as const));
  return [...unique.values()].sort(compareProblems);
}
