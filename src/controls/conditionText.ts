import type { Decimal } from '../quantity/decimal.ts';
import type { WeighedCondition } from './evaluation.ts';
import type { Span } from './question.ts';
import { contrary, type Order } from './range.ts';
import { type RuleOperator, ruleOperators, ruleQuantities } from './vocabulary.ts';

/** Units that go without saying, for those who know the rules. */
const unsaid: readonly string[] = ['TOPS x bit', 'TOPS x bit/mm2', 'count', 'ratio', ''];

/** A condition in words: `TPP 2368 < 2400: 1.3 % below`. */
export function conditionText(condition: Omit<WeighedCondition, 'text'>): string {
  const { comparison, threshold, actual } = condition;
  const { name } = ruleQuantities[comparison.quantity];
  if (actual !== null && 'notDefined' in actual) return `${name}: not defined`;
  return threshold === null ? wordText(name, condition) : numberText(name, threshold, condition);
}

function numberText(
  name: string,
  threshold: Decimal,
  { comparison, actual, met, margin }: Omit<WeighedCondition, 'text'>,
) {
  const { unit } = ruleQuantities[comparison.quantity];
  const limit = `${written(threshold)}${unsaid.includes(unit) ? '' : ` ${unit}`}`;
  if (actual === null || !('low' in actual)) return `${name} unknown, beside ${limit}`;
  // What straddles a threshold is told by its bounds, all else by what is stated of it.
  const told = met === null ? bounds : central;
  const sign = met === null ? 'on both sides of' : signOf(comparison.operator, met);
  const distance = margin === null ? '' : `: ${marginText(told(margin))}`;
  return `${name} ${spanText(told(actual))} ${sign} ${limit}${distance}`;
}

function bounds(span: Span): Span {
  return span;
}

function central(span: Span): Span {
  return span.value ? { ...span, low: span.value, high: span.value } : span;
}

/** How the value stands to the threshold, whatever the rule asks for: 2368 beside `>= 2400` is `<`. */
function signOf(operator: RuleOperator, met: boolean): string {
  if (met) return ruleOperators[operator].sign;
  return isOrder(operator) ? ruleOperators[contrary[operator]].sign : 'is not';
}

function isOrder(operator: RuleOperator): operator is Order {
  return operator in contrary;
}

function wordText(name: string, { comparison: { value }, actual, met }: Omit<WeighedCondition, 'text'>): string {
  if (actual !== null && 'is' in actual) return `${name}: ${actual.is ? 'yes' : 'no'}`;
  const listed = typeof value === 'object' ? value.join(', ') : String(value);
  if (actual === null || !('word' in actual)) return `${name} unknown, beside ${listed}`;
  const many = typeof value === 'object' && value.length > 1;
  return `${name} ${actual.word}, ${met ? (many ? 'one of ' : 'as asked: ') : many ? 'none of ' : 'not '}${listed}`;
}

function spanText({ low, high }: Span): string {
  if (low !== null && high !== null) return low.eq(high) ? written(low) : `${written(low)} to ${written(high)}`;
  if (low !== null) return `at least ${written(low)}`;
  return high === null ? 'unknown' : `at most ${written(high)}`;
}

function marginText({ low, high }: Span): string {
  if (low === null || high === null) return sideText(low ?? high) + (low === null ? ' or less' : ' or more');
  const [least, most] = [sideText(low), sideText(high)];
  return least === most ? least : `${least} to ${most}`;
}

function sideText(margin: Decimal | null): string {
  if (margin === null || margin.isZero()) return 'at the limit';
  const percent = margin.abs().times(100);
  const digits = percent.gte(9.95)
    ? percent.toDecimalPlaces(0)
    : percent.gte(0.095)
      ? percent.toDecimalPlaces(1)
      : percent.toSignificantDigits(2);
  return `${digits.toFixed()} % ${margin.isNegative() ? 'below' : 'above'}`;
}

/** At most four digits after the point, as many as a reader can weigh. */
function written(number: Decimal): string {
  return number.toDecimalPlaces(number.abs().lt(100) ? 4 : 2).toFixed();
}
