import { Decimal as Base } from 'decimal.js';

/**
 * Exact decimals.
 *
 * Parsed numbers have at most 30 significant digits and quotients 40, so that sums, differences and products of them
 * fit into 500 digits and are exact. Texts are digits without an exponent. Take numbers from here, not from decimal.js,
 * whose own constructor rounds to 20 digits.
 */
export const Decimal = Base.clone({ precision: 500, toExpNeg: -500, toExpPos: 500, defaults: true });

/** An exact decimal. */
export type Decimal = Base;

/** Which way a quotient is rounded: towards minus or plus infinity for the ends of an interval, to the nearest for its value. */
export type Rounding = 'down' | 'up' | 'nearest';

const quotients = {
  down: Base.clone({ precision: 40, rounding: Base.ROUND_FLOOR, defaults: true }),
  up: Base.clone({ precision: 40, rounding: Base.ROUND_CEIL, defaults: true }),
  nearest: Base.clone({ precision: 40, rounding: Base.ROUND_HALF_EVEN, defaults: true }),
};

/** A quotient of 40 significant digits, rounded the given way; over zero it is infinite. */
export function quotient(dividend: Decimal, divisor: Decimal, rounding: Rounding): Decimal {
  return new Decimal(quotients[rounding].div(dividend, divisor));
}
