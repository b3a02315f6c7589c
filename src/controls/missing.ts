import { canAgree, isAlike, variablesOf } from './alike.ts';
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
  const cut = cutVariables(cases);
  const missing = quantityNames.filter(
    (quantity) =>
      boundless.has(quantity) && computedFrom[quantity] === undefined && decides(cases, cut, hangingOn(quantity)),
  );
  const reaches = [...situation.open.values()].filter(
    ({ name, straddled }) => !straddled && decides(cases, cut, new Set([name])),
  );
  return [...new Set([...missing, ...reaches.map(({ quantity }) => quantity)])];
}

/** A quantity and what is computed from it. */
function hangingOn(quantity: RuleQuantity): ReadonlySet<string> {
  const computed = quantityNames.filter((name) => computedFrom[name]?.includes(quantity));
  return new Set([quantity, ...computed.flatMap((name) => [...hangingOn(name)])]);
}

/** Whether two cases have different outcomes and differ in nothing but some variables. */
function decides(cases: readonly Case[], cut: readonly string[], free: ReadonlySet<string>): boolean {
  const bound = cut.filter((variable) => !free.has(variable));
  if (bound.length === cut.length) return false;
  return cases.some((one, index) =>
    cases.slice(index + 1).some((other) => outcomeOf(one) !== outcomeOf(other) && canBeAlike(one, other, bound, free)),
  );
}

/** Whether items of two cases can be alike but for some variables. Most differ in another by itself: that is seen at once. */
function canBeAlike({ known: one }: Case, { known: other }: Case, bound: readonly string[], free: ReadonlySet<string>) {
  if (!bound.every((variable) => canAgree(one, other, variable))) return false;
  return inCommon(one, other, (variable) => !free.has(variable)) !== null;
}

/** The variables that tell some cases from others. */
function cutVariables([first, ...rest]: readonly Case[]): readonly string[] {
  if (first === undefined) return [];
  return variablesOf(first.known).filter((variable) =>
    rest.some(({ known }) => !isAlike(first.known, known, variable)),
  );
}
