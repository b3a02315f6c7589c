import { describe, expect, test } from 'vitest';
import { serving, standingServer } from '../ask.ts';
import { publishedData } from '../publishedData.ts';

const published = publishedData();
const server = standingServer(published);

async function ask(query: string) {
  const { body } = await server.ask(query);
  expect(body.errors).toBeUndefined();
  return Object(body.data);
}

async function errorOf(query: string) {
  const { body } = await server.ask(query);
  const [error] = body.errors ?? [];
  const { code, argument } = error?.extensions ?? {};
  return { code, argument, message: error?.message ?? '' };
}

const h20 = (asked: string) => `{ processor(slug: "nvidia-h20") { exportStatus(${asked}) { outcome } } }`;
const classify = (chip: string, more = '') => `{ classify(chip: { ${chip} }, destination: "cn"${more}) { outcome } }`;

describe('a clear error names the argument', () => {
  test.each([
    ['a place that is not there', h20('destination: "atlantis"'), 'NOT_FOUND', 'destination', /no place "atlantis"/],
    ['an id of another kind', h20('destination: "Company:meta"'), 'BAD_ID', 'destination', /takes Place/],
    ['a day before the rules', h20('destination: "cn", on: "2018-12-31"'), 'BAD_DATE', 'on', /from 2019-01-01 on/],
    [
      'a buyer that is not there',
      h20('destination: "cn", buyer: { company: "nobody" }'),
      'NOT_FOUND',
      'buyer.company',
      /no company "nobody"/,
    ],
    ['an empty buyer', h20('destination: "cn", buyer: {}'), 'BAD_ARGUMENT', 'buyer', /buyer is empty/],
    [
      'a buyer both named and supposed',
      h20('destination: "cn", buyer: { company: "bytedance", headquarters: "sg" }'),
      'BAD_ARGUMENT',
      'buyer',
      /not both/,
    ],
    [
      'headquarters that are nowhere',
      h20('destination: "cn", buyer: { headquarters: "atlantis" }'),
      'NOT_FOUND',
      'buyer.headquarters',
      /atlantis/,
    ],
    [
      'a share of more than all',
      h20('destination: "cn", buyer: { ownedByListed: "120 %" }'),
      'BAD_QUANTITY',
      'buyer.ownedByListed',
      /between 0 and 100/,
    ],
    ['an empty chip', classify(''), 'BAD_ARGUMENT', 'chip', /chip is empty/],
    [
      'a negative number',
      classify('totalProcessingPerformance: "-1"'),
      'BAD_QUANTITY',
      'chip.totalProcessingPerformance',
      /negative/,
    ],
    ['no area at all', classify('applicableDieArea: "0 mm2"'), 'BAD_QUANTITY', 'chip.applicableDieArea', /more than 0/],
    ['a unit that does not fit', classify('dramBandwidth: "4 TB"'), 'UNIT_MISMATCH', 'chip.dramBandwidth', /GB\/s/],
    [
      'two performances',
      classify('totalProcessingPerformance: "2368", performance: [{ datatype: "fp8", operations: "296 TFLOP/s" }]'),
      'BAD_ARGUMENT',
      'chip',
      /give one of them/,
    ],
    [
      'one datatype twice',
      classify(
        'performance: [{ datatype: "fp8", operations: "1 TFLOP/s" }, { datatype: "FP8", operations: "2 TFLOP/s" }]',
      ),
      'BAD_ARGUMENT',
      'chip.performance',
      /fp8 twice/,
    ],
    [
      'bits that a datatype does not have',
      classify('performance: [{ datatype: "fp8", operations: "1 TFLOP/s", bits: 16 }]'),
      'BAD_ARGUMENT',
      'chip.performance.bits',
      /fp8 has 8 bits/,
    ],
    [
      'a datatype that nobody knows',
      classify('performance: [{ datatype: "posit", operations: "1 TFLOP/s" }]'),
      'BAD_ARGUMENT',
      'chip.performance.bits',
      /give `bits`/,
    ],
    [
      'an area on a planar node',
      classify('nonPlanar: false, applicableDieArea: "500 mm2"'),
      'BAD_ARGUMENT',
      'chip',
      /leave out applicableDieArea/,
    ],
    [
      'a chip made abroad at home',
      classify('foreignMade: true, madeIn: "us"'),
      'BAD_ARGUMENT',
      'chip',
      /give one of them/,
    ],
    ['a chip like no other', classify('like: "nothing"'), 'NOT_FOUND', 'chip.like', /no processor "nothing"/],
    ['a chip like a family', classify('like: "nvidia-hopper"'), 'BAD_ARGUMENT', 'chip.like', /one of its members/],
    [
      'headroom of a word',
      '{ processor(slug: "nvidia-l20") { exportStatus(destination: "cn") { headroom(quantities: [MAKER]) { outcome } } } }',
      'BAD_ARGUMENT',
      'quantities',
      /MAKER is no number/,
    ],
    [
      'days the wrong way round',
      '{ exportStatusChanges(from: "2024-01-01", to: "2023-01-01") { totalCount } }',
      'BAD_DATE',
      'from',
      /later than to/,
    ],
    [
      'a time before the rules',
      '{ processor(slug: "nvidia-h20") { exportStatuses(destination: "cn", during: "2018") { outcome } } }',
      'BAD_DATE',
      'during',
      /from 2019-01-01 on/,
    ],
  ])('%s', async (_what, query, code, argument, message) => {
    const error = await errorOf(query);
    expect(error).toMatchObject({ code, argument });
    expect(error.message).toMatch(message);
  });
});

