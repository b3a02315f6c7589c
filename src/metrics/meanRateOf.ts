import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { daysOfMonths, wholeMonths } from '../quantity/wholeMonths.ts';
import { type MonthlyRate, meanRate } from './meanRate.ts';

/** Exchange rates as they are published. */
export interface PublishedRates {
  /** Units of a currency for one US dollar: the mean of a period, or the rate of its last day; null where none is known. */
  rate(currency: string, kind: 'mean' | 'last-day', period: Period, knownOn: string): Figure | null;
}

/**
 * The mean rate of a currency over a period, in units for one US dollar: the published one, else that of the months it
 * consists of, or of the shortest published stretches of months that make it up. Null where they are not all known.
 */
export function meanRateOf(rates: PublishedRates, currency: string, period: Period, knownOn: string): Figure | null {
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
  rates: PublishedRates,
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
