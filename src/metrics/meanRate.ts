import { divide, exact, scale, sum, unknownQuantity } from '../quantity/arithmetic.ts';
import { Decimal } from '../quantity/decimal.ts';
import { type Figure, isDerived } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { derive } from './metric.ts';

/** The mean rate of some months. */
export interface MonthlyRate {
  readonly rate: Figure;
  readonly months: number;
}

/**
 * The mean exchange rate of a period from those of the months, quarters or years that it consists of, in their unit:
 * Σ (mean × months) ÷ months. Months of 7.0 and 7.2 have a mean of 7.1. Each month counts alike; a mean over the days on
 * which markets trade differs from it by less than 0.1 %.
 */
export function meanRate(rates: readonly MonthlyRate[], period: Period): Figure {
  const unit = rates[0]?.rate.quantity.unit ?? 'ratio';
  const months = rates.reduce((count, one) => count + one.months, 0);
  const weighted = rates.map((one) => scale(one.rate.quantity, new Decimal(one.months)));
  const isPlain = rates.every((one) => one.months === 1);
  return derive({
    metric: 'meanRate',
    formula: isPlain ? `Σ monthly means ÷ ${months}` : `Σ (mean × its months) ÷ ${months}`,
    inputs: rates.map(({ rate }) => ({ name: rate.period?.label ?? '?', figure: rate })),
    quantity: months === 0 ? unknownQuantity(unit) : divide(sum(weighted, unit), exact(months, 'ratio'), unit),
    period,
    assumptions: [
      'Each month counts alike, which differs from a mean over days by less than 0.1 %.',
      ...assumptionsOf(rates),
    ],
    notDefined: 'there are no rates to take the mean of',
  });
}

/** Where the rates are from, each source once. */
function assumptionsOf(rates: readonly MonthlyRate[]): readonly string[] {
  return [...new Set(rates.flatMap(({ rate: { origin } }) => (isDerived(origin) ? origin.assumptions : [])))];
}
