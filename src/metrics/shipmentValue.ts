import { multiply } from '../quantity/arithmetic.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { derive, named } from './metric.ts';
import { type Part, total } from './total.ts';

/**
 * What a shipment is worth: units × unit price, in the currency of the price. Open bounds stay open: more than a million
 * units at 12,000 to 13,000 USD are worth more than 12bn USD, with no upper bound.
 */
export function shipmentValue({ units, unitPrice }: { readonly units: Figure; readonly unitPrice: Figure }): Figure {
  return derive({
    metric: 'shipmentValue',
    formula: 'units × unit price',
    inputs: named({ units, 'unit price': unitPrice }),
    quantity: multiply(units.quantity, unitPrice.quantity),
    period: units.period,
    assumptions: ['Every unit was sold at the unit price.'],
  });
}

/** The value of several shipments together; those of unknown value are left out, and named. */
export function shipmentsTotal(shipments: {
  readonly unit: string;
  readonly parts: readonly Part[];
  readonly period: Period | null;
  readonly warnings?: readonly Warning[];
}): Figure {
  return total({ ...shipments, nonNegative: true, stated: null, open: false }).sum;
}
