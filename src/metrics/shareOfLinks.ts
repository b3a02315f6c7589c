import { exact, ratioOf } from '../quantity/arithmetic.ts';
import { type Evidence, weakest } from '../quantity/evidence.ts';
import type { Figure, Warning } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { derive, named } from './metric.ts';

/** Documented links that are counted alike. */
export interface CountedLinks {
  readonly count: number;
  /** The evidence of each kind among them. */
  readonly evidence: readonly Evidence[];
  readonly tentative: boolean;
}

/**
 * What part of all documented links some of them are, such as those with one supplier: links ÷ all links, a ratio.
 *
 * It stands in for the part of what is supplied, which nobody states. Of three suppliers one of whom is documented twice,
 * that one has a half, and the others a quarter each.
 */
export function shareOfLinks(links: {
  readonly some: CountedLinks;
  readonly all: CountedLinks;
  readonly period: Period;
  readonly warnings?: readonly Warning[];
}): Figure {
  const [some, all] = [countOf(links.some, links.period), countOf(links.all, links.period)];
  return derive({
    metric: 'shareOfLinks',
    formula: 'links ÷ all links',
    inputs: named({ links: some, all }),
    quantity: ratioOf(some.quantity, all.quantity),
    period: links.period,
    ...(links.warnings && { warnings: links.warnings }),
    assumptions: ['Each documented link counts alike, because no source states how much each supplier delivers.'],
  });
}

function countOf({ count, evidence, tentative }: CountedLinks, period: Period): Figure {
  const figure = derive({
    metric: 'linkCount',
    formula: 'documented links',
    inputs: [],
    quantity: exact(count, 'count'),
    period,
    tentative,
  });
  return { ...figure, evidence: weakest(figure.evidence, ...evidence) };
}
