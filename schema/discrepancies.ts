import { isProperty } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { isDerived } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { Claim } from '../src/store/claim.ts';
import { ClaimedFact } from '../src/store/claimedFigure.ts';
import { entityAt, linkAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import type { Parent, View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import type { ClaimWhere, EntityWhere } from '../src/store/where.ts';
import type { ComparisonShape } from './comparison.ts';
import { clientError } from './errors.ts';

/** The kinds of contradiction, in the order in which those of one subject are listed. */
export const discrepancyKinds = ['claims', 'total', 'growth', 'dispute', 'name'] as const;

/** One kind of contradiction. */
export type DiscrepancyKindId = (typeof discrepancyKinds)[number];

/** A place where facts contradict each other. Rows are seen only once it is on a page. */
export interface Discrepancy {
  readonly kind: DiscrepancyKindId;
  readonly subject: EntityRow;
  /** Null where it is about no property, such as a name. */
  readonly property: PropertyId | null;
  readonly period: Period | null;
  /** Null where the two sides are no numbers. Words and differences are made for a page, not for all. */
  readonly comparison: () => ComparisonShape | null;
  readonly claims: readonly Claim[];
  readonly link: LinkRow | null;
  /** Whom it concerns besides: those of the same name, the ends of a link, the members of a group. */
  readonly others: readonly EntityRow[];
  readonly text: () => string;
  /** Tells it from others of its kind and subject. */
  readonly key: number;
}

/** Of which entities contradictions are looked for: the parent, or all that meet a condition. */
export interface Suspects {
  readonly view: View;
  readonly parent: Parent & (Seen<EntityRow> | null);
  readonly where: EntityWhere;
}

/** How many claims may be gathered to look for contradictions among them. */
const claimBudget = 20_000;

/** The claims about some entities, or found at their doors, that meet a condition. @throws where there are too many */
export function suspectClaims({ view, parent, where }: Suspects, suspicion: ClaimWhere): Read<readonly Seen<Claim>[]> {
  const page = { limit: claimBudget, backward: false, cursor: null };
  const isMeant = Object.keys(where).length === 0 ? [] : [{ or: [{ subject: where }, { holder: where }] }];
  const asked = { where: { and: [suspicion, ...isMeant] }, order: [], page };
  return whenRead(view.claims(parent, { list: parent ? 'held' : 'all', ...asked }), ({ rows, hasMore }) => {
    if (!hasMore) return rows;
    throw tooMany('claims', claimBudget);
  });
}

/** The error where more rows would have to be compared than is allowed. */
export function tooMany(rows: 'claims' | 'shipments' | 'links', budget: number) {
  return clientError(
    'BUDGET_EXCEEDED',
    `More than ${budget} ${rows} would have to be compared; narrow the list by kinds or subject.`,
    'subject',
  );
}

/** Claims by something that some of them have in common, in their order. */
export function claimsBy<Key>(
  claims: readonly Seen<Claim>[],
  keyOf: (claim: Claim) => Key,
): ReadonlyMap<Key, readonly Seen<Claim>[]> {
  const groups = new Map<Key, Seen<Claim>[]>();
  for (const claim of claims) {
    const key = keyOf(claim.row);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [claim]);
    else known.push(claim);
  }
  return groups;
}

/** Whom a claim is about, as users look for it. */
export interface About {
  readonly subject: Seen<EntityRow>;
  readonly property: PropertyId | null;
  readonly link: Seen<LinkRow> | null;
  /** The far end of the link. */
  readonly to: Seen<EntityRow> | null;
}

/** Whom a claim is about: of capital expenditure the investor. Null where its holder is not in the revision. */
export function aboutOf(claim: Seen<Claim>): Read<About | null> {
  const { door, linkKey, property } = claim.row;
  return whenRead(
    entityAt(claim, 'holder', ({ holderKey }) => holderKey),
    (subject) => {
      if (subject === null) return null;
      const named = linkKey === null ? door : property;
      const about = { subject, property: isProperty(named) ? named : null };
      return whenRead(linkAt(claim), (link) =>
        whenRead(link && entityAt(link, 'to', ({ toKey }) => toKey), (to) => ({ ...about, link, to })),
      );
    },
  );
}

/** What tells the fact of a claim apart: qualifiers, the definition, the far end of a link. */
export function detailsOf({ qualifiersJson, definition }: Claim, { to }: About): readonly string[] {
  // The compiler wrote it in this form; entities stand in it by their ids.
  const qualifiers = Object.values(JSON.parse(qualifiersJson) as Readonly<Record<string, string>>);
  const named = qualifiers.map((value) => value.replace(/^[A-Z][A-Za-z]*:/, ''));
  return [...(to ? [`in ${to.row.name}`] : []), ...named, ...(definition === null ? [] : [definition])];
}

/** The slugs of the sources of a claim. */
export function sourcesIn({ sources }: Claim): readonly string[] {
  return sources.map(({ slug }) => slug);
}

/** The claims that figures rest on, down through what they were computed from. */
export function claimsBehind(figures: readonly Figure[]): readonly Claim[] {
  const claims = new Map<number, Claim>();
  const follow = ({ origin }: Figure): void => {
    if (origin instanceof ClaimedFact) for (const claim of origin.counting) claims.set(claim.key, claim);
    if (isDerived(origin)) for (const { figure } of origin.inputs) follow(figure);
  };
  for (const figure of figures) follow(figure);
  return [...claims.values()];
}
