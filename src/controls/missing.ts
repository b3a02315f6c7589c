import { computedFrom, quantityNames } from './facts.ts';
import { inCommon } from './knowledge.ts';
import { type Case, outcomeOf } from './search.ts';
import type { Situation } from './situation.ts';
import type { RuleQuantity } from './vocabulary.ts';

/**
 * The quantities without any bound that decide: those of which one value gives one outcome and another value another,
 * all else equal. Computed ones are named by what they lack.
 */
export function missingFrom(
  cases: readonly Case[],
  situation: Situation,
  boundless: ReadonlySet<RuleQuantity>,
): readonly RuleQuantity[] {
  const quantities = quantityNames.filter((name) => boundless.has(name) && computedFrom[name] === undefined);
  const open = [...situation.open.values()].filter(({ straddled }) => !straddled);
  return [
    ...quantities.filter((quantity) => decides(cases, (variable) => hangsOn(variable, quantity))),
    ...new Set(
      open.filter(({ name }) => decides(cases, (variable) => variable === name)).map(({ quantity }) => quantity),
    ),
  ];
}

/** Whether two cases have different outcomes and differ in nothing else. */
function decides(cases: readonly Case[], isIt: (variable: string) => boolean): boolean {
  return cases.some((one, index) =>
    cases
      .slice(index + 1)
      .some(
        (other) =>
          outcomeOf(one) !== outcomeOf(other) &&
          inCommon(one.known, other.known, (variable) => !isIt(variable)) !== null,
      ),
  );
}

function hangsOn(variable: string, quantity: RuleQuantity): boolean {
  if (variable === quantity) return true;
  const parts = quantityNames.includes(variable as RuleQuantity) ? computedFrom[variable as RuleQuantity] : undefined;
  return parts?.some((part) => hangsOn(part, quantity)) ?? false;
}
