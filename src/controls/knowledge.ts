import { type Choice, choiceOf, chosen } from './choice.ts';
import type { Item } from './question.ts';
import {
  anyNumber,
  anyPositive,
  type Bound,
  contrary,
  isEmpty,
  meetingOf,
  type Order,
  productOf,
  quotientOf,
  type Range,
  rangeOf,
  restOf,
  standing,
  sumOf,
} from './range.ts';
import { isNumber, type NumberQuantity, type RuleQuantity, ruleQuantities } from './vocabulary.ts';

/**
 * What is possible for an item: an interval for each number, and for each word those that it may be. What such an item
 * does not have is missing here.
 *
 * Density, performance and area, and the two bandwidths and their sum, are held together, so that each number within an
 * interval belongs to some item that is possible. What the rules leave open of a party or place stands among the words.
 */
export interface Knowledge {
  readonly numbers: ReadonlyMap<NumberQuantity, Range>;
  readonly words: ReadonlyMap<string, Choice>;
  /** Whether nothing was said of I/O bandwidth itself, so that the transfer rate is read as it. */
  readonly rateIsIo: boolean;
}

type Numbers = Map<NumberQuantity, Range>;

/** What is known of an item; null where its facts contradict each other. */
export function knowledgeOf(item: Item): Knowledge | null {
  const numbers: Numbers = new Map();
  const words = new Map<string, Choice>();
  for (const quantity of Object.keys(ruleQuantities) as RuleQuantity[]) {
    const fact = item[quantity];
    if (fact === undefined ? isBesideThePoint(quantity, item) : 'notDefined' in fact) continue;
    if (!isNumber(quantity)) words.set(quantity, choiceOf(quantity, fact));
    else if (fact === undefined || 'low' in fact) numbers.set(quantity, fact === undefined ? anyNumber : rangeOf(fact));
  }
  const area = numbers.get('applicable-die-area');
  if (area === undefined) numbers.delete('performance-density');
  else numbers.set('applicable-die-area', meetingOf(area, anyPositive));
  const rateIsIo = item['io-bandwidth'] === undefined;
  return held({ numbers, words, rateIsIo });
}

/** Whether a quantity is one that an item of its kind does not have, where nothing is said of it. */
function isBesideThePoint(quantity: RuleQuantity, item: Item): boolean {
  const kind = item['item-kind'];
  const isMaterial = kind === undefined || !('word' in kind) || kind.word === 'material';
  // What controlled minerals lie in a chip nobody states; rules on them are asked about materials.
  return quantity === 'rare-earth-value-share' || (quantity === 'material' && !isMaterial);
}

/** What is known once a number is found to stand so to a threshold, or not to; null where that cannot be. */
export function withNumber(
  known: Knowledge,
  quantity: NumberQuantity,
  order: Order,
  threshold: Bound,
  isSo: boolean,
): Knowledge | null {
  const range = known.numbers.get(quantity);
  if (range === undefined) return isSo ? null : known;
  const half = standing(isSo ? order : contrary[order], threshold);
  const numbers = new Map(known.numbers).set(quantity, meetingOf(range, half));
  return held({ ...known, numbers }, quantity);
}

/** What is known once a word is found to be in a list, or not to be. */
export function withWord(known: Knowledge, variable: string, list: ReadonlySet<string>, isIn: boolean): Knowledge {
  return { ...known, words: new Map(known.words).set(variable, chosen(known.words.get(variable), list, isIn)) };
}

/** Knowledge whose parts fit together, of which one number was changed, or any; null where they cannot. */
function held(known: Knowledge & { readonly numbers: Numbers }, changed?: NumberQuantity): Knowledge | null {
  holdDensity(known.numbers, changed);
  holdBandwidths(known, changed);
  for (const range of known.numbers.values()) if (isEmpty(range)) return null;
  return known;
}

/**
 * Density is performance over area. Each of the three lies where the other two let it. Narrowing one of performance and
 * density narrows the other, and not itself: it lay within what the others let it already.
 */
function holdDensity(numbers: Numbers, changed: NumberQuantity | undefined): void {
  const performance = numbers.get('total-processing-performance');
  const density = numbers.get('performance-density');
  const area = numbers.get('applicable-die-area');
  if (performance === undefined || density === undefined || area === undefined) return;
  const isAny = changed === undefined || changed === 'applicable-die-area';
  if (isAny || changed === 'total-processing-performance')
    numbers.set('performance-density', meetingOf(density, quotientOf(performance, area)));
  if (isAny || changed === 'performance-density')
    numbers.set('total-processing-performance', meetingOf(performance, productOf(density, area)));
  if (isAny) numbers.set('applicable-die-area', meetingOf(area, quotientOf(performance, density)));
}

const bandwidths: readonly NumberQuantity[] = [
  'aggregate-bidirectional-transfer-rate',
  'io-bandwidth',
  'dram-bandwidth',
  'bandwidth-sum',
];

/** The letters of April 2025 add memory bandwidth and I/O bandwidth. */
function holdBandwidths(
  { numbers, rateIsIo }: Knowledge & { readonly numbers: Numbers },
  changed?: NumberQuantity,
): void {
  if (changed !== undefined && !bandwidths.includes(changed)) return;
  if (rateIsIo) holdSame(numbers, 'aggregate-bidirectional-transfer-rate', 'io-bandwidth');
  const memory = numbers.get('dram-bandwidth');
  const inAndOut = numbers.get('io-bandwidth');
  const sum = numbers.get('bandwidth-sum');
  if (memory === undefined || inAndOut === undefined || sum === undefined) return;
  numbers.set('bandwidth-sum', meetingOf(sum, sumOf(memory, inAndOut)));
  numbers.set('dram-bandwidth', meetingOf(memory, restOf(sum, inAndOut)));
  numbers.set('io-bandwidth', meetingOf(inAndOut, restOf(sum, memory)));
  if (rateIsIo) holdSame(numbers, 'aggregate-bidirectional-transfer-rate', 'io-bandwidth');
}

/** Two names of one number. One that an item does not have leaves the other alone. */
function holdSame(numbers: Numbers, one: NumberQuantity, other: NumberQuantity): void {
  const range = numbers.get(one);
  const same = numbers.get(other);
  if (range === undefined || same === undefined) return;
  const both = meetingOf(range, same);
  numbers.set(one, both);
  numbers.set(other, both);
}