describe('a status', () => {
  test('of a day after the horizon warns', async () => {
    const { processor } = await ask(
      '{ processor(slug: "nvidia-h100") { exportStatus(destination: "cn", on: "2027-06-01") { outcome warnings { code } } } }',
    );
    expect(processor.exportStatus.outcome).toBe('LICENCE_REQUIRED');
    expect(processor.exportStatus.warnings).toContainEqual({ code: 'BEYOND_HORIZON' });
  });

  test('is that of the day of the lens, unless another is named', async () => {
    const data = await ask(`{
      before: view(lens: { asOf: "2025-04-08" }) { ...Status }
      after: view(lens: { asOf: "2025-04-09" }) { ...Status }
    } fragment Status on View { processor(slug: "nvidia-h20") { exportStatus(destination: "cn") { outcome } } }`);
    expect(data.before.processor.exportStatus.outcome).toBe('UNRESTRICTED');
    expect(data.after.processor.exportStatus.outcome).toBe('LICENCE_REQUIRED');
  });

  test('of a place by its name and by a region in it is that of the country', async () => {
    const { processor } = await ask(`{ processor(slug: "nvidia-h100") {
      name: exportStatus(destination: "China", on: "2024-06-01") { outcome clause { name } }
      region: exportStatus(destination: "cn-gd", on: "2024-06-01") { outcome clause { name } }
    } }`);
    expect(processor.name).toEqual({ outcome: 'LICENCE_REQUIRED', clause: { name: 'a-d5' } });
    expect(processor.region).toEqual(processor.name);
  });

  test('of a family is open, and says why', async () => {
    const { processor } = await ask(
      '{ processor(slug: "nvidia-hopper") { exportStatus(destination: "cn") { outcome missing warnings { code message } } } }',
    );
    expect(processor.exportStatus.outcome).toBe('UNKNOWN');
    expect(processor.exportStatus.missing).toContain('TOTAL_PROCESSING_PERFORMANCE');
    expect(processor.exportStatus.warnings).toContainEqual({
      code: 'NOT_DEFINED',
      message: 'Nvidia Hopper is a family of processors: ask for one of its members',
    });
  });

  test('names the claims that were weighed, down to their sources', async () => {
    const { processor } = await ask(`{ processor(slug: "nvidia-h20") { exportStatus(destination: "cn") {
      totalProcessingPerformance { text derivation { formula inputs { name figure { text claim { sources { slug } } } } } }
    } } }`);
    const { text, derivation } = processor.exportStatus.totalProcessingPerformance;
    expect(text).toBe('2,368 TPP');
    expect(derivation.inputs[0].figure.claim.sources.length).toBeGreaterThan(0);
  });

  test('knows what went before', async () => {
    const { processor } =
      await ask(`{ processor(slug: "nvidia-a800") { exportStatus(destination: "cn", on: "2024-01-01") {
      from outcome previous { from to outcome policy clause { name } previous { to outcome } }
    } } }`);
    expect(processor.exportStatus).toMatchObject({
      from: '2023-11-17',
      previous: {
        from: '2023-10-23',
        to: '2023-11-16',
        policy: 'UNSTATED',
        clause: { name: 'at-once' },
        previous: { to: '2023-10-22', outcome: 'UNRESTRICTED' },
      },
    });
  });
});

test('sources that see a clause otherwise stand beside the answer', async () => {
  const { processor } = await ask(`{ processor(slug: "nvidia-l40") {
    exportStatus(destination: "my", on: "2024-06-01", buyer: { company: "bytedance" }) { clause { name } disputedBy { text sources { slug } } }
  } }`);
  expect(processor.exportStatus).toEqual({
    clause: { name: 'nac-hq' },
    disputedBy: [{ text: 'no licence, and no notification either', sources: [{ slug: 'cset-2023-12' }] }],
  });
});

