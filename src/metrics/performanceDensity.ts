import { divide } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { derive, named, notKnown } from './metric.ts';

const metric = 'performanceDensity';
const formula = 'total processing performance ÷ applicable die area';

/**
 * Performance density, in TPP/mm²: total processing performance over applicable die area. Both are of the package: of two
 * dies, the performance of both over the area of both. An area of less than 625 mm² is still one of more than 0, so that a
 * density may have no upper bound. Not defined where no die is on a non-planar node (`isPlanar`), because no area is
 * applicable then.
 *
 * Source: ECCN 3A090, technical notes; 88 FR 73458.
 */
export function performanceDensity({
  performance,
  area,
  isPlanar,
}: {
  readonly performance: Figure;
  readonly area: Figure;
  readonly isPlanar: boolean;
}): Figure {
  if (isPlanar) return noDensity('no die on a non-planar node: density not defined', 'not-defined');
  return derive({
    metric,
    formula,
    inputs: named({ 'total processing performance': performance, 'applicable die area': area }),
    quantity: divide(performance.quantity, positive(area.quantity), 'TPP/mm2'),
    period: null,
    assumptions: ['Performance and area are those of the whole package, all its logic dies together.'],
  });
}

/** The answer where it cannot be computed, and why. */
export function noDensity(why: string, code: Warning['code'] = 'input-unknown'): Figure {
  return notKnown({ metric, formula, unit: 'TPP/mm2', code, why });
}

/** A die has an area, however small. */
function positive(area: Quantity): Quantity {
  return isUnknown(area) || area.low?.gt(0) ? area : { ...area, low: new Decimal(0), lowOpen: true };
}
