import fc from 'fast-check';
import type { Fact, Item, Span } from '../../src/controls/question.ts';
import { Decimal } from '../../src/quantity/decimal.ts';

/** Numbers of chips, thick around the thresholds of the rules: in thousandths, so that they hit them exactly. */
const thresholds = {
  'total-processing-performance': [1600, 2400, 4800, 4992, 21_000],
  'applicable-die-area': [300, 500, 814, 1628],
  'aggregate-bidirectional-transfer-rate': [600, 1100],
  'dram-bandwidth': [600, 1400, 6500],
  transistors: [30_000_000_000],
  node: [7, 16],
} as const;

export type NumberName = keyof typeof thresholds;
export const numberNames = Object.keys(thresholds) as NumberName[];

/** Values of a number: on a threshold, close to one, or anywhere. */
export function numberOf(name: NumberName): fc.Arbitrary<Decimal> {
  const near = fc
    .tuple(fc.constantFrom(...thresholds[name]), fc.integer({ min: -400, max: 400 }))
    .map(([threshold, thousandths]) => new Decimal(threshold).times(1000 + thousandths).div(1000));
  const on = fc.constantFrom(...thresholds[name]).map((threshold) => new Decimal(threshold));
  return fc.oneof(on, near, near);
}

/** A fact that says it exactly. */
export function point(at: Decimal): Fact {
  return { low: at, high: at, lowOpen: false, highOpen: false, tentative: false };
}

const flag = fc.boolean().map((is): Fact => ({ is, tentative: false }));
const word = (...words: string[]) => fc.constantFrom(...words).map((one): Fact => ({ word: one, tentative: false }));

/** Chips of which all is known. */
export const knownChips: fc.Arbitrary<Item> = fc
  .record({
    ...Object.fromEntries(numberNames.map((name) => [name, numberOf(name).map(point)])),
    'data-centre': flag,
    'high-bandwidth-memory': flag,
    'available-in-united-states': flag,
    'non-planar': flag,
    processor: word('invented', 'nvidia-h20', 'nvidia-a100', 'amd-mi308x'),
    'designer-status': word('neither', 'approved'),
    packaging: word('approved-osat', 'other'),
  })
  .chain((facts) =>
    fc
      .constantFrom(['nvidia', 'us'], ['intel', 'us'], ['biren', 'cn'], ['amd', 'us'])
      .map(([maker = '', home = '']) => ({
        ...facts,
        maker: { word: maker, tentative: false },
        'maker-home': { word: home, tentative: false },
        'item-kind': { word: 'chip', tentative: false },
        'foreign-made': { is: false, tentative: false },
      })),
  );

/** A known chip, and the same as it would be known by bounds: some numbers between two, some facts not at all. */
export const chipsWithin: fc.Arbitrary<{ readonly point: Item; readonly box: Item }> = knownChips.chain((chip) =>
  fc
    .record({
      widths: fc.record(Object.fromEntries(numberNames.map((name) => [name, widths]))),
      unknown: fc.subarray([...numberNames, 'data-centre', 'available-in-united-states'] as const, { maxLength: 3 }),
    })
    .map(({ widths: chosen, unknown }) => {
      const box: Record<string, Fact | undefined> = { ...chip };
      for (const name of numberNames) {
        const fact = chip[name];
        if (fact !== undefined && 'low' in fact) box[name] = { ...widened(fact, chosen[name]), tentative: false };
      }
      for (const name of unknown) delete box[name];
      return { point: chip, box };
    }),
);

interface Widths {
  readonly below: number | null;
  readonly above: number | null;
}

/** How far bounds lie from the value, in hundredths of it; null where there is no such bound. */
const widths: fc.Arbitrary<Widths> = fc.record({
  below: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }), fc.constant(null)),
  above: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }), fc.constant(null)),
});

function widened({ low, high }: Span, { below, above }: Widths = { below: 0, above: 0 }): Span {
  return {
    low: below === null ? null : (low?.times(100 - below).div(100) ?? null),
    high: above === null ? null : (high?.times(100 + above).div(100) ?? null),
    lowOpen: false,
    highOpen: false,
  };
}
