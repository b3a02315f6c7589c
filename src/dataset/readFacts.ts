import { isDay } from '../quantity/day.ts';
import { catalogueOf } from './catalogue.ts';
import { checkClaims } from './checkClaims.ts';
import { checkCycles } from './checkCycles.ts';
import { checkInvestments } from './checkInvestments.ts';
import { checkNames } from './checkNames.ts';
import { checkRules } from './checkRules.ts';
import { checkSources } from './checkSources.ts';
import type { Claim } from './claim.ts';
import { compareTexts } from './compareTexts.ts';
import { type Entity, entitiesOf } from './entity.ts';
import type { Facts } from './facts.ts';
import { exchangeRatesShape, revisionShape } from './fileShapes.ts';
import { type Findings, inside, report } from './findings.ts';
import type { Link } from './link.ts';
import { claimsOf, type WrittenClaim } from './linkClaims.ts';
import { compareProblems, type Problem, printProblem } from './problem.ts';
import { readClaim } from './readClaim.ts';
import { readDrafts } from './readDrafts.ts';
import { readLinks } from './readLinks.ts';
import { type Rate, readRates } from './readRates.ts';
import { readRules } from './readRules.ts';
import { readShaped } from './readShaped.ts';
import { readVocabulary } from './readVocabulary.ts';
import { recordLines, recordsEnding } from './recordLines.ts';
import { type SourceFile, sourceFile, type TextFile } from './sourceFile.ts';
import type { World } from './world.ts';

/**
 * Reads facts from the texts of the files of a folder, in whatever order they come. All problems are told at once, from
 * top to bottom; where there are any, the facts are what is left without the parts that have them.
 */
export function readFacts(
  texts: readonly TextFile[],
  folder: string,
): { readonly facts: Facts; readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const findings: Findings = { problems: [], warnings: [] };
  const files = texts
    .flatMap((text) => (text.path.endsWith(recordsEnding) ? recordLines(text, folder) : [sourceFile(text, folder)]))
    .sort((left, right) => compareTexts(left.path, right.path));
  for (const { yaml } of files) findings.problems.push(...yaml.problems);
  const named = new Map(files.map((file) => [file.path, file] as const));

  const vocabulary = readVocabulary(named.get('properties.yaml'), findings);
  const horizon = readHorizon(named.get('revision.yaml'), folder, findings);
  const { drafts, broken } = readDrafts(files, vocabulary, findings);
  const catalogue = catalogueOf(drafts, broken, findings);
  const entities = entitiesOf(catalogue, findings);
  const world: World = { vocabulary, catalogue, entities, horizon, findings };

  const links = readLinks(world);
  const linkClaims = links.flatMap(({ link, claims }) => readClaims(claims, link.from, link, world));
  const claims = [...ownClaims(world), ...linkClaims];
  const rates = readExchangeRates(named.get('exchange-rates.yaml'), world);
  const rules = readRules(named.get('control-definitions.yaml'), world);

  checkSources(catalogue.drafts, findings);
  checkNames(catalogue, findings);
  checkInvestments(entities.values(), findings);
  checkCycles(
    entities.values(),
    links.map(({ link }) => link),
    findings,
  );
  checkClaims(claims, catalogue.drafts, findings);
  checkRules(rules, world);
  return {
    facts: { horizon, entities: [...entities.values()], links: links.map(({ link }) => link), claims, rates, rules },
    problems: inOrder(findings.problems),
    warnings: inOrder(findings.warnings),
  };
}

/** The day up to which the curators have looked; all of time where the file is missing or wrong, which is a problem. */
function readHorizon(file: SourceFile | undefined, folder: string, findings: Findings): string {
  if (file === undefined) {
    const message = 'missing: add it, with the day up to which you have looked: `horizon: 2026-11-25`';
    findings.problems.push({ file: `${folder}/revision.yaml`, line: 1, column: 1, message });
    return allTime;
  }
  const revision = readShaped(file, revisionShape, findings);
  const horizon = revision?.horizon.trim();
  if (horizon === undefined || isDay(horizon)) return horizon ?? allTime;
  report(findings, { file, path: ['horizon'] }, `\`${horizon}\` is no day: write one such as 2026-11-25`);
  return allTime;
}

const allTime = '2199-12-31';

function readExchangeRates(file: SourceFile | undefined, world: World): readonly Rate[] {
  const content = file === undefined ? null : readShaped(file, exchangeRatesShape, world.findings);
  return file === undefined || content === null ? [] : readRates(content.rates, file, world);
}

function ownClaims(world: World): readonly Claim[] {
  return [...world.entities.values()].flatMap((subject) => {
    const spot = inside(subject.draft, 'claims');
    return Object.entries(subject.draft.claims).flatMap(([property, entries]) =>
      readClaims(claimsOf(property, entries, inside(spot, property)), subject, null, world),
    );
  });
}

function readClaims(
  written: readonly WrittenClaim[],
  subject: Entity,
  link: Link | null,
  world: World,
): readonly Claim[] {
  return written
    .map(({ property, entry, spot }) => readClaim(entry, { subject, link, property }, spot, world))
    .filter((claim) => claim !== null);
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  // What is wrong with an attribute may show twice: in the attribute, and in the link that follows from it.
  const unique = new Map(problems.map((problem) => [printProblem(problem), problem] as const));
  return [...unique.values()].sort(compareProblems);
}
