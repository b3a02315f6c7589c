import { describe, expect, test } from 'vitest';
import { standingServer } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

const server = standingServer(publishedData());

async function ask(query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

async function control(slug: string, query: string) {
  return (await ask(`{ exportControl(slug: "${slug}") { ${query} } }`)).exportControl;
}

describe('what a control restricts', () => {
  test('are the processors that one of its clauses asks something of, the most severe first', async () => {
    const { restricts } = await control(
      'us-2023-10-acs',
      'restricts(destination: "cn", on: "2024-06-01", where: { maker: { slug: { equals: "nvidia" } } }, first: 100) { edges { node { processor { slug maker { slug } } outcome policy } } }',
    );
    const nodes: { processor: { slug: string; maker: { slug: string } }; outcome: string }[] = restricts.edges.map(
      (edge: { node: unknown }) => edge.node,
    );
    const slugs = nodes.map(({ processor }) => processor.slug);
    expect(slugs).toEqual(expect.arrayContaining(['nvidia-h100', 'nvidia-l4', 'nvidia-l40', 'nvidia-rtx-4090']));
    expect(slugs).not.toContain('nvidia-h20');
    expect(slugs).not.toContain('nvidia-rtx-4090-d');
    expect(new Set(nodes.map(({ processor }) => processor.maker.slug))).toEqual(new Set(['nvidia']));
    // What is open comes last: of the RTX 6000 Ada nobody says whether it is for data centres.
    expect([...new Set(nodes.map(({ outcome }) => outcome))]).toEqual([
      'LICENCE_REQUIRED',
      'EXCEPTION_NOTIFICATION',
      'UNKNOWN',
    ]);
  });

  test('comes in pages', async () => {
    const page = 'edges { node { processor { slug } } } pageInfo { hasNextPage endCursor } totalCount';
    const all = await control(
      'us-2023-10-acs',
      `restricts(destination: "cn", on: "2024-06-01", first: 100) { ${page} }`,
    );
    const first = await control(
      'us-2023-10-acs',
      `restricts(destination: "cn", on: "2024-06-01", first: 5) { ${page} }`,
    );
    const second = await control(
      'us-2023-10-acs',
      `restricts(destination: "cn", on: "2024-06-01", first: 5, after: "${first.restricts.pageInfo.endCursor}") { ${page} }`,
    );
    expect([...first.restricts.edges, ...second.restricts.edges]).toEqual(all.restricts.edges.slice(0, 10));
    expect(first.restricts).toMatchObject({ totalCount: all.restricts.totalCount, pageInfo: { hasNextPage: true } });
  });

  test('is nothing for the codified rule that was never applied, unless its text is asked', async () => {
    const asked = (reading: string) =>
      control(
        'us-2025-01-ai-diffusion',
        `restricts(destination: "my", on: "2025-06-01", reading: ${reading}) { totalCount }`,
      );
    expect((await asked('PRACTICE')).restricts.totalCount).toBe(0);
    expect((await asked('TEXT')).restricts.totalCount).toBeGreaterThan(20);
  });
});

test('what is newly restricted is told from the day before a rule was brought forward', async () => {
  const { newlyRestricted } = await control(
    'us-2023-10-acs',
    'newlyRestricted(destinations: ["cn"], fromOutcomes: [UNRESTRICTED], toOutcomes: [LICENCE_REQUIRED], first: 100) { edges { node { before { policy } after { processor { slug } clause { name } } } } }',
  );
  const slugs = newlyRestricted.edges.map(
    ({ node }: { node: { after: { processor: { slug: string } } } }) => node.after.processor.slug,
  );
  expect(slugs).toEqual(expect.arrayContaining(['nvidia-a800', 'nvidia-h800', 'nvidia-l40s', 'nvidia-l4']));
});

describe('whom a control bears on', () => {
  const paths = 'edges { node { slug } reason path { length entities { slug } links { kind } evidence } }';
  interface Edge {
    readonly reason: string;
    readonly path: { readonly entities: readonly { readonly slug: string }[] };
  }
  const chains = async (slug: string, asked: string): Promise<string[]> => {
    const { affects } = await control(slug, `affects(${asked}, first: 100) { ${paths} }`);
    return affects.edges.map(({ reason, path }: Edge) => [reason, ...path.entities.map((one) => one.slug)].join(' '));
  };

  test('are those that it lists', async () => {
    expect(await chains('us-2023-10-biren-moore-threads', 'on: "2024-01-01", reasons: [LISTING]')).toEqual([
      'LISTING us-2023-10-biren-moore-threads biren',
      'LISTING us-2023-10-biren-moore-threads moore-threads',
    ]);
    expect(await chains('us-2023-10-biren-moore-threads', 'on: "2023-10-16", reasons: [LISTING]')).toEqual([]);
  });

  test('are those that listed firms own, while a rule makes that count', async () => {
    const asked = (on: string) => chains('us-2025-09-affiliates', `on: "${on}", reasons: [OWNERSHIP]`);
    expect(await asked('2025-10-15')).toEqual([
      'OWNERSHIP us-2025-09-affiliates us-entity-list huawei hisilicon',
      'OWNERSHIP us-2025-09-affiliates us-entity-list inspur-group inspur',
    ]);
    expect(await asked('2025-12-01')).toEqual([]);
  });

  test('are the makers and the buyers of what it catches', async () => {
    const found = await chains('us-2025-04-nvidia-letter', 'on: "2025-06-01", reasons: [MAKER, BUYER]');
    expect(found).toContain('BUYER us-2025-04-nvidia-letter nvidia-h20 bytedance');
    expect(found.filter((chain: string) => chain.startsWith('MAKER') && chain.endsWith(' nvidia'))).toHaveLength(1);
  });
});

test('answers to a control may be asked of all makers', async () => {
  const { responses } = await control(
    'us-2022-10-ifr',
    'responses { processor { slug maker { slug } } days { value } }',
  );
  const makers = responses.map((one: { processor: { maker: { slug: string } } }) => one.processor.maker.slug);
  expect(makers).toContain('nvidia');
  const days: number[] = responses.map((one: { days: { value: number } }) => one.days.value);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
});

test('a place falls behind as rules tighten', async () => {
  const { place } =
    await ask(`{ place(slug: "cn") { generationGaps(on: ["2022-06-01", "2024-08-26"], maker: "nvidia", where: { kinds: [DATA_CENTRE_GPU] }) {
    on permitted { slug } best { slug } comparison { ratio { value } order } lag { value unit }
  } } }`);
  expect(place.generationGaps).toMatchObject([
    {
      on: '2022-06-01',
      permitted: { slug: 'nvidia-a100' },
      best: { slug: 'nvidia-a100' },
      comparison: { ratio: { value: 1 } },
    },
    {
      on: '2024-08-26',
      permitted: { slug: 'nvidia-l40' },
      best: { slug: 'nvidia-h100' },
      comparison: { order: 'LESS' },
    },
  ]);
});

test('a tariff falls on chips in its bands alone', async () => {
  const { shipments } =
    await ask(`{ shipments(where: { processor: { slug: { in: ["nvidia-h200", "nvidia-h20"] } } }, first: 100) { edges { node {
    processor { slug } levies(controls: ["us-2026-01-section-232"], scenario: { units: "1000 count", unitPrice: "30000 USD" }) { clause { name } rate { value } amount { value unit evidence } }
  } } } }`);
  const levies = (slug: string) =>
    shipments.edges.flatMap(({ node }: { node: { processor: { slug: string }; levies: unknown[] } }) =>
      node.processor.slug === slug ? [node.levies] : [],
    );
  expect(levies('nvidia-h20').every((one: unknown[]) => one.length === 0)).toBe(true);
  for (const one of levies('nvidia-h200'))
    expect(one).toEqual([
      {
        clause: { name: 'band-h200' },
        rate: { value: 0.25 },
        amount: { value: 7_500_000, unit: 'USD', evidence: 'SCENARIO' },
      },
    ]);
});

describe('the clauses of a control', () => {
  test('tell the ways to meet them', async () => {
    const { clauses } = await control(
      'us-2023-10-acs',
      'clauses { name citation outcome policy destinations { slug } exceptDestinations { slug } alternatives { conditions { paragraph text quantity operator threshold { value unit } met } } requires rank }',
    );
    const found = clauses.find(({ name }: { name: string }) => name === 'a-d5');
    expect(found).toMatchObject({ outcome: 'LICENCE_REQUIRED', policy: 'PRESUMPTION_OF_DENIAL', rank: 'NORMAL' });
    const texts = found.alternatives.map(({ conditions }: { conditions: { text: string }[] }) =>
      conditions.map(({ text }) => text).join(', '),
    );
    expect(texts).toContain('kind of item = chip, TPP >= 4800, for data centres: yes');
  });

  test('of import measures have no outcome for exports', async () => {
    const { clauses } = await control('us-2026-01-section-232', 'clauses { name outcome policy rate { value text } }');
    expect(clauses[0]).toMatchObject({ outcome: null, policy: null, rate: { value: 0.25 } });
  });
});
