import { Decimal as Base } from 'decimal.js';
import { Decimal, quotient, type Rounding } from './decimal.ts';
import { type End, highest, type Interval, isPositive, lowest } from './interval.ts';

/**
 * The roots of the numbers of one interval, of the degrees of another: 1.44 and 2 give 1.2, and 8 over 3 years is 2 a
 * year. Rounded outward; null where the degree, or what is under the root, may be zero or negative.
 *
 * Extreme at corners: the root rises with the number, and rises or falls with the degree by itself.
 */
export function rootsOf(radicand: Interval, degree: Interval): Interval | null {
  if (!isPositive(radicand) || !isPositive(degree)) return null;
  const corners = [radicand.low, radicand.high].flatMap((a) => [degree.low, degree.high].map((b) => [a, b] as const));
  return {
    low: lowest(corners.map(([a, b]) => endRoot(a, b, 'down'))),
    high: highest(corners.map(([a, b]) => endRoot(a, b, 'up'))),
  };
}

/** The root of a positive number, of a positive degree, to 40 significant digits. */
export function root(radicand: Decimal, degree: Decimal, rounding: Rounding): Decimal {
  if (degree.eq(1) || radicand.eq(1)) return quotient(radicand, one, rounding);
  const near = precise.exp(precise.div(precise.ln(radicand), degree));
  if (rounding === 'nearest') return quotient(near, one, 'nearest');
  // The digits computed beyond the 40 are far more than the error that logarithm and power may bring.
  const slack = precise.mul(near, '1e-50');
  return quotient(rounding === 'up' ? near.plus(slack) : near.minus(slack), one, rounding);
}

/** At an open zero, and at infinity, the limits. */
function endRoot(a: End, b: End, rounding: Rounding): End {
  const open = a.open || (b.open && !a.at.eq(1));
  if (!b.at.isFinite()) return { at: a.at.isFinite() && !a.at.isZero() ? one : a.at, open: true };
  if (b.at.isZero())
    return { at: a.at.eq(1) ? one : new Decimal(a.at.gt(1) ? Number.POSITIVE_INFINITY : 0), open: true };
  if (a.at.isZero() || !a.at.isFinite()) return { at: a.at, open: true };
  return { at: root(a.at, b.at, rounding), open };
}

const one = new Decimal(1);

/** Twenty digits more than quotients have. */
const precise = Base.clone({ precision: 60, defaults: true });
