import { denialContradicts } from '../src/metrics/contradiction.ts';
import { printQuantity } from '../src/quantity/print.ts';
import type { Claim } from '../src/store/claim.ts';
import { countingClaims } from '../src/store/counting.ts';
import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import {
  type About,
  aboutOf,
  claimsBy,
  type Discrepancy,
  type Suspects,
  sourcesIn,
  suspectClaims,
} from './discrepancies.ts';
import { deniersOf, isDenied } from './linkState.ts';

/** Links and other facts that somebody denies. */
export function denials(suspects: Suspects): Read<readonly Discrepancy[]> {
  return whenRead(suspectClaims(suspects, { denied: true }), (claims) => {
    const { includeTentative } = suspects.view.lens;
    const counting = new Set(countingClaims(claims.map(({ row }) => row)));
    const firm = claims.filter(({ row }) => counting.has(row) && (row.rank !== 'tentative' || includeTentative));
    const matters = [
      ...claimsBy(firm, ({ linkKey, factKey }) => `${linkKey ?? ''} ${linkKey === null ? factKey : ''}`),
    ];
    return whenRead(whenAllRead(matters.map(([, denied]) => denialOf(denied))), (found) =>
      found.filter((one) => one !== null),
    );
  });
}

function denialOf(claims: readonly Seen<Claim>[]): Read<Discrepancy | null> {
  const [first] = claims;
  if (first === undefined) return null;
  return whenRead(whenAllRead([aboutOf(first)]), ([about]) => {
    if (about == null) return null;
    const from = about.link && entityAt(about.link, 'from', ({ fromKey }) => fromKey);
    return whenRead(from, (start) =>
      whenRead(deniersOf(claims), (deniers) => {
        const said = claims.filter(({ row }) => row.kind !== 'denial').flatMap(({ row }) => sourcesIn(row));
        const names = deniers.map(({ row }) => row.name);
        const subject = start ?? about.subject;
        return {
          kind: 'dispute',
          subject: subject.row,
          property: about.property,
          period: first.row.period,
          comparison: () => null,
          claims: claims.map(({ row }) => row).filter(isDenied),
          link: about.link?.row ?? null,
          others: [...(about.to ? [about.to.row] : []), ...deniers.map(({ row }) => row)],
          text: () => denialContradicts(whatIsDenied(first.row, about, subject.row.name), [...new Set(said)], names),
          key: first.row.key,
        };
      }),
    );
  });
}

function whatIsDenied(claim: Claim, { link, to, property }: About, subject: string): string {
  if (link && to) return `The link “${link.row.kind}” from ${subject} to ${to.row.name}`;
  const { period, quantity, text, date } = claim;
  const what = property === null || property === 'statement' ? '' : `the ${property.replaceAll('-', ' ')} of `;
  const when = period === null ? '' : `, ${period.label}`;
  const says = quantity === null ? (date ?? text) : printQuantity(quantity);
  return `What is said of ${what}${subject}${when}${says === null ? '' : `, “${says}”,`}`;
}
