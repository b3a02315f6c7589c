import { inUnit } from '../quantity/arithmetic.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { isUnknown } from '../quantity/quantity.ts';
import { highestTerm } from './highestTerm.ts';
import { derive, notKnown } from './metric.ts';

const metric = 'fastest16Bit';
const formula = 'maximum of dense FP16 and BF16 over the paths';

/**
 * Dense 16-bit performance of a processor, in TFLOP/s: that of the fastest path of FP16 and BF16. A part with 78 TFLOP/s
 * on its vector units and 312 on its tensor units has 312. `performances` are its dense figures in FP16 and BF16, each
 * under its definition; the inputs of the derivation are those that reach the maximum.
 */
export function fastest16Bit(performances: readonly Figure[]): Figure {
  const known = performances.filter(({ quantity }) => !isUnknown(quantity));
  const highest = highestTerm(
    known.map((figure) => ({
      name: figure.definition ?? '',
      figure,
      counts: inUnit(figure.quantity, 'TFLOP/s'),
    })),
  );
  if (highest === null) return no16Bit('no dense performance in FP16 or BF16 is known');
  return derive({ metric, formula, ...highest, period: null, definition: '16-bit' });
}

/** The answer where none is known, and why. */
export function no16Bit(why: string, code: Warning['code'] = 'input-unknown'): Figure {
  return { ...notKnown({ metric, formula, unit: 'TFLOP/s', code, why }), definition: '16-bit' };
}
