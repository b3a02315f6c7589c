import { divide, inUnit, multiply, unknownQuantity } from '../quantity/arithmetic.ts';
import type { Figure } from '../quantity/figure.ts';
import { currencyPair, isCurrency, UnitMismatch, unitFactor } from '../quantity/unit.ts';
import { derive, named, warning } from './metric.ts';

/**
 * The same figure in another unit of what it measures: 4 MW are 4000 kW. Kind and openness of its bounds stay. Throws
 * UnitMismatch where the units do not fit, as from one currency to another. A figure in that unit already is answered
 * as it is.
 */
export function convertUnit(figure: Figure, unit: string): Figure {
  if (figure.quantity.unit === unit) return figure;
  const quantity = inUnit(figure.quantity, unit);
  const factor = unitFactor(figure.quantity.unit, unit);
  return derive({
    metric: 'conversion',
    formula: `amount × ${factor?.toSignificantDigits(12).toFixed()}`,
    inputs: named({ amount: figure }),
    quantity,
    period: figure.period,
    definition: figure.definition,
  });
}

/**
 * An amount of money in another currency, at a rate between the two in either direction: an amount in CNY at CNY/USD
 * (yuan for one dollar) is amount ÷ rate in USD, one in USD is amount × rate in CNY. The bounds of both count.
 */
export function convertCurrency(figure: Figure, unit: string, rate: Figure): Figure {
  const from = figure.quantity.unit;
  const pair = currencyPair(rate.quantity.unit);
  const divides = pair?.of === from && pair.per === unit;
  if (!divides && !(pair?.of === unit && pair.per === from)) throw new UnitMismatch(from, rate.quantity.unit);
  const convert = divides ? divide : multiply;
  return derive({
    metric: 'conversion',
    formula: divides ? 'amount ÷ rate' : 'amount × rate',
    inputs: named({ amount: figure, rate }),
    quantity: convert(figure.quantity, rate.quantity, unit),
    period: figure.period,
    definition: figure.definition,
    notDefined: 'the rate may be zero',
  });
}

/**
 * The rate between two currencies from the rate of each for a third: CNY/USD over EUR/USD gives CNY/EUR, the yuan for
 * one euro. Throws UnitMismatch where that is not the unit asked for.
 */
export function crossRate(a: Figure, b: Figure, unit: string): Figure {
  const [first, second] = [currencyPair(a.quantity.unit), currencyPair(b.quantity.unit)];
  const fits = first !== null && first.per === second?.per && `${first.of}/${second.of}` === unit;
  if (!fits) throw new UnitMismatch(a.quantity.unit, b.quantity.unit);
  return derive({
    metric: 'crossRate',
    formula: `${a.quantity.unit} ÷ ${b.quantity.unit}`,
    inputs: named({ [a.quantity.unit]: a, [b.quantity.unit]: b }),
    quantity: divide(a.quantity, b.quantity, unit),
    period: a.period,
    notDefined: `the rate ${b.quantity.unit} may be zero`,
  });
}

/**
 * The exchange rate that follows from one amount stated in two currencies: 49.5 to 50.5 bn CNY over 6.5 to 7.5 bn USD is
 * 6.6 to 7.77 CNY/USD, the yuan for one dollar.
 */
export function impliedRate(amount: Figure, other: Figure): Figure {
  const [of, per] = [amount.quantity.unit, other.quantity.unit];
  if (!isCurrency(of) || !isCurrency(per) || of === per) throw new UnitMismatch(of, per);
  return derive({
    metric: 'impliedRate',
    formula: 'amount ÷ other',
    inputs: named({ amount, other }),
    quantity: divide(amount.quantity, other.quantity, `${of}/${per}`),
    period: amount.period,
    assumptions: ['Both amounts state the same fact.'],
    notDefined: 'the amount in the other currency may be zero',
  });
}

/** The answer where no exchange rate is known: unknown in the unit asked for. The message names the period and the pair. */
export function noRate(figure: Figure, unit: string, message: string): Figure {
  return derive({
    metric: 'conversion',
    formula: 'amount ÷ rate',
    inputs: named({ amount: figure }),
    quantity: unknownQuantity(unit),
    period: figure.period,
    definition: figure.definition,
    warnings: [warning('no-exchange-rate', message)],
  });
}
