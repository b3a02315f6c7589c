import { expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

// More firms than are fetched by their keys, so that letters which all names hold are looked for in the store.
const firms = Array.from({ length: 2_100 }, (_, place) => `Firm ${String(place).padStart(4, '0')}`);
const lines = firms.map((name, place) =>
  JSON.stringify({
    [`companies/${name.toLowerCase().replace(' ', '-')}`]: {
      name,
      aliases: place % 1_000 === 7 ? [`Old ${place}`] : undefined,
    },
  }),
);
const server = standingServer(smallData({ 'firms.jsonl': lines.join('\n') }));

test.each([
  ['letters that few names hold', '{ contains: "RM-209" }', firms.filter((name) => name.startsWith('Firm 209'))],
  ['letters that all hold', '{ contains: "firm" }', firms],
  ['letters that all hold, and how the name begins', '{ contains: "firm", startsWith: "firm 20" }', firms.slice(2_000)],
  ['letters of an alias', '{ contains: "old" }', [firms[7], firms[1_007], firms[2_007]]],
  ['letters that none holds', '{ contains: "zz" }', []],
])('finds %s', async (_what, name, found) => {
  const { body } = await server.ask(
    `{ companies(where: { name: ${name} }, first: 3) { totalCount edges { node { name } } }
       others: companies(where: { not: { name: ${name} } }) { totalCount } }`,
  );
  expect(body.data).toEqual({
    companies: { totalCount: found.length, edges: found.slice(0, 3).map((one) => ({ node: { name: one } })) },
    others: { totalCount: firms.length - found.length },
  });
});
