import { divide, inUnit } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { derive, named, notKnown } from './metric.ts';

const metric = 'trainingDuration';
const formula = 'processor hours ÷ processors';

/**
 * How long a training would take if all its processors ran all the time, in hours: processor hours ÷ processors. Null
 * inputs are not known, and make it unknown.
 */
export function trainingDuration({
  processorHours,
  processors,
}: {
  readonly processorHours: Figure | null;
  readonly processors: Figure | null;
}): Figure {
  if (processorHours === null || processors === null) {
    const missing = [
      ...(processorHours === null ? ['processor hours'] : []),
      ...(processors === null ? ['the number of processors'] : []),
    ];
    const why = `not known: ${missing.join(' and ')}`;
    return notKnown({ metric, formula, unit: 'hours', code: 'input-unknown', why });
  }
  return derive({
    metric,
    formula,
    inputs: named({ 'processor hours': processorHours, processors }),
    quantity: divide(inUnit(processorHours.quantity, 'hours'), processors.quantity, 'hours'),
    period: processorHours.period,
    assumptions: ['All processors ran for the whole time.'],
    notDefined: 'the number of processors may be zero',
  });
}
