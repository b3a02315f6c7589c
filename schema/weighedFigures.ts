import type { RuleQuantity } from '../src/controls/vocabulary.ts';
import { bandwidthSum } from '../src/metrics/bandwidthSum.ts';
import { transferRate } from '../src/metrics/transferRate.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { applicableDieAreaOf, isFamily, performanceDensityOf, processingPerformanceOf } from './processorFigures.ts';
import { weighedOf } from './weighed.ts';

type FigureOfProcessor = (processor: Seen<EntityRow>) => Read<Figure | null>;

/** Where each number that rules look at comes from. Those that are missing are not stated of processors. */
export const weighedFigures = {
  'total-processing-performance': (processor) => processingPerformanceOf(processor, weighedOf),
  'performance-density': (processor) => performanceDensityOf(processor, weighedOf),
  'applicable-die-area': (processor) => applicableDieAreaOf(processor, weighedOf),
  'aggregate-bidirectional-transfer-rate': transferRateOf,
  'io-bandwidth': transferRateOf,
  'dram-bandwidth': (processor) => weighedOf(processor, { property: 'memory-bandwidth' }),
  'bandwidth-sum': bandwidthSumOf,
  transistors: (processor) => weighedOf(processor, { property: 'transistors' }),
  node: (processor) => weighedOf(processor, { property: 'process-node' }),
} as const satisfies { readonly [Quantity in RuleQuantity]?: FigureOfProcessor };

/** A number that rules look at, of a processor; null where it is unknown, not defined, or no number that is stated of processors. */
export function weighedFigure(processor: Seen<EntityRow>, quantity: RuleQuantity): Read<Figure | null> {
  const figureOf: FigureOfProcessor | undefined = isStated(quantity) ? weighedFigures[quantity] : undefined;
  if (figureOf === undefined || isFamily(processor)) return null;
  return whenRead(figureOf(processor), (figure) => (figure === null || isUnknown(figure.quantity) ? null : figure));
}

function isStated(quantity: RuleQuantity): quantity is keyof typeof weighedFigures {
  return quantity in weighedFigures;
}

function transferRateOf(processor: Seen<EntityRow>): Read<Figure | null> {
  return whenRead(weighedOf(processor, { property: 'aggregate-transfer-rate' }), (stated) => {
    if (stated !== null) return stated;
    const parts = whenAllRead([
      weighedOf(processor, { property: 'interconnect-bandwidth' }),
      weighedOf(processor, { property: 'host-port-bandwidth' }),
    ]);
    return whenRead(parts, ([interconnect = null, hostPort = null]) => transferRate({ interconnect, hostPort }));
  });
}

function bandwidthSumOf(processor: Seen<EntityRow>): Read<Figure | null> {
  const parts = whenAllRead([weighedOf(processor, { property: 'memory-bandwidth' }), transferRateOf(processor)]);
  return whenRead(parts, ([memory = null, io = null]) => memory && io && bandwidthSum({ memory, io }));
}
