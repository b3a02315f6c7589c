import { type Decimal, quotient } from '../quantity/decimal.ts';
import type { Item } from './question.ts';
import { remembered } from './remembered.ts';
import { isNumber, type NumberQuantity, type RuleQuantity } from './vocabulary.ts';

/** The central value of a number, stated, computed or the only one there is; null where there is none. */
export function centralValue(quantity: NumberQuantity, item: Item): Decimal | null {
  const fact = item[quantity];
  if (fact !== undefined) return 'low' in fact ? (fact.value ?? onlyOne(fact)) : null;
  if (quantity === 'io-bandwidth') return centralValue('aggregate-bidirectional-transfer-rate', item);
  if (quantity === 'performance-density') {
    const performance = centralValue('total-processing-performance', item);
    const area = centralValue('applicable-die-area', item);
    return performance === null || !area?.gt(0) ? null : quotient(performance, area, 'nearest');
  }
  if (quantity !== 'bandwidth-sum') return null;
  const memory = centralValue('dram-bandwidth', item);
  const inAndOut = centralValue('io-bandwidth', item);
  return memory && inAndOut && memory.plus(inAndOut);
}

/** The item with each number at its central value, where it has one. */
export const centralItem = remembered((item: Item): Item => {
  const facts = Object.entries(item).map(([name, fact]) => {
    const quantity = name as RuleQuantity;
    const value = isNumber(quantity) ? centralValue(quantity, item) : null;
    if (value === null || fact === undefined) return [quantity, fact];
    return [quantity, { value, low: value, high: value, lowOpen: false, highOpen: false, tentative: fact.tentative }];
  });
  return Object.fromEntries(facts);
});

function onlyOne({ low, high }: { readonly low: Decimal | null; readonly high: Decimal | null }): Decimal | null {
  return low !== null && high?.eq(low) ? low : null;
}
