import type { Page } from '../src/store/page.ts';
import { seeAll } from '../src/store/seen.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { type ConnectionShape, connection, type PageArguments, pageOf } from './connection.ts';
import { contradictingClaims } from './contradictingClaims.ts';
import { contradictingGrowth } from './contradictingGrowth.ts';
import { contradictingShipments } from './contradictingShipments.ts';
import { contradictingTotals } from './contradictingTotals.ts';
import { listAsked } from './cursor.ts';
import { denials } from './denials.ts';
import { type Discrepancy, type DiscrepancyKindId, discrepancyKinds, type Suspects } from './discrepancies.ts';
import type { DiscrepancyShape } from './discrepancy.ts';
import { disputedPolicies, disputedStatuses } from './disputedStatuses.ts';
import { sharedNames } from './sharedNames.ts';

/** What a client asks of a list of contradictions. */
export interface DiscrepanciesAsked extends PageArguments {
  readonly kinds?: readonly DiscrepancyKindId[] | null | undefined;
}

/** Contradictions as a connection: by subject, then by kind. They are computed from the claims that the view sees. */
export function discrepancyConnection(
  suspects: Suspects,
  asked: DiscrepanciesAsked,
): Read<ConnectionShape<DiscrepancyShape>> {
  const of = listAsked(suspects.view, 'discrepancies by subject', asked);
  const page = pageOf(asked, of);
  const kinds = discrepancyKinds.filter((kind) => asked.kinds == null || asked.kinds.includes(kind));
  return whenRead(whenAllRead(kinds.flatMap((kind) => finders[kind].map((find) => find(suspects)))), (found) => {
    const all = found.flat().sort((a, b) => compare(keysOf(a), keysOf(b)));
    const { rows, hasMore } = cut(all, page);
    const slice = { rows: seen(suspects.view, rows), keys: rows.map(keysOf), hasMore };
    return connection(slice, page, of, () => all.length);
  });
}

const finders: Readonly<Record<DiscrepancyKindId, readonly ((suspects: Suspects) => Read<readonly Discrepancy[]>)[]>> =
  {
    claims: [contradictingClaims],
    total: [contradictingTotals, contradictingShipments],
    growth: [contradictingGrowth],
    dispute: [denials, disputedPolicies, disputedStatuses],
    name: [sharedNames],
  };

type Keys = readonly [subject: number, kind: number, key: number];

function keysOf({ subject, kind, key }: Discrepancy): Keys {
  return [subject.key, discrepancyKinds.indexOf(kind), key];
}

function compare(a: Keys, b: readonly unknown[]): number {
  for (const [place, value] of a.entries()) if (value !== b[place]) return value - Number(b[place]);
  return 0;
}

function cut(all: readonly Discrepancy[], { cursor, backward, limit }: Page) {
  const beyond = all.filter((one) => {
    const difference = cursor === null ? 0 : compare(keysOf(one), cursor);
    return cursor === null || (backward ? difference < 0 : difference > 0);
  });
  return { rows: backward ? beyond.slice(-limit) : beyond.slice(0, limit), hasMore: beyond.length > limit };
}

/** The rows of a page are seen together, so that what hangs below them is read together. */
function seen(view: View, rows: readonly Discrepancy[]): readonly DiscrepancyShape[] {
  const subjects = seeAll(
    view,
    rows.map(({ subject }) => subject),
  );
  const claims = new Map(seeAll(view, unique(rows.flatMap((one) => one.claims))).map((one) => [one.row, one]));
  const links = new Map(seeAll(view, unique(rows.flatMap(({ link }) => link ?? []))).map((one) => [one.row, one]));
  const others = new Map(seeAll(view, unique(rows.flatMap((one) => one.others))).map((one) => [one.row, one]));
  return rows.flatMap((discrepancy, place) => {
    const subject = subjects[place];
    if (subject === undefined) return [];
    const { link } = discrepancy;
    return [
      {
        discrepancy,
        subject,
        claims: discrepancy.claims.flatMap((claim) => claims.get(claim) ?? []),
        link: link && (links.get(link) ?? null),
        others: discrepancy.others.flatMap((row) => others.get(row) ?? []),
      },
    ];
  });
}

function unique<Row>(rows: readonly Row[]): readonly Row[] {
  return [...new Set(rows)];
}
