import type { Decimal } from '../quantity/decimal.ts';
import { type Interval, negativeOf, productOf, quotientOf, sumOf } from '../quantity/interval.ts';
import { type Choice, choiceOf, choicesMeet, chosen } from './choice.ts';
import type { Item } from './question.ts';
import { anyNumber, anyPositive, contrary, isEmpty, meetingOf, type Order, rangeOf, standing } from './range.ts';
import { isNumber, type NumberQuantity, type RuleQuantity, ruleQuantities } from './vocabulary.ts';

/**
 * What is possible for an item: an interval for each number, and for each word those that it may be. What such an item
 * does not have is missing here.
 *
 * Density, performance and area, and the two bandwidths and their sum, are held together, so that each number within an
 * interval belongs to some item that is possible. What the rules leave open of a party or place stands among the words.
 */
export interface Knowledge {
  readonly numbers: ReadonlyMap<NumberQuantity, Interval>;
  readonly words: ReadonlyMap<string, Choice>;
  /** Whether nothing was said of I/O bandwidth itself, so that the transfer rate is read as it. */
  readonly rateIsIo: boolean;
}

type Numbers = Map<NumberQuantity, Interval>;

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
  threshold: Decimal,
  isSo: boolean,
): Knowledge | null {
  const range = known.numbers.get(quantity);
  if (range === undefined) return isSo ? null : known;
  const half = standing(isSo ? order : contrary[order], threshold);
  return held({ ...known, numbers: new Map(known.numbers).set(quantity, meetingOf(range, half)) });
}

/** What is known once a word is found to be in a list, or not to be. */
export function withWord(known: Knowledge, variable: string, list: ReadonlySet<string>, isIn: boolean): Knowledge {
  return { ...known, words: new Map(known.words).set(variable, chosen(known.words.get(variable), list, isIn)) };
}

/** What both say of the quantities that are kept; null where nothing is possible by both. */
export function inCommon(a: Knowledge, b: Knowledge, isKept: (variable: string) => boolean): Knowledge | null {
  const numbers: Numbers = new Map();
  for (const [quantity, range] of a.numbers) {
    const other = b.numbers.get(quantity);
    if (other !== undefined && isKept(quantity)) numbers.set(quantity, meetingOf(range, other));
  }
  for (const [variable, choice] of a.words) {
    const other = b.words.get(variable);
    if (other !== undefined && isKept(variable) && !choicesMeet(choice, other)) return null;
  }
  return held({ ...a, numbers });
}

/** Knowledge whose parts fit together; null where they cannot. */
function held(known: Knowledge & { readonly numbers: Numbers }): Knowledge | null {
  holdDensity(known.numbers);
  holdBandwidths(known.numbers, known.rateIsIo);
  for (const range of known.numbers.values()) if (isEmpty(range)) return null;
  return known;
}

/** Density is performance over area. Each of the three lies where the other two let it. */
function holdDensity(numbers: Numbers): void {
  const performance = numbers.get('total-processing-performance');
  const density = numbers.get('performance-density');
  const area = numbers.get('applicable-die-area');
  if (performance === undefined || density === undefined || area === undefined) return;
  numbers.set('performance-density', meetingOf(density, quotientOf(performance, area) ?? anyNumber));
  numbers.set('total-processing-performance', meetingOf(performance, productOf(density, area)));
  numbers.set('applicable-die-area', meetingOf(area, quotientOf(performance, density) ?? anyPositive));
}

/** The letters of April 2025 add memory bandwidth and I/O bandwidth. */
function holdBandwidths(numbers: Numbers, rateIsIo: boolean): void {
  if (rateIsIo) holdSame(numbers, 'aggregate-bidirectional-transfer-rate', 'io-bandwidth');
  const memory = numbers.get('dram-bandwidth');
  const inAndOut = numbers.get('io-bandwidth');
  const sum = numbers.get('bandwidth-sum');
  if (memory === undefined || inAndOut === undefined || sum === undefined) return;
  numbers.set('bandwidth-sum', meetingOf(sum, sumOf(memory, inAndOut)));
  numbers.set('dram-bandwidth', meetingOf(memory, sumOf(sum, negativeOf(inAndOut))));
  numbers.set('io-bandwidth', meetingOf(inAndOut, sumOf(sum, negativeOf(memory))));
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
