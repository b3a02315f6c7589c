import { divide, inUnit } from '../quantity/arithmetic.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { unitFraction } from '../quantity/unit.ts';
import { derive, named, notKnown } from './metric.ts';

const metric = 'pricePerPerformance';
const formula = 'launch price ÷ performance';

/**
 * What performance costs: launch price ÷ performance, in the currency of the price. It is for a point of total processing
 * performance under the definition `tpp`, and for a TFLOP/s of dense 16-bit performance under `16-bit`.
 */
export function pricePerPerformance({
  price,
  performance,
  definition,
}: {
  readonly price: Figure | null;
  readonly performance: Figure;
  readonly definition: string;
}): Figure {
  if (price === null) return noPricePerPerformance(definition, 'no launch price is known');
  const { quantity } = performance;
  const isInFlops = unitFraction(quantity.unit, 'TFLOP/s') !== null;
  return derive({
    metric,
    formula,
    inputs: named({ 'launch price': price, performance }),
    quantity: divide(price.quantity, isInFlops ? inUnit(quantity, 'TFLOP/s') : quantity, price.quantity.unit),
    period: price.period,
    definition,
    notDefined: 'the performance may be zero',
  });
}

/** The answer where it cannot be computed, and why. */
export function noPricePerPerformance(
  definition: string,
  why: string,
  code: Warning['code'] = 'input-unknown',
): Figure {
  return { ...notKnown({ metric, formula, unit: 'USD', code, why }), definition };
}
