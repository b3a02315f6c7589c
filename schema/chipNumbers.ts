import type { RuleQuantity } from '../src/controls/vocabulary.ts';
import { supposed } from '../src/metrics/supposed.ts';
import { totalProcessingPerformance } from '../src/metrics/totalProcessingPerformance.ts';
import { exact, inUnit } from '../src/quantity/arithmetic.ts';
import { bitLengthOf } from '../src/quantity/datatype.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { parseQuantity } from '../src/quantity/parse.ts';
import type { Quantity } from '../src/quantity/quantity.ts';
import { unitFraction } from '../src/quantity/unit.ts';
import type { ChipShape } from './chipInput.ts';
import { clientError } from './errors.ts';
import { unitOf } from './ruleUnits.ts';

const fields = {
  totalProcessingPerformance: 'total-processing-performance',
  applicableDieArea: 'applicable-die-area',
  aggregateBidirectionalTransferRate: 'aggregate-bidirectional-transfer-rate',
  dramBandwidth: 'dram-bandwidth',
  node: 'node',
  transistors: 'transistors',
  memoryBandwidthDensity: 'memory-bandwidth-density',
} as const satisfies Partial<Record<keyof ChipShape, RuleQuantity>>;

/** What cannot be zero of a chip that is there. */
const positive: readonly RuleQuantity[] = ['applicable-die-area', 'node', 'transistors'];

/** The numbers that a client supposes of a chip. @throws the client's error where one cannot be */
export function chipNumbers(shape: ChipShape): ReadonlyMap<RuleQuantity, Figure> {
  const numbers = new Map<RuleQuantity, Figure>();
  for (const field of Object.keys(fields) as (keyof typeof fields)[]) {
    const text = shape[field];
    if (text == null) continue;
    const argument = `chip.${field}`;
    const quantity = quantityArgument(text, [unitOf(fields[field])], argument);
    if (positive.includes(fields[field]) && quantity.high?.isZero())
      throw clientError('BAD_QUANTITY', `"${text}" is nothing: ${argument} is more than 0.`, argument);
    numbers.set(fields[field], supposed(quantity));
  }
  if (shape.performance != null) numbers.set('total-processing-performance', performanceOf(shape.performance));
  return numbers;
}

type Performances = NonNullable<ChipShape['performance']>;

function performanceOf(performances: Performances): Figure {
  const argument = 'chip.performance';
  if (performances.length < 1 || performances.length > 20) {
    const message = `chip.performance holds ${performances.length} datatypes; 1 to 20 are allowed.`;
    throw clientError('BAD_ARGUMENT', message, argument);
  }
  const bits = new Map<string, number>();
  const figures = performances.map(({ datatype, operations, bits: given }) => {
    const name = datatype.trim().toLowerCase();
    if (bits.has(name)) throw clientError('BAD_ARGUMENT', `chip.performance gives ${name} twice.`, argument);
    bits.set(name, bitsArgument(name, given ?? null));
    const quantity = quantityArgument(operations, ['TFLOP/s', 'TOP/s'], `${argument}.operations`);
    return { ...supposed(quantity), definition: name };
  });
  return { ...totalProcessingPerformance(figures, (name) => bits.get(name) ?? null), evidence: 'scenario' };
}

function bitsArgument(name: string, given: number | null): number {
  const argument = 'chip.performance.bits';
  const known = bitLengthOf(name);
  if (given !== null && (given < 1 || given > 128))
    throw clientError('BAD_ARGUMENT', `A datatype has 1 to 128 bits, not ${given}.`, argument);
  if (known !== null && given !== null && given !== known)
    throw clientError('BAD_ARGUMENT', `${name} has ${known} bits, not ${given}.`, argument);
  const bits = known ?? given;
  if (bits !== null) return bits;
  throw clientError('BAD_ARGUMENT', `How many bits ${name.slice(0, 40)} has is not known: give \`bits\`.`, argument);
}

/** A number that is not negative, in one of some units; without a unit it is in the first. */
function quantityArgument(text: string, units: readonly [string, ...string[]], argument: string): Quantity {
  const parsed = parseQuantity(text, { unit: units[0] });
  if ('problem' in parsed) throw clientError('BAD_QUANTITY', parsed.problem, argument);
  const quantity = asMeant(parsed);
  const unit = units.find((one) => unitFraction(quantity.unit, one) !== null);
  if (unit === undefined) {
    const message = `"${text}" is in ${quantity.unit}; ${argument} is measured in ${units.join(' or ')}.`;
    throw clientError('UNIT_MISMATCH', message, argument);
  }
  if (quantity.low?.lt(0) || quantity.high?.lt(0))
    throw clientError('BAD_QUANTITY', `"${text}" is negative; ${argument} is 0 or more.`, argument);
  return inUnit(quantity, unit);
}

/** What is supposed is meant to its last digit: only bounds that are written are bounds. */
export function asMeant(quantity: Quantity): Quantity {
  const { value, bounds, unit } = quantity;
  return bounds === 'rounding' && value !== null ? exact(value, unit) : quantity;
}
