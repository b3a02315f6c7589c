import { add, inUnit } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { derive, named } from './metric.ts';

/**
 * Memory and I/O bandwidth together, in GB/s, as the letters of April 2025 add them.
 *
 * Source: Intel's account of its letter of April 2025.
 */
export function bandwidthSum({ memory, io }: { readonly memory: Figure; readonly io: Figure }): Figure {
  return derive({
    metric: 'bandwidthSum',
    formula: 'memory bandwidth + I/O bandwidth',
    inputs: named({ 'memory bandwidth': memory, 'I/O bandwidth': io }),
    quantity: add(inUnit(memory.quantity, 'GB/s'), inUnit(io.quantity, 'GB/s')),
    period: null,
    assumptions: ['I/O bandwidth is read as the aggregate bidirectional transfer rate.'],
  });
}
