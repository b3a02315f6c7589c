import { rmSync } from 'node:fs';
import { execute, parse } from 'graphql';
import { createContext } from '../schema/context.ts';
import { schema } from '../schema/index.ts';
import { openRevision } from '../src/store/current.ts';
import { publishRevision } from '../src/store/publish.ts';
import { batchesOf, compiledFolder } from '../tests/compiled.ts';
import { median, report } from './timing.ts';

// One nested query over all companies, a page after the other.
const query = parse(`query ($after: String) { companies(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor }
  edges { node {
    name home { name }
    people: links(kinds: [LEADS], direction: IN) { edges { node { role from { name } } } }
    investments { edges { node { name period { label } amount { text value low high } growth { reported { value } computed { value } } } } }
    links { edges { node { kind from { slug } to { slug } } } }
  } }
} }`);

const store = '.chipgraph/bench';
const revision = await openRevision(store, await publishRevision(store, batchesOf(compiledFolder('data')), 'bench'));

async function all(): Promise<{ readonly rows: number; readonly statements: number }> {
  const before = revision.statements;
  let rows = 0;
  let after: string | null = null;
  do {
    const context = createContext(revision);
    const result: { data?: unknown; errors?: unknown } = await execute({
      schema,
      document: query,
      contextValue: context,
      rootValue: context.view(),
      variableValues: { after },
    });
    if (result.errors) throw new Error(JSON.stringify(result.errors));
    const { edges, pageInfo } = Object(result.data).companies;
    rows += edges.length;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return { rows, statements: revision.statements - before };
}

const begun = performance.now();
const cold = await all();
report(`nested query over ${cold.rows} companies, cold`, performance.now() - begun, `${cold.statements} statements`);
let warm = cold;
const time = await median(15, async () => {
  warm = await all();
});
report(`nested query over ${warm.rows} companies, warm`, time, `${warm.statements} statements`);
revision.close();
rmSync(store, { recursive: true });
