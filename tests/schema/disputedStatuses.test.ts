import { expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

const server = standingServer(
  smallData({
    'companies/acme.yaml':
      'name: Acme\naliases: [Same]\nsharesNameWith: [other]\nlinks:\n  - { kind: supplies, to: other, source: late, deniedBy: [other] }\n',
    'companies/other.yaml': 'name: Other\naliases: [Same]\nsharesNameWith: [acme]\n',
    'processors/chip.yaml': 'name: Chip\nkind: data-centre-gpu\nmaker: acme\n',
    'export-controls/letter.yaml': `name: Letter
kind: letter
claims:
  policy:
    - { text: case by case, clause: a, source: late }
links:
  - { kind: restricts, to: chip, what: cn, start: 2024-03-01, source: early }
  - { kind: permits, to: chip, what: cn, start: 2025-03-01, source: late }
`,
  }),
);

async function disputes(lens: string, asked = 'kinds: [DISPUTE, NAME]'): Promise<readonly string[]> {
  const { body } = await server.ask(
    `{ view(lens: ${lens}) { discrepancies(${asked}) { totalCount edges { node { text } } } } }`,
  );
  expect(body.errors).toBeUndefined();
  const { edges, totalCount } = Object(body.data).view.discrepancies;
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node }: { node: { text: string } }) => node.text);
}

const denied = 'The link “supplies” from Acme to Other is denied by Other, and claimed by late.';
const policy = 'Letter, clause a: the rule here has another outcome, but “case by case” (late).';
const restricted =
  'Letter restricts Chip to China (early), but by the rules its status from 2024-03-01 is unrestricted.';
const name = '“Same” is a name of Acme (acme) and Other (other).';

test('policies and statuses that sources dispute are among the discrepancies, with denials and names', async () => {
  expect(await disputes('{}')).toEqual([denied, name, restricted, policy]);
});

test('a lens leaves out what its sources do not say, or had not said yet; names stand outside it', async () => {
  expect(await disputes('{ sources: ["early"] }')).toEqual([name, restricted]);
  expect(await disputes('{ sources: ["late"] }')).toEqual([denied, name, policy]);
  expect(await disputes('{ knownOn: "2024-12-31" }')).toEqual([name, restricted]);
  expect(await disputes('{ evidence: [ESTIMATED] }')).toEqual([name]);
});

test('a link says nothing of days before it held', async () => {
  expect(await disputes('{ asOf: "2024-02-29" }')).toEqual([denied, name, policy]);
});

test('only those of some entities, and of some kinds', async () => {
  expect(await disputes('{}', 'subject: { types: [EXPORT_CONTROL] }')).toEqual([restricted, policy]);
  expect(await disputes('{}', 'kinds: [NAME]')).toEqual([name]);
  const { body } = await server.ask(
    '{ exportControl(slug: "letter") { discrepancies { edges { node { property link { kind } others { slug } claims { id } } } } } }',
  );
  expect(Object(body.data).exportControl.discrepancies.edges).toMatchObject([
    {
      node: { property: 'LINK', link: { kind: 'RESTRICTS' }, others: [{ slug: 'chip' }, { slug: 'cn' }], claims: [{}] },
    },
    { node: { property: 'POLICY', link: null, others: [], claims: [{}] } },
  ]);
});
