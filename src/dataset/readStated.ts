import { Decimal, quotient, type Rounding } from '../quantity/decimal.ts';
import { parseQuantity } from '../quantity/parse.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { isCurrency, unitFraction } from '../quantity/unit.ts';
import type { PropertyDeclaration } from '../quantity/vocabulary.ts';

/**
 * Reads a figure of a property as it is stated: in the unit of the property where it is no money. Null for `unknown`.
 */
export function readStated(
  stated: string,
  id: string,
  property: PropertyDeclaration,
): Quantity | null | { readonly problem: string } {
  if (stated.trim() === 'unknown') return null;
  const [unit] = property.units;
  const quantity = parseQuantity(stated, unit === undefined || unit.startsWith('money') ? {} : { unit });
  if ('problem' in quantity) return quantity;
  const fitting = inDeclaredUnit(quantity, property.units);
  if (fitting === null) {
    const wanted = property.units.map((each) => each.replace('money', 'money, such as USD')).join(' or ');
    return {
      problem: `"${stated}" is in ${quantity.unit}, but \`${id}\` is measured in ${wanted}: write the figure in that`,
    };
  }
  if (
    property.nonNegative &&
    [fitting.value, fitting.low, fitting.high].some((end) => end?.isNegative() && !end.isZero())
  ) {
    return {
      problem: `"${stated}" is below zero, which \`${id}\` cannot be: write it without the minus, or under another property`,
    };
  }
  return fitting;
}

function inDeclaredUnit(quantity: Quantity, units: readonly string[]): Quantity | null {
  if (units.some((unit) => isOf(quantity.unit, unit))) return quantity;
  for (const unit of units) {
    const fraction = unit.startsWith('money') ? null : unitFraction(quantity.unit, unit);
    if (fraction === null) continue;
    const convert = (number: Decimal | null, rounding: Rounding) =>
      number === null ? null : scaled(number, fraction, rounding);
    return {
      ...quantity,
      value: convert(quantity.value, 'nearest'),
      low: convert(quantity.low, 'down'),
      high: convert(quantity.high, 'up'),
      unit,
    };
  }
  return null;
}

/** Whether a unit is the declared one: `USD` is money, `USD/hour` is money/hour. */
function isOf(unit: string, declared: string): boolean {
  if (!declared.startsWith('money')) return unit === declared;
  const per = declared.slice('money'.length);
  return unit.endsWith(per) && isCurrency(unit.slice(0, unit.length - per.length));
}

function scaled(
  number: Decimal,
  { times, over }: { readonly times: Decimal; readonly over: Decimal },
  rounding: Rounding,
): Decimal {
  const product = Decimal.mul(number, times);
  return over.eq(1) ? product : quotient(product, over, rounding);
}