describe('a buyer', () => {
  const a30 = (asked: string) =>
    `{ processor(slug: "nvidia-rtx-4090-d") { exportStatus(destination: "sg", ${asked}) { outcome clause { control { slug } } } } }`;

  test('that is listed needs a licence from the day of its listing', async () => {
    const before = await ask(a30('buyer: { company: "biren" }, on: "2023-10-16"'));
    const after = await ask(a30('buyer: { company: "biren" }, on: "2023-10-17"'));
    expect(before.processor.exportStatus.outcome).toBe('UNRESTRICTED');
    expect(after.processor.exportStatus.clause.control.slug).toBe('us-2023-10-biren-moore-threads');
  });

  test('that a listed firm controls falls under the rule on affiliates while it is in force', async () => {
    const on = async (day: string) => (await ask(a30(`buyer: { company: "hisilicon" }, on: "${day}"`))).processor;
    expect((await on('2025-09-28')).exportStatus.outcome).toBe('UNRESTRICTED');
    expect((await on('2025-09-29')).exportStatus.clause.control.slug).toBe('us-2025-09-affiliates');
    expect((await on('2025-11-10')).exportStatus.outcome).toBe('UNRESTRICTED');
  });

  test('may be a group that is listed as one', async () => {
    const { processor } = await ask(a30('buyer: { company: "inspur-subsidiaries" }, on: "2025-06-01"'));
    expect(processor.exportStatus.clause.control.slug).toBe('us-2025-03-inspur-subsidiaries');
  });

  test('of which half is supposed to be in listed hands counts as listed, and of a span of shares that stays open', async () => {
    const half = await ask(a30('buyer: { ownedByListed: "50 %" }, on: "2025-10-15"'));
    const open = await ask(a30('buyer: { ownedByListed: "40..60 %" }, on: "2025-10-15"'));
    expect(half.processor.exportStatus.outcome).toBe('LICENCE_REQUIRED');
    expect(open.processor.exportStatus.outcome).toBe('POSSIBLY');
  });
});

describe('a supposed chip', () => {
  test('is no longer the one that a letter names, once it is another', async () => {
    const { same, slower } = await ask(`{
      same: classify(chip: { like: "nvidia-h20" }, destination: "cn", on: "2025-05-01") { processor { slug } clause { name } }
      slower: classify(chip: { like: "nvidia-h20", dramBandwidth: "1300 GB/s", aggregateBidirectionalTransferRate: "64 GB/s" }, destination: "cn", on: "2025-05-01") { processor { slug } outcome }
    }`);
    expect(same).toEqual({ processor: { slug: 'nvidia-h20' }, clause: { name: 'h20' } });
    expect(slower).toEqual({ processor: null, outcome: 'UNRESTRICTED' });
  });

  test('takes its performance from any datatype, with bits where its name tells none', async () => {
    const { chip } = await ask(`{ chip: classify(
      chip: { performance: [{ datatype: "fp8", operations: "296 TFLOP/s" }, { datatype: "posit", operations: "160 TOP/s", bits: 16 }], applicableDieArea: "800 mm2" }
      destination: "cn", on: "2024-08-26"
    ) { outcome totalProcessingPerformance { value evidence } performanceDensity { value } } }`);
    expect(chip).toEqual({
      outcome: 'EXCEPTION_NOTIFICATION',
      totalProcessingPerformance: { value: 2560, evidence: 'SCENARIO' },
      performanceDensity: { value: 3.2 },
    });
  });

  test('that is planar has no density', async () => {
    const { chip } =
      await ask(`{ chip: classify(chip: { totalProcessingPerformance: "2000", nonPlanar: false }, destination: "cn", on: "2024-08-26") {
      outcome performanceDensity { value }
    } }`);
    expect(chip).toEqual({ outcome: 'UNRESTRICTED', performanceDensity: null });
  });
});

test('the statements do not depend on the number of processors', async () => {
  const counted = async (first: number) => {
    const revision = await published.open();
    const fresh = await serving(revision);
    const { body, statements } = await fresh.ask(`{ processors(first: ${first}) { edges { node {
      cn: exportStatus(destination: "cn", on: "2024-06-01") { outcome conditions { actual { value } } }
      my: exportStatus(destination: "my", on: "2025-06-01") { outcome }
    } } } }`);
    await fresh.stop();
    expect(body.errors).toBeUndefined();
    return statements;
  };
  expect(await counted(100)).toBe(await counted(10));
});
