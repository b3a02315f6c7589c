import type { Figure } from '../quantity/figure.ts';
import { convertCurrency, crossRate, noRate } from './conversion.ts';
import { meanRateOf, type PublishedRates } from './meanRateOf.ts';

/**
 * An amount of money in another currency at a published rate of its period: the mean, or that of the last day. Rates are
 * published against the dollar, so that a pair without it goes through it. Unknown, with the pair and the period named,
 * where no rate is known by `knownOn`.
 */
export function inCurrency(
  figure: Figure,
  wanted: string,
  kind: 'mean' | 'last-day',
  rates: PublishedRates,
  knownOn: string,
): Figure {
  const { unit: given } = figure.quantity;
  const { period } = figure;
  const pair = wanted === 'USD' ? `${given}/USD` : given === 'USD' ? `${wanted}/USD` : `${given}/${wanted}`;
  if (period === null) return noRate(figure, wanted, `The figure has no period to take an exchange rate ${pair} of.`);
  const rateOf = (currency: string) =>
    kind === 'mean' ? meanRateOf(rates, currency, period, knownOn) : rates.rate(currency, kind, period, knownOn);
  const [a, b] = [given === 'USD' ? null : rateOf(given), wanted === 'USD' ? null : rateOf(wanted)];
  if ((a === null && given !== 'USD') || (b === null && wanted !== 'USD')) {
    const what = kind === 'mean' ? 'mean' : 'last day';
    return noRate(figure, wanted, `No exchange rate ${pair} is known for the ${what} of ${period.label}.`);
  }
  const rate = a && b ? crossRate(a, b, `${given}/${wanted}`) : (a ?? b);
  return rate ? convertCurrency(figure, wanted, rate) : figure;
}
