import { agreement } from '../metrics/agreement.ts';
import { convertUnit } from '../metrics/conversion.ts';
import { inCurrency } from '../metrics/inCurrency.ts';
import type { PublishedRates } from '../metrics/meanRateOf.ts';
import { comparableOf } from '../quantity/comparable.ts';
import type { Decimal } from '../quantity/decimal.ts';
import type { Figure } from '../quantity/figure.ts';
import { isCurrency, unitFactor } from '../quantity/unit.ts';
import type { Claim } from '../store/claim.ts';
import { figureOfClaim } from '../store/claimedFigure.ts';
import type { FigureRow } from '../store/figureRow.ts';
import { rivalsOf } from '../store/rivals.ts';

/** What a row of a figure says of its fact: by its best claim, and whether others contradict it. */
export type Prepared = Omit<
  FigureRow,
  | 'key'
  | 'entityKey'
  | 'type'
  | 'kindsJson'
  | 'door'
  | 'answersPeriod'
  | 'answersPeriodDefinition'
  | 'answersLatest'
  | 'answersLatestDefinition'
>;

/** Prepares the figure of a fact from its claims that count, best first; each of them holds a number. */
export function figureOfFact(counting: readonly [Claim, ...Claim[]], rates: PublishedRates, horizon: string): Prepared {
  const [best] = counting;
  const figure = numberOf(best);
  const inUsd = figure && dollarsOf(figure, rates, horizon);
  const quantity = figure?.quantity ?? null;
  const number = quantity && comparableOf(quantity);
  const usd = inUsd === figure ? number : inUsd && comparableOf(inUsd.quantity);
  return {
    periodLabel: best.periodLabel,
    periodFirst: best.periodFirst,
    periodLast: best.periodLast,
    definition: best.definition,
    qualified: best.qualifiersJson === '{}' ? 0 : 1,
    claimKey: best.key,
    evidence: best.evidence,
    tentative: best.rank === 'tentative' ? 1 : 0,
    disputed: figure && isDisputed(figure, counting, rates, horizon) ? 1 : 0,
    unit: best.unit ?? '',
    dimension: number?.dimension ?? '',
    sort: number?.sort ?? null,
    low: number?.low ?? null,
    high: number?.high ?? null,
    lowOpen: best.lowOpen,
    highOpen: best.highOpen,
    sortUsd: usd?.sort ?? null,
    lowUsd: usd?.low ?? null,
    highUsd: usd?.high ?? null,
    valueWhole: wholeOf(quantity?.value),
    lowWhole: wholeOf(quantity?.low),
    highWhole: wholeOf(quantity?.high),
  };
}

function numberOf(claim: Claim): Figure | null {
  return figureOfClaim({ claimIds: [claim.id] }, claim);
}

function dollarsOf(figure: Figure, rates: PublishedRates, knownOn: string): Figure | null {
  const { unit } = figure.quantity;
  if (!isCurrency(unit)) return null;
  return unit === 'USD' ? figure : inCurrency(figure, 'USD', 'mean', rates, knownOn);
}

/** As `disputedOf` in schema/disputed.ts says it through any lens. */
function isDisputed(
  figure: Figure,
  counting: readonly [Claim, ...Claim[]],
  rates: PublishedRates,
  knownOn: string,
): boolean {
  return rivalsOf(counting)
    .map(numberOf)
    .some((rival) => rival && agreement(figure, inUnitOf(figure, rival, rates, knownOn)) === 'disagree');
}

function inUnitOf(figure: Figure, rival: Figure, rates: PublishedRates, knownOn: string): Figure | null {
  const { unit } = figure.quantity;
  if (rival.quantity.unit === unit) return rival;
  if (isCurrency(rival.quantity.unit) && isCurrency(unit)) return inCurrency(rival, unit, 'mean', rates, knownOn);
  return unitFactor(rival.quantity.unit, unit) === null ? null : convertUnit(rival, unit);
}

function wholeOf(number: Decimal | null | undefined): number | null {
  return number?.isInteger() && number.abs().lte(Number.MAX_SAFE_INTEGER) ? number.toNumber() : null;
}
