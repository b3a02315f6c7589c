import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../ask.ts';
import { smallData } from '../smallData.ts';

const processor = (name: string, claims: string, more = 'nonPlanar: true') =>
  `name: ${name}\nkind: data-centre-gpu\nmaker: maker\n${more}\nclaims:\n${claims}`;

const data = smallData({
  'companies/maker.yaml': 'name: Maker\nhome: cn\n',
  // Two 8-bit and two 16-bit types at 2,368; the vector units and TF32 stay below, and one weak figure reaches it too.
  'processors/even.yaml': processor(
    'Even',
    `
  dense-performance:
    - { stated: 148 TFLOP/s, definition: fp16, source: early }
    - { stated: 148 TFLOP/s, definition: bf16, source: early }
    - { stated: 296 TFLOP/s, definition: fp8, source: early }
    - { stated: 296 TOP/s, definition: int8, source: early }
    - { stated: 592 TOP/s, definition: int4, rank: tentative, reason: weak, source: early }
    - { stated: 37 TFLOP/s, definition: fp16/vector, source: early }
    - { stated: 74 TFLOP/s, definition: tf32, source: early }
  die-area:
    - { stated: 814 mm2, definition: one-die, source: early }
  dies:
    - { stated: 1 count, source: early }
  launch-price:
    - { stated: 11840 USD, asOf: 2024-02-01, source: early }
    - { stated: 90000 CNY, asOf: 2024-02-01, place: cn, source: early }
    - { stated: 200000 USD, asOf: 2024-02-02, per: server-of-8, source: early }
  released:
    - { date: 2024-02-01, source: early }
`,
  ),
  // Two dies, whose area is estimated; one weak figure would raise the total.
  'processors/twin.yaml': processor(
    'Twin',
    `
  dense-performance:
    - { stated: exactly 1.5 PFLOP/s, definition: bf16, source: late }
    - { stated: 4 PFLOP/s (3.5..4.5), definition: fp8, rank: tentative, reason: weak, source: late }
  die-area:
    - { stated: 800 mm2, definition: one-die, source: late }
    - { stated: 1600 mm2, definition: sum, evidence: estimated, source: late }
  dies:
    - { stated: 2 count, source: late }
  released:
    - { date: 2025-02, source: late }
`,
  ),
  'processors/planar.yaml': processor(
    'Planar',
    `
  dense-performance:
    - { stated: 92 TOP/s, definition: int8, source: early }
  die-area:
    - { stated: 331 mm2, definition: one-die, source: early }
  dies:
    - { stated: 1 count, source: early }
`,
    'nonPlanar: false',
  ),
  'processors/sparse.yaml': processor(
    'Sparse',
    `
  sparse-performance:
    - { stated: 128 TOP/s, definition: int8, source: early }
  die-area:
    - { stated: 600 mm2, definition: package, source: early }
`,
  ),
  'processors/vague.yaml': processor(
    'Vague',
    `
  dense-performance:
    - { stated: '>10 PFLOP/s', definition: fp4, source: early }
    - { stated: exactly 5000 TFLOP/s, definition: fp8, source: early }
  die-area:
    - { stated: '>800 mm2', definition: sum, source: early }
`,
  ),
  'processors/line.yaml': 'name: Line\nkind: family\nmaker: maker\n',
  'products/model.yaml': `name: Model
kind: model
claims:
  processor-hours:
    - { stated: 2788000 hours (2787500..2788500), source: early }
links:
  - { kind: trained-on, to: even, claims: { link: [{ text: in its report, source: early }], units: [{ stated: 2048 count, source: early }] } }
`,
});

let server: Serving;
beforeAll(async () => {
  server = await serving(await data.open());
});
afterAll(async () => {
  await server.stop();
  data.remove();
});

const origin = 'derivation { formula inputs { name } assumptions warnings { code message } }';

