import { type Problem, printProblem } from '../dataset/problem.ts';
import { requireFolder } from './publishData.ts';
import { watchFolder } from './watchFolder.ts';

/** Prints every problem and every warning of a folder of facts, and answers whether there are no problems. */
export async function checkData(data: string): Promise<boolean> {
  requireFolder(data);
  const { checkDataset } = await import('../dataset/checkDataset.ts');
  const { problems, warnings } = checkDataset(data);
  for (const problem of problems) console.error(printProblem(problem));
  for (const { message, ...place } of warnings)
    console.error(printProblem({ ...place, message: `warning: ${message}` }));
  console.log(`${count(problems, 'problem')}, ${count(warnings, 'warning')}`);
  return problems.length === 0;
}

/** Checks, and checks again after each change, until the process is ended. */
export async function checkAndWatch(data: string): Promise<void> {
  requireFolder(data);
  let times = 0;
  watchFolder(data, async () => {
    if (times > 0) console.log('');
    times += 1;
    await checkData(data);
  });
}

function count(found: readonly Problem[], what: string): string {
  return `${found.length} ${what}${found.length === 1 ? '' : 's'}`;
}
