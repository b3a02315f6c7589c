import { type Problem, printProblem } from '../dataset/problem.ts';

/** What keeps the program from its work and whoever runs it can mend: the message says what and how, in one line. */
export class StartError extends Error {}

/** Facts that do not compile: a line for each problem. */
export class DataProblems extends StartError {
  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${problems.map(printProblem).join('\n')}\n${count} in the data: nothing was published`);
  }
}
