import { contrary } from './range.ts';
import type { Comparison, Condition, Definition } from './rule.ts';
import { type RuleOperator, type RuleQuantity, ruleOperators, ruleQuantities } from './vocabulary.ts';

/** One condition as it stands in an alternative, where what a rule denies has become its contrary. */
export interface StatedCondition {
  readonly quantity: RuleQuantity;
  /** `none-of` where a rule denies that a word is one of a list. */
  readonly operator: RuleOperator | 'none-of';
  readonly value: Comparison['value'];
  /** The innermost named part that it stands in. */
  readonly paragraph: string | null;
}

type Alternatives = readonly (readonly StatedCondition[])[];

/** How many alternatives there may be: more are no help to anybody. */
const most = 100;

/**
 * The ways to meet a condition, each a list of conditions that must all hold. None where there are too many to be listed.
 * What has no condition is met in one way, by nothing.
 */
export function alternativesOf(
  condition: Condition | undefined,
  definitions: Readonly<Record<string, Definition>>,
): Alternatives {
  const ways = condition === undefined ? [[]] : waysOf(condition, { definitions, paragraph: null, denied: false });
  return ways.length > most ? [] : ways.map(withoutTwins);
}

/** The condition in words: `TPP >= 4800`. */
export function statedText({ quantity, operator, value }: StatedCondition): string {
  const { name, unit, kind } = ruleQuantities[quantity];
  if (kind === 'boolean') return `${name}: ${String(value) === 'true' ? 'yes' : 'no'}`;
  const sign = operator === 'none-of' ? 'is none of' : ruleOperators[operator].sign;
  const values = (typeof value === 'object' ? value : [value]).join(', ');
  return kind === 'number' && unit !== '' && unit !== 'count' && unit !== 'ratio' && !isNamed(quantity)
    ? `${name} ${sign} ${values} ${unit}`
    : `${name} ${sign} ${values}`;
}

/** Performance and density are told without their units, as everybody does. */
function isNamed(quantity: RuleQuantity): boolean {
  return quantity === 'total-processing-performance' || quantity === 'performance-density';
}

interface Context {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly paragraph: string | null;
  readonly denied: boolean;
}

function waysOf(condition: Condition, outside: Context): Alternatives {
  const context = { ...outside, paragraph: condition.paragraph ?? outside.paragraph };
  if ('not' in condition) return waysOf(condition.not, { ...context, denied: !context.denied });
  if ('ref' in condition) {
    const definition = context.definitions[condition.ref];
    return definition === undefined ? [] : waysOf(definition.when, context);
  }
  if ('all' in condition) return context.denied ? either(condition.all, context) : each(condition.all, context);
  if ('any' in condition) return context.denied ? each(condition.any, context) : either(condition.any, context);
  return [[stated(condition, context)]];
}

function either(parts: readonly Condition[], context: Context): Alternatives {
  return parts.flatMap((part) => waysOf(part, context)).slice(0, most + 1);
}

function each(parts: readonly Condition[], context: Context): Alternatives {
  return parts.reduce<Alternatives>(
    (ways, part) => ways.flatMap((way) => waysOf(part, context).map((more) => [...way, ...more])).slice(0, most + 1),
    [[]],
  );
}

function stated({ quantity, operator, value }: Comparison, { paragraph, denied }: Context): StatedCondition {
  const plain = { quantity, operator, value, paragraph };
  if (!denied) return plain;
  if (typeof value === 'boolean') return { ...plain, value: !value };
  if (operator === 'one-of' || operator === 'equal') return { ...plain, operator: 'none-of' };
  return { ...plain, operator: contrary[operator] };
}

function withoutTwins(conditions: readonly StatedCondition[]): readonly StatedCondition[] {
  const texts = conditions.map(statedText);
  return conditions.filter((_condition, place) => texts.indexOf(texts[place] ?? '') === place);
}
