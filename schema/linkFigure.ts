import { definitionsOf } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsOfLink } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { LinkRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';

/** What is claimed of a link in numbers: the share of an owner, how many were bought; null where nothing that counts is. */
export function linkFigure(link: Seen<LinkRow>, property: 'equity-share' | 'units'): Read<Figure | null> {
  return whenRead(claimsOfLink(link), (claims) => {
    const fact = chooseFact(
      link.view,
      claims.map(({ row }) => row),
      {
        property,
        period: 'latest',
        definition: null,
        definitions: definitionsOf(property),
        has: ({ quantity }) => quantity !== null,
      },
    );
    return fact && claimedFigure(fact);
  });
}
