import { expect, test } from 'vitest';
import { keptData } from '../keptData.ts';

const cash = (stated: string, source = 'early') =>
  `name: Acme\nclaims:\n  cash:\n    - { stated: ${stated}, asOf: 2023-12-31, source: ${source} }\n`;
const server = keptData(
  { 'companies/acme.yaml': cash('5bn USD') },
  { 'companies/acme.yaml': cash('6bn USD'), 'companies/betamax.yaml': 'name: Betamax\n' },
);
const [old = '', current = ''] = server.ids;

test('the revision that answers, and any that is kept, say what they hold', async () => {
  const { body } = await server.ask(
    `query ($old: ID!) {
      revision { ...Whole } old: revision(id: $old) { ...Whole } revisions { ...Whole }
    }
    fragment Whole on Revision { id horizon claimCount counts { type count } }`,
    { old },
  );
  const before = { id: old, horizon: '2026-11-25', claimCount: 1, counts: expect.arrayContaining([companies(1)]) };
  const after = { ...before, id: current, counts: expect.arrayContaining([companies(2)]) };
  expect(body).toEqual({ data: { revision: after, old: before, revisions: [after, before] } });
});

test('sources tell how fresh they are, in a page of each revision', async () => {
  const { body } = await server.ask(
    `query ($old: ID!) { revision(id: $old) { sources(first: 1, where: { slug: { equals: "late" } }) {
      totalCount edges { node { id slug published fetched age { value unit } } } } } }`,
    { old },
  );
  const late = { id: `Source:late@${old}`, slug: 'late', published: '2025-02-01', fetched: null };
  expect(body).toEqual({
    data: {
      revision: { sources: { totalCount: 1, edges: [{ node: { ...late, age: { value: 662, unit: 'days' } } }] } },
    },
  });
});

test('a revision that is not kept is an error that names those that are', async () => {
  const { body } = await server.ask('{ revision(id: "0123456789abcdef") { id } company(slug: "acme") { name } }');
  expect(body.data).toEqual({ revision: null, company: { name: 'Acme' } });
  expect(body.errors).toMatchObject([
    {
      message: `No revision "0123456789abcdef" is kept; those that are: ${current}, ${old}.`,
      extensions: { code: 'NOT_FOUND', argument: 'id' },
    },
  ]);
});

test('an id names its revision where it is not the current one, and is answered from there', async () => {
  const cashOf = '... on Company { id figure(property: CASH) { value claim { id } } }';
  const ids = [`Company:acme@${old}`, `Company:acme@${current}`, 'Company:acme', `Company:betamax@${old}`];
  const { body } = await server.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${cashOf} } }`, { ids });
  const acme = (id: string, value: number) => ({
    id,
    figure: { value, claim: { id: expect.stringMatching(/^Claim:acme-cash-/) } },
  });
  expect(body).toEqual({
    data: { nodes: [acme(`Company:acme@${old}`, 5e9), acme('Company:acme', 6e9), acme('Company:acme', 6e9), null] },
  });
});

test('an id may name a lens beside its revision', async () => {
  const id = `Company:acme@${old}~${Buffer.from('{"knownOn":"2024-01-01"}').toString('base64url')}`;
  const { body } = await server.ask(
    'query ($id: ID!) { node(id: $id) { id ... on Company { name figure(property: CASH) { value } } } }',
    { id },
  );
  expect(body).toEqual({ data: { node: { id, name: 'Acme', figure: null } } });
});

test('an id of another revision is refused where only this one can be meant', async () => {
  const figure = (id: string) => `{ of: "${id}", property: CASH }`;
  const { body } = await server.ask(
    `{ compare(left: ${figure(`Company:acme@${old}`)}, right: ${figure('Company:acme')}) { order } }`,
  );
  expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_ID', argument: 'left.of' } }]);
});

function companies(count: number) {
  return { type: 'COMPANY', count };
}
