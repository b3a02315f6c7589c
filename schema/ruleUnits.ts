import { type RuleQuantity, ruleQuantities } from '../src/controls/vocabulary.ts';
import { parseUnit } from '../src/quantity/unit.ts';

/** The code of the unit of a number that rules look at; empty for what is no number. */
export function unitOf(quantity: RuleQuantity): string {
  const { unit } = ruleQuantities[quantity];
  return parseUnit(unit) ?? unit;
}
