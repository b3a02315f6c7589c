import { compareTexts } from './compareTexts.ts';

/** Something wrong in a fact file: where it stands, and what to write instead. */
export interface Problem {
  /** From the root of the project: `data/companies/alibaba.yaml`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly message: string;
}

/** As editors and terminals make links of it: `data/companies/alibaba.yaml:3:7: unknown key …`. */
export function printProblem({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`;
}

/** The order in which problems are told: by file, then from top to bottom. */
export function compareProblems(left: Problem, right: Problem): number {
  return (
    compareTexts(left.file, right.file) ||
    left.line - right.line ||
    left.column - right.column ||
    compareTexts(left.message, right.message)
  );
}
