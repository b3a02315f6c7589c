import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annualGrowth } from '../../src/metrics/annualGrowth.ts';
import { applicableDieArea } from '../../src/metrics/applicableDieArea.ts';
import { elapsedYears } from '../../src/metrics/elapsedYears.ts';
import { factor } from '../../src/metrics/factor.ts';
import { fastest16Bit } from '../../src/metrics/fastest16Bit.ts';
import { performanceDensity } from '../../src/metrics/performanceDensity.ts';
import { totalProcessingPerformance } from '../../src/metrics/totalProcessingPerformance.ts';
import { trainingDuration } from '../../src/metrics/trainingDuration.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import { isUnknown } from '../../src/quantity/quantity.ts';
import { allows, endsOf, samples } from '../quantity/given.ts';
import { claimed, derivationOf, warningsOf } from './given.ts';

const dense = (stated: string, definition: string) => claimed(stated, { definition });
const teraflops = samples('TFLOP/s', 1);
const bitsOf = { fp32: 32, 'fp16/vector': 16, int4: 4 };

describe('total processing performance', () => {
  test('of the H20: 296 × 8 = 148 × 16', () => {
    const total = totalProcessingPerformance([
      dense('148 TFLOP/s', 'fp16'),
      dense('296 TOP/s', 'int8'),
      dense('44 TFLOP/s', 'fp32/vector'),
      dense('74 TFLOP/s', 'tf32'),
    ]);
    expect(total.quantity).toMatchObject({ bounds: 'exact', unit: 'TPP' });
    expect(total.quantity.value?.toNumber()).toBe(2368);
    expect(derivationOf(total).inputs.map(({ name }) => name)).toEqual(['fp16', 'int8']);
    expect(derivationOf(total).assumptions).toEqual(['Bit lengths: fp16 16, int8 8.']);
  });

  test('of the H100, whose 8-bit figure is rounded, has a bound of its 16-bit one', () => {
    const total = totalProcessingPerformance([
      dense('1979 TFLOP/s (1978.5..1979.5)', 'fp8'),
      dense('exactly 989.4 TFLOP/s', 'fp16'),
    ]);
    // 1978.5 × 8 = 15828, but 989.4 × 16 = 15830.4; 1979.5 × 8 = 15836.
    expect(endsOf(total.quantity, 1)).toBe('15830.4 15836.0');
    expect(derivationOf(total).inputs.map(({ name }) => name)).toEqual(['fp8']);
    expect(derivationOf(total).assumptions).toContain(
      'Within the bounds of what is stated, fp16 may be the highest too.',
    );
  });

  test('of a part whose TF32 would raise it says that TF32 does not enter', () => {
    const total = totalProcessingPerformance([dense('190 TFLOP/s', 'fp16'), dense('190 TFLOP/s', 'tf32')]);
    expect(total.quantity.value?.toNumber()).toBe(3040);
    expect(derivationOf(total).assumptions.join(' ')).toMatch(/TF32 does not enter/);
  });

  test('holds the true maximum, wherever within the bounds the true figures lie', () => {
    fc.assert(
      fc.property(teraflops, teraflops, teraflops, (a, b, c) => {
        const parts = [a, b, c].map((sample, place) => ({ sample, definition: Object.keys(bitsOf)[place] ?? '' }));
        const total = totalProcessingPerformance(
          parts.map(({ sample, definition }) => claimed(sample.quantity, { definition })),
        );
        const known = parts.filter(({ sample }) => !isUnknown(sample.quantity));
        fc.pre(known.length > 0);
        const truth = Decimal.max(...known.map(({ sample }) => sample.truth.times(bitsFor(sample, parts))));
        expect(allows(total.quantity, truth)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  function bitsFor<Sample>(sample: Sample, parts: readonly { sample: Sample; definition: string }[]): number {
    const definition = parts.find((part) => part.sample === sample)?.definition;
    return Object.entries(bitsOf).find(([name]) => name === definition)?.[1] ?? 0;
  }

  test('of nothing is unknown, not zero', () => {
    expect(totalProcessingPerformance([]).quantity.bounds).toBe('unknown');
    expect(warningsOf(totalProcessingPerformance([dense('1 TFLOP/s', 'tf32')]))).toEqual(['input-unknown']);
  });
});

test('the fastest 16-bit path is named, and tentative only where weak claims make it so', () => {
  const vector = dense('78 TFLOP/s', 'fp16/vector');
  const weak = claimed('exactly 312 TFLOP/s', { definition: 'bf16', tentative: true });
  expect(fastest16Bit([dense('exactly 312 TFLOP/s', 'fp16'), vector, weak])).toMatchObject({
    tentative: false,
    definition: '16-bit',
  });
  expect(fastest16Bit([vector, weak])).toMatchObject({ tentative: true });
});

describe('performance density', () => {
  const performance = claimed('36000 TPP');
  const dies = { sum: null, oneDie: null, count: null, other: null, nonPlanar: true };

  test('of the B200: 36,000 over both dies of 814 mm² each', () => {
    const area = applicableDieArea({ ...dies, sum: claimed('1628 mm2', { evidence: 'estimated' }) });
    const density = performanceDensity({ performance, area, isPlanar: false });
    expect(density.evidence).toBe('estimated');
    expect(density.quantity.value?.toNumber()).toBeCloseTo(22.113, 3);
  });

  test('over more than 880 mm² is open at both ends', () => {
    const area = applicableDieArea({ ...dies, sum: claimed('>880 mm2') });
    const { quantity } = performanceDensity({ performance: claimed('exactly 40265.6 TPP'), area, isPlanar: false });
    expect(quantity).toMatchObject({ value: null, lowOpen: true, highOpen: true });
    expect(endsOf(quantity, 3)).toBe('>0.000 <45.756');
  });

  test('over less than 625 mm² has no upper bound', () => {
    const area = applicableDieArea({ ...dies, sum: claimed('<625 mm2') });
    const { quantity } = performanceDensity({ performance: claimed('exactly 720 TPP'), area, isPlanar: false });
    expect(quantity).toMatchObject({ value: null, lowOpen: true, high: null });
    expect(quantity.low?.toNumber()).toBe(1.152);
  });

  test('takes the sum, unless only that is weak', () => {
    const sum = claimed('2400 mm2', { tentative: true });
    const alone = { oneDie: claimed('814 mm2'), count: claimed('1 count') };
    expect(applicableDieArea({ ...dies, ...alone, sum }).quantity.value?.toNumber()).toBe(814);
    expect(applicableDieArea({ ...dies, sum }).tentative).toBe(true);
    expect(applicableDieArea({ ...dies, ...alone, count: claimed('2 count') }).quantity.bounds).toBe('unknown');
  });

  test('is not defined on a planar node', () => {
    const area = applicableDieArea({ ...dies, sum: claimed('331 mm2'), nonPlanar: false });
    expect(warningsOf(area)).toEqual(['not-defined']);
    expect(warningsOf(performanceDensity({ performance, area, isPlanar: true }))).toEqual(['not-defined']);
  });
});

describe('generations', () => {
  const years = elapsedYears({
    from: { name: 'the P100', date: '2016-04-05' },
    to: { name: 'the B200', date: '2024-11-15' },
  });

  test('of the Nvidia flagships: 106.03 times in 8.6133 years is 71.85 % a year', () => {
    const times = factor({ later: claimed('exactly 2250 TFLOP/s'), earlier: claimed('exactly 21.22 TFLOP/s') });
    expect(times.quantity.value?.toNumber()).toBeCloseTo(106.032, 3);
    expect(years.quantity.value?.toNumber()).toBeCloseTo(8.6133, 4);
    const growth = annualGrowth({ factor: times, years });
    expect(growth.quantity.value?.toNumber()).toBeCloseTo(0.71851, 5);
    expect(growth.quantity.high?.minus(growth.quantity.low ?? 0).lte('1e-37')).toBe(true);
  });

  test('a date known to the month may be any day of it', () => {
    const { quantity } = elapsedYears({ from: { name: 'a', date: '2024-02' }, to: { name: 'b', date: '2025-02' } });
    // 338 to 393 days, as stated 365.
    expect(quantity.value?.times('365.25').toFixed(6)).toBe('365.000000');
    expect(endsOf(quantity, 4)).toBe('0.9254 1.0760');
  });

  test('without a date is unknown', () => {
    expect(warningsOf(elapsedYears({ from: { name: 'a', date: null }, to: { name: 'b', date: '2025' } }))).toEqual([
      'input-unknown',
    ]);
  });

  test('growth a year holds the true one, wherever within the bounds factor and time lie', () => {
    fc.assert(
      fc.property(samples('ratio', 1, 900), samples('years', 1, 900), (a, b) => {
        const growth = annualGrowth({ factor: claimed(a.quantity), years: claimed(b.quantity) });
        fc.pre(!isUnknown(growth.quantity));
        const truth = a.truth.toNumber() ** (1 / b.truth.toNumber()) - 1;
        const { low, high } = growth.quantity;
        expect(low === null || low.minus('1e-9').lte(truth)).toBe(true);
        expect(high === null || high.plus('1e-9').gte(truth)).toBe(true);
      }),
    );
  });
});

test('training duration names what is not known', () => {
  const unknown = trainingDuration({ processorHours: claimed('2788000 hours'), processors: null });
  expect(derivationOf(unknown).warnings[0]?.message).toBe('not known: the number of processors');
});
