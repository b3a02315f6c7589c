import { Decimal, quotient, type Rounding } from '../quantity/decimal.ts';
import { type End, highest, type Interval, lowest } from '../quantity/interval.ts';

/** A term of both sums: amount above, amount ÷ factor below. The amount is not negative, the factor is positive. */
export interface Linked {
  readonly amount: Interval;
  readonly factor: Interval;
}

/** A term whose two sides know nothing of each other. Neither is negative. */
export interface Unlinked {
  readonly above: Interval;
  readonly below: Interval;
}

/**
 * The tight bounds of Σ above ÷ Σ below, where an amount that stands in both sums has one value: (Σ amount + Σ above) ÷
 * (Σ (amount ÷ factor) + Σ below). The lower sum must be greater than zero.
 *
 * The ratio R grows with every factor, so its highest has them all at their high ends. It grows with an amount where the
 * factor of that amount exceeds R, and falls elsewhere: at the extreme the amounts of the largest factors are high and all
 * others low. So the highest R is the highest over the n + 1 places to cut the list sorted by factor, not over 2^n corners;
 * the lowest R likewise with the signs turned.
 */
export function ratioOfSums(linked: readonly Linked[], unlinked: readonly Unlinked[]): Interval {
  return { low: extreme(linked, unlinked, 'down'), high: extreme(linked, unlinked, 'up') };
}

type Way = 'down' | 'up';

/** What the terms are at the extreme: each linked amount is `near` before the cut is past it, and `moved` after. */
interface Corner {
  readonly terms: readonly { readonly factor: End; readonly near: End; readonly moved: End }[];
  readonly above: readonly End[];
  readonly below: readonly End[];
}

/** The lowest ratio, rounded down, or the highest, rounded up. */
function extreme(linked: readonly Linked[], unlinked: readonly Unlinked[], way: Way): End {
  const corner = way === 'up' ? highCorner(linked, unlinked) : lowCorner(linked, unlinked);
  const ends = ratiosAtCuts(corner, way).map((at, cut) => ({ at, open: isOpenAt(corner, cut, at) }));
  // An amount without end draws the ratio to its factor.
  const boundless = linked.filter(({ amount }) => !amount.high.at.isFinite());
  const limits = boundless.map(({ factor }) => ({ at: (way === 'up' ? factor.high : factor.low).at, open: true }));
  return way === 'up' ? highest([...ends, ...limits]) : lowest([...ends, ...limits]);
}

function highCorner(linked: readonly Linked[], unlinked: readonly Unlinked[]): Corner {
  const terms = linked.map(({ amount, factor }) => ({ factor: factor.high, ...endsOf(amount) }));
  return {
    terms: terms.sort((a, b) => b.factor.at.cmp(a.factor.at)),
    above: unlinked.map(({ above }) => above.high),
    below: unlinked.map(({ below }) => below.low),
  };
}

function lowCorner(linked: readonly Linked[], unlinked: readonly Unlinked[]): Corner {
  const terms = linked.map(({ amount, factor }) => ({ factor: factor.low, ...endsOf(amount) }));
  return {
    terms: terms.sort((a, b) => a.factor.at.cmp(b.factor.at)),
    above: unlinked.map(({ above }) => above.low),
    below: unlinked.map(({ below }) => below.high),
  };
}

function endsOf({ low, high }: Interval): { readonly near: End; readonly moved: End } {
  return { near: low, moved: high.at.isFinite() ? high : low };
}

/** The ratio with none of the amounts moved, with the first, with the first two, and so on. */
function ratiosAtCuts({ terms, above, below }: Corner, way: Way): readonly Decimal[] {
  // A smaller sum below makes a larger ratio, so it is rounded the other way.
  const rounding = way === 'up' ? 'down' : 'up';
  let numerator = sum([...above, ...terms.map(({ near }) => near)].map(({ at }) => at));
  let denominator = sum([
    ...below.map(({ at }) => at),
    ...terms.map(({ near, factor }) => over(near.at, factor.at, rounding)),
  ]);
  const ratios = [quotient(numerator, denominator, way)];
  for (const { near, moved, factor } of terms) {
    const step = Decimal.sub(moved.at, near.at);
    numerator = Decimal.add(numerator, step);
    denominator = Decimal.add(denominator, over(step, factor.at, rounding));
    ratios.push(quotient(numerator, denominator, way));
  }
  return ratios;
}

/** Whether the ratio itself is left out there: an input is open that bears on it. */
function isOpenAt({ terms, above, below }: Corner, cut: number, ratio: Decimal): boolean {
  const unlinkedOpen = above.some(({ open }) => open) || (below.some(({ open }) => open) && !ratio.isZero());
  return (
    unlinkedOpen ||
    terms.some(({ factor, near, moved }, index) => {
      const amount = index < cut ? moved : near;
      return (amount.open && !isSame(factor.at, ratio)) || (factor.open && !amount.at.isZero());
    })
  );
}

/** An amount whose factor is the ratio itself does not bear on it; the ratio was rounded twice, so it is compared to 30 digits. */
function isSame(factor: Decimal, ratio: Decimal): boolean {
  return Decimal.sub(factor, ratio).abs().lte(Decimal.mul(ratio.abs(), '1e-30'));
}

function sum(numbers: readonly Decimal[]): Decimal {
  return numbers.reduce((all, number) => Decimal.add(all, number), new Decimal(0));
}

function over(amount: Decimal, factor: Decimal, rounding: Rounding): Decimal {
  return amount.isZero() ? amount : quotient(amount, factor, rounding);
}
