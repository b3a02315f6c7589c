import { inUnit, scale } from '../quantity/arithmetic.ts';
import { bitLengthOf } from '../quantity/datatype.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { sortValue } from '../quantity/sortValue.ts';
import { unitFraction } from '../quantity/unit.ts';
import { highestTerm, type Term } from './highestTerm.ts';
import { derive, notKnown } from './metric.ts';

const metric = 'totalProcessingPerformance';
const formula = 'maximum over the datatypes of dense operations a second × bit length';

/** How many bits a datatype has; null where that is not said. */
type BitsOf = (definition: string) => number | null;

/**
 * Total processing performance, in TPP (TOPS × bit): dense operations a second, in tera, times the bit length of the
 * operation, the maximum over the datatypes and the paths of a part. A multiply-accumulate is two operations, so that
 * this is the 2 × MacTOPS × bit length of the rule: 296 × 8 and 148 × 16 are 2,368.
 *
 * `performances` are dense figures per package, each under its definition: `fp16`, `fp16/vector`. Sparse figures never
 * enter. The inputs of the derivation are the datatypes that decide, those that reach the maximum; its bounds hold for
 * all of them.
 *
 * Source: ECCN 3A090, technical notes; 88 FR 73458.
 */
export function totalProcessingPerformance(performances: readonly Figure[], bitsOf: BitsOf = bitLengthOf): Figure {
  const terms = performances.flatMap((figure) => termOf(figure, bitsOf));
  const highest = highestTerm(terms);
  if (highest === null) return noProcessingPerformance('no dense performance is known');
  const bits = highest.inputs.map(({ name }) => `${name} ${bitsOf(name)}`);
  return derive({
    metric,
    formula,
    ...highest,
    period: null,
    assumptions: [
      `Bit lengths: ${bits.join(', ')}.`,
      ...highest.assumptions,
      ...leftOut(highest.quantity, performances),
    ],
  });
}

/** The answer where no dense figure is known, and why. */
export function noProcessingPerformance(why: string, code: Warning['code'] = 'input-unknown'): Figure {
  return notKnown({ metric, formula, unit: 'TPP', code, why });
}

function termOf(figure: Figure, bitsOf: BitsOf): readonly Term[] {
  const name = figure.definition ?? '';
  const bits = bitsOf(name);
  if (bits === null || isUnknown(figure.quantity)) return [];
  return [{ name, figure, counts: times(figure.quantity, bits) }];
}

/** Operations on integers and those on floating-point numbers count alike. */
function times(performance: Quantity, bits: number): Quantity {
  const tera = unitFraction(performance.unit, 'TOP/s') === null ? 'TFLOP/s' : 'TOP/s';
  return { ...scale(inUnit(performance, tera), new Decimal(bits)), unit: 'TPP' };
}

/** TF32 would raise some totals, by more or less. */
function leftOut({ high }: Quantity, performances: readonly Figure[]): readonly string[] {
  const raises = performances.some(({ definition, quantity }) => {
    const most = definition === 'tf32' ? sortValue(times(quantity, wordLength)) : null;
    return most !== null && (high === null || most.gt(high));
  });
  return raises ? ['TF32 does not enter: the rule does not settle whether 19 or 32 bits of it count.'] : [];
}

/** TF32 has 19 significant bits in words of 32. */
const wordLength = 32;
