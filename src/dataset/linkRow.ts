import { type Evidence, evidences } from '../quantity/evidence.ts';
import { lastDayOf } from '../quantity/period.ts';
import type { LinkRow, Trust } from '../store/tables.ts';
import type { Claim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { KeyOf } from './entityRows.ts';
import type { Link } from './link.ts';

/** The row of a link, with the trust in the claims that it rests on, best first. */
export function linkRow(link: Link, key: number, claims: readonly Claim[], keyOf: KeyOf<Entity>): LinkRow {
  const trusts = claims.map(trustOf);
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
    evidence: bestEvidence(trusts) ?? (link.structural ? 'reported' : null),
    trustJson: JSON.stringify(trusts),
  };
}

/** The default lens trusts all sources and evidence, and has read all that was published. */
function bestEvidence(trusts: readonly Trust[]): Evidence | null {
  const counting = trusts.filter(({ rank, sources }) => rank !== 'deprecated' && sources.length > 0);
  return evidences.find((one) => counting.some(({ evidence }) => evidence === one)) ?? null;
}

function trustOf({ evidence, rank, publications }: Claim): Trust {
  return { evidence, rank, sources: publications };
}
