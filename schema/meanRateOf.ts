import { type MonthlyRate, meanRate } from '../src/metrics/meanRate.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import { daysOfMonths, wholeMonths } from '../src/quantity/wholeMonths.ts';
import type { Rates } from '../src/store/rates.ts';

/**
 * The mean rate of a currency over a period, in units for one US dollar: the published one, else that of the months it
 * consists of, or of the shortest published stretches of months that make it up. Null where they are not all known.
 */
export function meanRateOf(rates: Rates, currency: string, period: Period, knownOn: string): Figure | null {
  const published = rates.rate(currency, 'mean', period, knownOn);
  const months = wholeMonths(period);
  if (published !== null || months === null) return published;
  const parts: MonthlyRate[] = [];
  const end = months.first + months.count;
  for (let at = months.first; at < end; at += parts.at(-1)?.months ?? 1) {
    const part = publishedFrom(rates, currency, at, end - at, knownOn);
    if (part === null) return null;
    parts.push(part);
  }
  return meanRate(parts, period);
}

/** The stretches of months over which rates are published. */
const lengths = [1, 3, 6, 12];

function publishedFrom(
  rates: Rates,
  currency: string,
  first: number,
  most: number,
  knownOn: string,
): MonthlyRate | null {
  for (const months of lengths) {
    if (months > most) break;
    const period = { label: '', ...daysOfMonths({ first, count: months }) };
    const rate = rates.rate(currency, 'mean', period, knownOn);
    if (rate !== null) return { rate, months };
  }
  return null;
}
