import { growthContradicts } from '../src/metrics/contradiction.ts';
import type { Claim } from '../src/store/claim.ts';
import { countingClaims } from '../src/store/counting.ts';
import type { Seen } from '../src/store/seen.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { comparedIn } from './contradictingClaims.ts';
import {
  aboutOf,
  claimsBehind,
  claimsBy,
  type Discrepancy,
  detailsOf,
  type Suspects,
  suspectClaims,
} from './discrepancies.ts';
import { growthOf } from './growthOf.ts';

/** Growth that sources report and the amounts of the two periods contradict. */
export function contradictingGrowth(suspects: Suspects): Read<readonly Discrepancy[]> {
  return whenRead(suspectClaims(suspects, { properties: ['growth'], measured: true }), (claims) => {
    const facts = [...claimsBy(claims, ({ factKey }) => factKey).values()];
    return whenRead(whenAllRead(facts.map(contradictionIn)), (found) => found.filter((one) => one !== null));
  });
}

function contradictionIn(fact: readonly Seen<Claim>[]): Read<Discrepancy | null> {
  const counting = countingClaims(fact.map(({ row }) => row));
  const claim = fact.find(
    ({ row, view }) => row === counting[0] && (row.rank !== 'tentative' || view.lens.includeTentative),
  );
  if (claim === undefined) return null;
  return whenRead(aboutOf(claim), (about) => {
    const { period, definition } = claim.row;
    if (about === null || about.property === null || period === null) return null;
    const { subject, property } = about;
    // The compiler wrote the qualifiers of growth in this form.
    const { over } = JSON.parse(claim.row.qualifiersJson) as { readonly over?: string };
    return whenRead(growthOf(subject, { property, period: period.label, over, definition }), (growth) => {
      const { reported, computed, agreement } = growth;
      if (agreement !== 'disagree' || reported === null || computed === null || computed.tentative) return null;
      const details = detailsOf({ ...claim.row, qualifiersJson: '{}' }, about);
      return {
        kind: 'growth',
        subject: subject.row,
        property,
        period,
        comparison: () => comparedIn(claim.view, { left: reported, right: computed }),
        claims: claimsBehind([reported, computed]),
        link: null,
        others: [],
        text: () =>
          growthContradicts({ property, details, subject: subject.row.name, period }, over ?? '', reported, computed),
        key: claim.row.key,
      };
    });
  });
}
