import type { Problem } from './problem.ts';
import { problemAt, problemAtKey, problemWithin, type SourceFile } from './sourceFile.ts';
import type { Path } from './yamlText.ts';

/** Collects what is found while facts are read, so that everything can be told at once. */
export interface Findings {
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

/** Where something stands: a file, and the way to the value in it. */
export interface Spot {
  readonly file: SourceFile;
  readonly path: Path;
}

/** A spot further in. */
export function inside({ file, path }: Spot, ...keys: Path): Spot {
  return { file, path: [...path, ...keys] };
}

/** Adds a problem with a value. */
export function report(findings: Findings, { file, path }: Spot, message: string): void {
  findings.problems.push(problemAt(file, path, message));
}

/** Adds a problem with a key. */
export function reportKey(findings: Findings, { file, path }: Spot, message: string): void {
  findings.problems.push(problemAtKey(file, path, message));
}

/** Adds a problem with one character of a text, the first being 0. */
export function reportWithin(findings: Findings, { file, path }: Spot, index: number, message: string): void {
  findings.problems.push(problemWithin(file, path, index, message));
}

/** Adds a warning. */
export function warn(findings: Findings, { file, path }: Spot, message: string): void {
  findings.warnings.push(problemAt(file, path, message));
}

/** `data/companies/alibaba.yaml:12`, to send a reader from one spot to another. */
export function nameSpot({ file, path }: Spot): string {
  return `${file.shown}:${file.yaml.at(path).line}`;
}
