import { lastDayOf } from '../quantity/period.ts';
import type { LinkRow, Trust } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import type { Draft } from './draft.ts';
import type { KeyOf } from './entityRows.ts';
import type { Link } from './link.ts';

/** The row of a link, with the trust in the claims that it rests on, best first. */
export function linkRow(
  link: Link,
  key: number,
  claims: readonly Claim[],
  keyOf: KeyOf<Pick<Draft, 'type' | 'slug'>>,
): LinkRow {
  return {
    key,
    id: link.id,
    kind: link.kind,
    fromKey: keyOf(link.from),
    toKey: keyOf(link.to),
    whatKey: link.what === null ? null : keyOf(link.what),
    role: link.role,
    start: link.start,
    end: link.end,
    startDay: link.start === null ? null : lastDayOf(link.start),
    endDay: link.end === null ? null : lastDayOf(link.end),
    structural: link.structural ? 1 : 0,
    trustJson: JSON.stringify(claims.map(trustOf)),
  };
}

function trustOf({ evidence, rank, publications }: Claim): Trust {
  return { evidence, rank, sources: publications };
}
