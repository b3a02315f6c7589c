import type { Figure, Warning } from '../quantity/figure.ts';
import { derive, named, notKnown } from './metric.ts';

const metric = 'applicableDieArea';
const formula = 'area of all logic dies on a non-planar node';

/** What is known of the dies of a processor; null where nothing is. */
export interface Dies {
  /** All logic dies of the package together. */
  readonly sum: Figure | null;
  /** One of them. */
  readonly oneDie: Figure | null;
  /** How many there are. */
  readonly count: Figure | null;
  /** Any area that is stated, such as one of which the source does not say what it holds. */
  readonly other: Figure | null;
  /** Whether their transistors are non-planar; null where that is not known, and taken to be so. */
  readonly nonPlanar: boolean | null;
}

/**
 * The area by which performance density is measured, in mm²: that of all logic dies of the package on a node with
 * non-planar transistors, memory left out. It is what sources state for all dies or, of a package with one die, for that
 * one; the first of the two that is more than tentative. Areas of unnamed parts are none.
 *
 * Unknown, and not defined, on planar nodes: no die is applicable there.
 *
 * Source: ECCN 3A090, technical note on applicable die area; 88 FR 73458.
 */
export function applicableDieArea(dies: Dies): Figure {
  const { nonPlanar } = dies;
  if (nonPlanar === false) return noDieArea('no die on a non-planar node', 'not-defined');
  const inputs = areaOf(dies);
  if (inputs === null) return noDieArea(whyUnknown(dies));
  return derive({
    metric,
    formula,
    inputs: named({ ...inputs }),
    quantity: inputs.area.quantity,
    period: null,
    assumptions: nonPlanar === null ? ['The node is not known, and taken to be non-planar.'] : [],
  });
}

/** The answer where no area is applicable, and why. */
export function noDieArea(why: string, code: Warning['code'] = 'input-unknown'): Figure {
  return notKnown({ metric, formula, unit: 'mm2', code, why });
}

/** The area and, where it is that of one die, that there is but one. */
function areaOf({ sum, oneDie, count }: Dies): { readonly area: Figure; readonly dies?: Figure } | null {
  const alone = oneDie !== null && count !== null && isOne(count) ? { area: oneDie, dies: count } : null;
  const all = sum === null ? null : { area: sum };
  if (all !== null && (alone === null || !all.area.tentative || alone.area.tentative)) return all;
  return alone;
}

function isOne({ quantity: { low, high } }: Figure): boolean {
  return low?.eq(1) === true && high?.eq(1) === true;
}

function whyUnknown({ oneDie, count, other }: Dies): string {
  if (oneDie !== null) {
    return count === null
      ? 'the area of one die is known, but not how many dies there are'
      : 'the area of one die is known, but not that of the others';
  }
  return other === null ? 'no die area is known' : 'the source does not say what its area sums';
}
