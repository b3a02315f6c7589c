import { describe, expect, test } from 'vitest';
import { serving, standingServer } from '../ask.ts';
import { smallData } from '../smallData.ts';

const small = smallData({
  'companies/centre.yaml': `name: Centre
home: cn
links:
  - { kind: supplies, to: alpha, source: early }
  - { kind: supplies, to: beta, source: early, end: 2024-01-01 }
  - { kind: partners-with, to: gamma, source: early, evidence: estimated }
`,
  'companies/alpha.yaml':
    'name: Alpha\nlinks:\n  - { kind: supplies, to: beta, source: early }\n  - { kind: supplies, to: gamma, source: early }\n',
  'companies/beta.yaml':
    'name: Beta\nlinks:\n  - { kind: supplies, to: omega, source: early }\n  - { kind: supplies, to: alef, source: late }\n',
  'companies/omega.yaml': 'name: Omega\nlinks:\n  - { kind: supplies, to: alef, source: early }\n',
  'companies/alef.yaml': 'name: Alef\n',
  'companies/gamma.yaml': 'name: Gamma\nlinks:\n  - { kind: supplies, to: centre, source: late }\n',
  'people/head.yaml': 'name: Head\nlinks:\n  - { kind: leads, to: centre, role: chief, source: early }\n',
});

const server = standingServer(small);

const fields =
  'entities { distance entity { slug } } links { kind from { slug } to { slug } } cut { type count } truncated';

async function around(args: string) {
  const { body } = await server.ask(`{ neighbourhood(${args}) { ${fields} } }`);
  expect(body.errors).toBeUndefined();
  return Object(body.data).neighbourhood;
}

const slugs = ({ entities }: { entities: { entity: { slug: string } }[] }) => entities.map(({ entity }) => entity.slug);
const edges = ({ links }: { links: { from: { slug: string }; to: { slug: string } }[] }) =>
  links.map(({ from, to }) => `${from.slug} ${to.slug}`).sort();

describe('the neighbourhood of an entity', () => {
  test('is what it is linked with on the day of the lens, and the links among them', async () => {
    const found = await around('of: "Company:centre"');
    expect(slugs(found)).toEqual(['alpha', 'gamma', 'head']);
    expect(edges(found)).toEqual(['alpha gamma', 'centre alpha', 'centre gamma', 'gamma centre', 'head centre']);
    expect(found).toMatchObject({ cut: [], truncated: false });
    expect(found.entities.every(({ distance }: { distance: number }) => distance === 1)).toBe(true);
  });

  test('at any time, of some kinds, of good evidence', async () => {
    expect(slugs(await around('of: "Company:centre", during: "../.."'))).toEqual(['alpha', 'beta', 'gamma', 'head']);
    expect(edges(await around('of: "Company:centre", kinds: [PARTNERS_WITH]'))).toEqual(['centre gamma']);
    const reported = await around(
      'of: "Company:centre", kinds: [PARTNERS_WITH, LEADS], evidence: { atLeast: REPORTED }',
    );
    expect(slugs(reported)).toEqual(['head']);
  });

  test('reaches deeper where that is asked for, the nearest first, with the links among the farthest', async () => {
    const two = await around('of: "Company:centre", depth: 2');
    expect(two.entities.map(({ distance }: { distance: number }) => distance)).toEqual([1, 1, 1, 2]);
    expect(slugs(two)).toEqual(['alpha', 'gamma', 'head', 'beta']);
    const three = await around('of: "Company:centre", depth: 3');
    expect(slugs(three)).toEqual(['alpha', 'gamma', 'head', 'beta', 'alef', 'omega']);
    expect(edges(three)).toContain('omega alef');
    expect(slugs(await around('of: "Company:centre", depth: 4'))).toEqual(slugs(three));
    const then = await around('of: "Company:centre", depth: 3, first: 4');
    expect(slugs(then)).toEqual(slugs(two));
    expect(then.cut).toEqual([{ type: 'COMPANY', count: 2 }]);
    const { body } = await server.ask(
      `{ view(lens: { knownOn: "2024-06-01" }) { neighbourhood(of: "Company:beta", during: "../..", kinds: [SUPPLIES]) { ${fields} } } }`,
    );
    expect(slugs(Object(body.data).view.neighbourhood)).toEqual(['alpha', 'centre', 'omega']);
  });

  test('says what it cut off, by kind', async () => {
    const found = await around('of: "Company:centre", first: 1');
    expect(slugs(found)).toEqual(['alpha']);
    expect(edges(found)).toEqual(['centre alpha']);
    expect(found.cut).toEqual([
      { type: 'COMPANY', count: 1 },
      { type: 'PERSON', count: 1 },
    ]);
  });

  test('is seen through the lens of the view, or of the id', async () => {
    const { body } = await server.ask(
      `{ view(lens: { asOf: "2023-06-01" }) { neighbourhood(of: "Company:centre") { ${fields} } company(slug: "centre") { id } } }`,
    );
    const { neighbourhood, company } = Object(body.data).view;
    expect(slugs(neighbourhood)).toContain('beta');
    expect(slugs(await around(`of: "${company.id}"`))).toContain('beta');
  });

  test('costs few statements, and none again', async () => {
    const other = await serving(await small.open());
    const query = `{ neighbourhood(of: "Company:centre") { ${fields} } }`;
    expect((await other.ask(query)).statements).toBeLessThanOrEqual(5);
    expect((await other.ask(query)).statements).toBe(0);
    await other.stop();
  });

  test('is null of nothing, and an error of what is no entity, deeper, or too much', async () => {
    expect(await around('of: "Company:nobody"')).toBeNull();
    for (const [args, code] of [
      ['of: "Company:centre", depth: 0', 'BAD_ARGUMENT'],
      ['of: "Company:centre", depth: 5', 'BAD_ARGUMENT'],
      ['of: "Company:centre", first: 501', 'BAD_PAGE'],
      ['of: "centre"', 'BAD_ID'],
      ['of: "Link:centre-supplies-alpha"', 'BAD_ID'],
    ] as const) {
      const { body } = await server.ask(`{ neighbourhood(${args}) { truncated } }`);
      expect(body.errors?.[0]?.extensions?.code).toBe(code);
    }
  });
});
