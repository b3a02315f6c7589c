import { add, computed, inUnit } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { intervalOf } from '../quantity/interval.ts';
import { isUnknown, type Quantity } from '../quantity/quantity.ts';
import { derive, notKnown, warning } from './metric.ts';

const metric = 'transferRate';
const formula = 'interconnect bandwidth + host port bandwidth';
const unit = 'GB/s';

/**
 * The aggregate bidirectional transfer rate, in GB/s: all inputs and outputs except to memory, both directions together.
 * It is the links to other processors and the port to the host; where one of the two is not known, the other is a lower
 * bound.
 *
 * Source: ECCN 3A090 of 2022, note; 87 FR 62186.
 */
export function transferRate({
  interconnect,
  hostPort,
}: {
  readonly interconnect: Figure | null;
  readonly hostPort: Figure | null;
}): Figure {
  const inputs = [
    ...(interconnect === null ? [] : [{ name: 'interconnect bandwidth', figure: interconnect }]),
    ...(hostPort === null ? [] : [{ name: 'host port bandwidth', figure: hostPort }]),
  ].filter(({ figure }) => !isUnknown(figure.quantity));
  const [first, second] = inputs;
  if (first === undefined) return notKnown({ metric, formula, unit, code: 'input-unknown', why: 'no rate is known' });
  const known = inUnit(first.figure.quantity, unit);
  const rate = second === undefined ? atLeast(known) : add(known, inUnit(second.figure.quantity, unit));
  const missing = first.name === 'interconnect bandwidth' ? 'host port' : 'interconnect';
  return derive({
    metric,
    formula,
    inputs,
    quantity: rate,
    period: null,
    warnings: second === undefined ? [warning('input-unknown', `${missing} bandwidth is not known`)] : [],
  });
}

function atLeast(quantity: Quantity): Quantity {
  const { low } = intervalOf(quantity);
  return computed({ low, high: { at: new Decimal(Number.POSITIVE_INFINITY), open: true } }, null, quantity.unit);
}
