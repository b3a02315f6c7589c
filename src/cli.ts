import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from './server/buildId.ts';
import { StartError } from './server/startError.ts';
import type { StorePlace } from './store/store.ts';
import { StoreError } from './store/storeError.ts';

/** What a command needs is loaded when it runs, so that each starts at once. */
const program = new Command('chipgraph')
  .description('An open knowledge graph of who builds, buys, funds and restricts AI chips.')
  .version(version)
  .showHelpAfterError('(add --help for what is allowed)');

const data = () => new Option('--data <folder>', 'the facts').env('CHIPGRAPH_DATA').default('data');
const store = () => new Option('--store <folder>', 'the revisions').env('CHIPGRAPH_STORE').default('.chipgraph');

const databaseUrl = () =>
  new Option('--database-url <url>', 'a PostgreSQL database for the revisions, in place of --store').env(
    'DATABASE_URL',
  );
const databaseReadUrl = () =>
  new Option('--database-read-url <url>', 'the database to read, such as a replica, where it is another').env(
    'DATABASE_READ_URL',
  );
const keep = () =>
  new Option('--keep <number>', 'how many revisions are kept, the current one among them').argParser(positive);

const serve = program
  .command('serve')
  .description('compile the facts where they have changed, and serve them over GraphQL')
  .addOption(
    new Option('--port <number>', 'where to listen; 0 takes a free one').env('PORT').default(4000).argParser(port),
  )
  .addOption(
    new Option('--host <name>', 'the address to listen at: `localhost` is this machine only, `0.0.0.0` or `::` any')
      .env('CHIPGRAPH_HOST')
      .default('localhost'),
  )
  .addOption(data())
  .addOption(store())
  .addOption(databaseUrl())
  .addOption(databaseReadUrl())
  .addOption(
    new Option('--log-level <level>', 'trace, debug (each request), info, warn, error or silent')
      .env('LOG_LEVEL')
      .default('info'),
  )
  .option('--watch', 'publish the facts whenever they change', false)
  .action(
    async (options: StorePlace & { port: number; host: string; data: string; logLevel: string; watch: boolean }) => {
      const { serve } = await import('./server/serve.ts');
      // The same from src/ as from dist/.
      await serve({ ...options, examples: fileURLToPath(new URL('../examples', import.meta.url)) });
    },
  );

program
  .command('publish')
  .description('compile the facts into a revision and make it the current one; a running server moves to it')
  .addOption(data())
  .addOption(store())
  .addOption(databaseUrl())
  .addOption(keep())
  .action(async ({ data, ...place }: StorePlace & { data: string }) => {
    const { publishInto } = await import('./server/publishInto.ts');
    const { publication, warnings } = await publishInto(data, place);
    console.log(
      `Published revision ${publication.id}${warnings.length > 0 ? ` (warnings: ${warnings.length}, see check)` : ''}`,
    );
  });

program
  .command('diff')
  .description(
    'print in words what differs between two kept revisions: claims added, removed and changed, and figures that moved',
  )
  .argument('<from>', 'the id of the older revision, or its beginning')
  .argument('[to]', 'the id of the newer one; left out, the current one')
  .addOption(store())
  .addOption(databaseUrl())
  .addOption(databaseReadUrl())
  .action(async (from: string, to: string | undefined, place: StorePlace) => {
    const { printDiff } = await import('./server/printDiff.ts');
    await printDiff(place, from, to ?? null, (line) => console.log(line));
  });

program
  .command('check')
  .description('print every problem of the facts as file:line:column, and fail where there is one')
  .addOption(data())
  .option('--watch', 'check again after each change', false)
  .action(async (options: { data: string; watch: boolean }) => {
    const { checkAndWatch, checkData } = await import('./server/checkData.ts');
    if (options.watch) await checkAndWatch(options.data);
    else if (!(await checkData(options.data))) process.exitCode = 1;
  });

program
  .command('generate')
  .description(
    'print facts of firms that do not exist, as JSON Lines, for tests of size: put them into a folder of facts',
  )
  .requiredOption('--claims <number>', 'how many claims', positive)
  .option('--seed <number>', 'the same seed gives the same facts', positive, 1)
  .action(async (options: { claims: number; seed: number }) => {
    const { generate } = await import('./server/generate.ts');
    await generate(options, process.stdout);
  });

program.addHelpText('after', () => `\n${serve.helpInformation().trimEnd()}`);

function positive(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Write a number from 1 on.');
  return Number(text);
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535) throw new InvalidArgumentError('Write a number from 0 to 65535.');
  return number;
}

try {
  await program.parseAsync();
} catch (error) {
  // What its reader can mend is told in a line; anything else is a fault of ours, and its whole story is wanted.
  console.error(error instanceof StartError || error instanceof StoreError ? error.message : error);
  process.exit(1);
}
