import { rmSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { createContext } from '../schema/context.ts';
import { schema } from '../schema/index.ts';
import { openRevision } from '../src/store/current.ts';
import { publishRevision } from '../src/store/publish.ts';
import { batchesOf, compiledFolder } from '../tests/compiled.ts';
import { median, report } from './timing.ts';

// Whether each processor may go to each of twelve places on each of eight days, in one query.
const places = ['cn', 'hk', 'mo', 'ru', 'ir', 'vn', 'sa', 'ae', 'il', 'my', 'de', 'cy'];
const days = [
  '2020-07-01',
  '2022-09-15',
  '2022-12-01',
  '2023-11-01',
  '2024-06-01',
  '2025-06-01',
  '2026-02-01',
  '2026-11-01',
];
const kinds = ['DATA_CENTRE_GPU', 'DATA_CENTRE_ASIC', 'CONSUMER_GPU', 'WORKSTATION_GPU', 'FAMILY'];

const statuses = places.flatMap((place) =>
  days.map((day) => {
    const name = `${place}${day.replaceAll('-', '')}`;
    return `${name}: exportStatus(destination: "${place}", on: "${day}") { outcome }`;
  }),
);
const pages = kinds.map(
  (kind) => `${kind}: processors(where: { kinds: [${kind}] }, first: 100) { edges { node { ...Statuses } } }`,
);
const query = parse(`query { ${pages.join('\n')} } fragment Statuses on Processor { ${statuses.join('\n')} }`);

const store = '.chipgraph/bench';
const revision = await openRevision(store, await publishRevision(store, batchesOf(compiledFolder('data')), 'bench'));

async function all(): Promise<{ readonly processors: number; readonly statements: number }> {
  const before = revision.statements;
  const context = createContext(revision);
  const result: { data?: unknown; errors?: unknown } = await execute({
    schema,
    document: query,
    contextValue: context,
    rootValue: context.view(),
  });
  if (result.errors) throw new Error(JSON.stringify(result.errors));
  const processors = kinds.reduce((sum, kind) => sum + Object(result.data)[kind].edges.length, 0);
  return { processors, statements: revision.statements - before };
}

const begun = performance.now();
const cold = await all();
const what = `${cold.processors} processors × ${places.length} places × ${days.length} days, outcomes`;
report(`${what}, cold`, performance.now() - begun, `${cold.statements} statements`);
let warm = cold;
const time = await median(15, async () => {
  warm = await all();
});
report(`${what}, warm`, time, `${warm.statements} statements`);
revision.close();
rmSync(store, { recursive: true });