async function ask(query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

async function figures(slug: string) {
  const { processor } = await ask(`{ processor(slug: "${slug}") {
    tpp: figure(property: TOTAL_PROCESSING_PERFORMANCE) { value low lowOpen high bounds evidence tentative text ${origin} }
    area: figure(property: APPLICABLE_DIE_AREA) { value unit evidence ${origin} }
    density: figure(property: PERFORMANCE_DENSITY) { value low high highOpen evidence text ${origin} }
    dense: figure(property: DENSE_PERFORMANCE) { value unit definition evidence ${origin} }
  } }`);
  return processor;
}

describe('total processing performance', () => {
  test('names the datatypes that decide, and leaves TF32 and what is slower out', async () => {
    const { tpp } = await figures('even');
    expect(tpp).toMatchObject({ value: 2368, low: 2368, high: 2368, bounds: 'EXACT', evidence: 'DERIVED' });
    expect(tpp.derivation.inputs.map(({ name }: { name: string }) => name)).toEqual(['fp16', 'bf16', 'fp8', 'int8']);
    // The weak figure changes nothing, so that the total is none of it.
    expect(tpp.tentative).toBe(false);
    expect(tpp.derivation.warnings).toEqual([]);
  });

  test('is tentative where only a weak figure makes it as high, and says what it would be without', async () => {
    const { tpp } = await figures('twin');
    expect(tpp).toMatchObject({ value: 32_000, low: 28_000, high: 36_000, tentative: true });
    expect(tpp.derivation.warnings).toEqual([
      {
        code: 'LOW_CONFIDENCE',
        message: 'a claim of weak confidence decides; without it the answer would be 24,000 TPP',
      },
    ]);
  });

  test('keeps open what is stated as more than a number', async () => {
    const { tpp } = await figures('vague');
    expect(tpp).toMatchObject({ value: null, low: 40_000, high: null, lowOpen: true });
    expect(tpp.derivation.inputs).toEqual([{ name: 'fp8' }, { name: 'fp4' }]);
  });

  test('is unknown, and says so, where only sparse figures are published', async () => {
    const { tpp } = await figures('sparse');
    expect(tpp.value).toBeNull();
    expect(tpp.derivation.warnings).toEqual([{ code: 'INPUT_UNKNOWN', message: 'only sparse figures are published' }]);
  });

  test('of a family is not guessed', async () => {
    const { tpp, area, density } = await figures('line');
    for (const figure of [tpp, area, density]) {
      expect(figure).toMatchObject({
        value: null,
        derivation: {
          warnings: [{ code: 'NOT_DEFINED', message: 'Line is a family of processors: ask for one of its members' }],
        },
      });
    }
  });
});

describe('performance density', () => {
  test('is measured by the one die, or by all of them', async () => {
    const { area, density } = await figures('even');
    expect(area).toMatchObject({ value: 814, unit: 'mm2', evidence: 'DERIVED' });
    expect(density.value).toBeCloseTo(2368 / 814, 12);
    const twin = await figures('twin');
    expect(twin.area).toMatchObject({ value: 1600, evidence: 'ESTIMATED', derivation: { inputs: [{ name: 'area' }] } });
    expect(twin.density).toMatchObject({ value: 20, evidence: 'ESTIMATED' });
  });

  test('is not defined on a planar node', async () => {
    const { tpp, area, density } = await figures('planar');
    expect(tpp.value).toBe(736);
    expect(area.derivation.warnings).toEqual([{ code: 'NOT_DEFINED', message: 'no die on a non-planar node' }]);
    expect(density).toMatchObject({
      value: null,
      derivation: { warnings: [{ code: 'NOT_DEFINED', message: 'no die on a non-planar node: density not defined' }] },
    });
  });

  test('is unknown where the source does not say what its area sums', async () => {
    const { area, density } = await figures('sparse');
    expect(area.derivation.warnings).toEqual([
      { code: 'INPUT_UNKNOWN', message: 'the source does not say what its area sums' },
    ]);
    expect(density.derivation.warnings.map(({ message }: { message: string }) => message)).toEqual([
      'total processing performance is not known',
      'applicable die area is not known',
    ]);
  });
});

describe('dense performance', () => {
  test('is that of the fastest 16-bit path unless a datatype is asked for', async () => {
    const { dense } = await figures('even');
    expect(dense).toMatchObject({ value: 148, unit: 'TFLOP/s', definition: '16-bit' });
    expect(dense.derivation.inputs).toEqual([{ name: 'fp16' }, { name: 'bf16' }]);
    const { processor } = await ask(
      '{ processor(slug: "even") { figure(property: DENSE_PERFORMANCE, definition: "fp16/vector") { value definition claim { definition } } } }',
    );
    expect(processor.figure).toEqual({ value: 37, definition: 'fp16/vector', claim: { definition: 'fp16/vector' } });
  });

  test('without a 16-bit type is the first that is claimed', async () => {
    expect((await figures('planar')).dense).toMatchObject({ value: 92, unit: 'TOP/s', definition: 'int8' });
  });
});

test('price per performance, two ways', async () => {
  const { processor } = await ask(`{ processor(slug: "even") {
    tpp: figure(property: PRICE_PER_PERFORMANCE) { value unit definition evidence }
    flops: figure(property: PRICE_PER_PERFORMANCE, definition: "16-bit") { value unit definition }
  } }`);
  expect(processor).toEqual({
    tpp: { value: 5, unit: 'USD', definition: 'tpp', evidence: 'DERIVED' },
    flops: { value: 80, unit: 'USD', definition: '16-bit' },
  });
});

test('training takes the hours of all processors over their number, which a link may give', async () => {
  const { product } = await ask(`{ product(slug: "model") {
    count: figure(property: PROCESSORS_USED) { value unit claim { property } }
    hours: figure(property: TRAINING_DURATION) { value low high unit evidence in(unit: "days") { value } }
  } }`);
  expect(product.count).toEqual({ value: 2048, unit: 'count', claim: { property: 'UNITS' } });
  expect(product.hours).toEqual({
    value: expect.closeTo(1361.328, 3),
    low: expect.closeTo(1361.084, 3),
    high: expect.closeTo(1361.572, 3),
    unit: 'hours',
    evidence: 'DERIVED',
    in: { value: expect.closeTo(56.722, 3) },
  });
});

describe('generations of a line', () => {
  test('have factors, the time between releases, and growth a year', async () => {
    const { generations } = await ask(`{ generations(of: ["even", "Processor:twin"], property: DENSE_PERFORMANCE) {
      steps { processor { slug released } figure { value } factor { value text } }
      factor { value }
      years { value low high unit derivation { assumptions } }
      growthAYear { value evidence text derivation { formula } }
    } }`);
    expect(generations.steps).toEqual([
      { processor: { slug: 'even', released: '2024-02-01' }, figure: { value: 148 }, factor: null },
      {
        processor: { slug: 'twin', released: '2025-02' },
        figure: { value: 1500 },
        factor: { value: expect.closeTo(10.135, 3), text: '10.14' },
      },
    ]);
    // 393 days as stated, and 366 where it was the first of the month.
    expect(generations.years).toMatchObject({
      value: expect.closeTo(393 / 365.25, 9),
      low: expect.closeTo(366 / 365.25, 9),
      high: expect.closeTo(393 / 365.25, 9),
      derivation: { assumptions: ['From 2024-02-01, release of Even, to 2025-02, release of Twin.'] },
    });
    expect(generations.growthAYear).toMatchObject({
      value: expect.closeTo((1500 / 148) ** (365.25 / 393) - 1, 9),
      evidence: 'DERIVED',
      derivation: { formula: 'factor ^ (1 ÷ years) − 1' },
    });
    expect(generations.growthAYear.text).toMatch(/^\+760.6 %/);
  });

  test.each([
    ['of: ["even"]', 'BAD_ARGUMENT', /2 to 20/],
    ['of: ["even", "odd"]', 'NOT_FOUND', /"odd"/],
    ['of: ["even", "Company:maker"]', 'BAD_ID', /of takes Processor/],
  ])('%s is refused', async (argument, code, message) => {
    const { body } = await server.ask(`{ generations(${argument}, property: MEMORY_SIZE) { factor { value } } }`);
    expect(body.errors?.[0]?.extensions?.code).toBe(code);
    expect(body.errors?.[0]?.message).toMatch(message);
  });

  test('of which one has no figure have no factor, but a time', async () => {
    const { generations } = await ask(
      '{ generations(of: ["even", "planar"], property: MEMORY_SIZE) { factor { value } years { value derivation { warnings { message } } } growthAYear { value } } }',
    );
    expect(generations).toEqual({
      factor: null,
      years: { value: null, derivation: { warnings: [{ message: 'the date is not known: release of Planar' }] } },
      growthAYear: null,
    });
  });
});

test('claims say what else tells their facts apart, entities as such', async () => {
  const { processor } = await ask(
    '{ processor(slug: "even") { claims(where: { properties: [LAUNCH_PRICE] }) { edges { node { figure { text } qualifiers { name text entity { slug } } } } } } }',
  );
  expect(processor.claims.edges.map(({ node }: { node: unknown }) => node)).toEqual([
    { figure: { text: '90,000 CNY' }, qualifiers: [{ name: 'place', text: 'Place:cn', entity: { slug: 'cn' } }] },
    { figure: { text: '11,840 USD' }, qualifiers: [] },
    { figure: { text: '200,000 USD' }, qualifiers: [{ name: 'per', text: 'server-of-8', entity: null }] },
  ]);
});
