import { convertUnit, impliedRate } from '../src/metrics/conversion.ts';
import { inCurrency } from '../src/metrics/inCurrency.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { isCurrency, parseUnit, unitFactor } from '../src/quantity/unit.ts';
import { ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { enumOf } from './enumOf.ts';
import { clientError } from './errors.ts';

/** Which exchange rate a conversion takes. */
export const ExchangeRate = enumOf('ExchangeRate', 'Which exchange rate a conversion takes.', {
  stated: "The equivalent that the figure's own source states; where it states none, as MEAN.",
  mean: "The mean of the figure's period, as published or of its months.",
  'last-day': "The rate of the last day of the figure's period.",
});

/** One way to take an exchange rate. */
export type RateAsked = 'stated' | 'mean' | 'last-day';

/** A figure in another unit or currency. @throws the client's error where the unit is none or does not fit */
export function convert(view: View, figure: Figure, unit: string, rate: RateAsked, argument: string): Read<Figure> {
  const wanted = unitArgument(unit, argument);
  const { unit: given } = figure.quantity;
  if (given === wanted) return figure;
  if (!isCurrency(given) || !isCurrency(wanted)) return inOtherUnit(figure, wanted, argument);
  const stated = rate === 'stated' ? equivalentStated(figure, wanted) : null;
  return stated ?? converted(view, figure, wanted, rate === 'last-day' ? 'last-day' : 'mean');
}

/** Converts figures as `convert` does, money at the mean rate of their period, once rates are at hand. */
export function converterTo(view: View, wanted: string, argument: string): Read<(figure: Figure) => Figure> {
  return whenRead(view.revision.rates(), (rates) => (figure) => {
    const { unit: given } = figure.quantity;
    if (given === wanted) return figure;
    if (!isCurrency(given) || !isCurrency(wanted)) return inOtherUnit(figure, wanted, argument);
    return inCurrency(figure, wanted, 'mean', rates, view.lens.knownOn);
  });
}

function inOtherUnit(figure: Figure, wanted: string, argument: string): Figure {
  const { unit: given } = figure.quantity;
  if (unitFactor(given, wanted) === null) {
    throw clientError(
      'UNIT_MISMATCH',
      `A figure in ${given} cannot be given in ${wanted}: they do not measure the same.`,
      argument,
    );
  }
  return convertUnit(figure, wanted);
}

/** The code of a unit that a client names. @throws the client's error where it is none */
export function unitArgument(unit: string, argument: string): string {
  const code = parseUnit(unit);
  if (code === null) {
    throw clientError(
      'BAD_UNIT',
      `"${unit.slice(0, 80)}" is no unit; write a currency code such as USD, or a unit such as count, ratio, percent, MW or TFLOP/s.`,
      argument,
    );
  }
  return code;
}

/** The exchange rate that one fact stated in two currencies implies; null where it is stated in one only. */
export function impliedRateOf(figure: Figure, unit: string): Figure | null {
  const wanted = unitArgument(unit, 'unit');
  const other = isCurrency(wanted) && wanted !== figure.quantity.unit ? statedIn(figure, wanted, false) : null;
  return other && impliedRate(figure, other);
}

/** The equivalent that the figure's own source states; null where it states none. */
function equivalentStated(figure: Figure, unit: string): Figure | null {
  return statedIn(figure, unit, true);
}

function statedIn({ origin }: Figure, unit: string, bySameSource: boolean): Figure | null {
  if (!(origin instanceof ClaimedFact)) return null;
  const own = new Set(origin.counting[0].sources.map(({ slug }) => slug));
  const claim = origin.counting.find(
    ({ quantity, sources }) => quantity?.unit === unit && (!bySameSource || sources.some(({ slug }) => own.has(slug))),
  );
  return claim ? figureOfClaim(origin, claim) : null;
}

function converted(view: View, figure: Figure, wanted: string, kind: 'mean' | 'last-day'): Read<Figure> {
  return whenRead(view.revision.rates(), (rates) => inCurrency(figure, wanted, kind, rates, view.lens.knownOn));
}
