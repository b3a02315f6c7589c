import { linkContradicts, policyContradicts } from '../src/metrics/disputedStatus.ts';
import { plusDays } from '../src/quantity/day.ts';
import type { Claim } from '../src/store/claim.ts';
import { countingClaims } from '../src/store/counting.ts';
import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, LinkRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { chipOf } from './chip.ts';
import { type Discrepancy, type Suspects, sourcesIn, suspectClaims, tooMany } from './discrepancies.ts';
import { contraryOf, isAboutExports } from './exportDisputes.ts';
import { type ExportStatusShape, firstDay, statusesOf } from './exportStatusOf.ts';
import { countingClaimsOf } from './linkState.ts';
import { valuesOf } from './qualifier.ts';
import { type RulesInPlace, rulesOf } from './rulesOf.ts';

/** How many links that say what may pass are held against the rules. */
const linkBudget = 1_000;

/** What sources say of the policy of a clause that is not what its rule has. */
export function disputedPolicies(suspects: Suspects): Read<readonly Discrepancy[]> {
  const { view } = suspects;
  return whenRead(suspectClaims(suspects, { properties: ['policy'] }), (claims) => {
    if (claims.length === 0) return [];
    const counting = new Set(countingClaims(claims.map(({ row }) => row)));
    const firm = claims.filter(({ row }) => counting.has(row) && isFirm(row, suspects));
    return whenRead(rulesOf(view.revision), (inPlace) => {
      const found = firm.map((claim) =>
        whenRead(
          entityAt(claim, 'subject', ({ subjectKey }) => subjectKey),
          (control) => control && policyDispute(inPlace, control, claim),
        ),
      );
      return whenRead(whenAllRead(found), (all) => all.filter((one) => one !== null));
    });
  });
}

function policyDispute({ rules }: RulesInPlace, control: Seen<EntityRow>, claim: Seen<Claim>): Discrepancy {
  const { clause = null } = valuesOf(claim.row);
  const ruled = rules.clauses.find((one) => one.clause.control === control.row.slug && one.clause.id === clause);
  const said = { said: claim.row.text ?? '', sources: sourcesIn(claim.row), policy: ruled?.clause.policy ?? null };
  return {
    kind: 'dispute',
    subject: control.row,
    property: 'policy',
    period: claim.row.period,
    comparison: () => null,
    claims: [claim.row],
    link: null,
    others: [],
    text: () => policyContradicts(control.row.name, clause, said),
    key: claim.row.key,
  };
}

/** Links that say that a control keeps a processor from a place, or lets it pass, on days on which the rules say the contrary. */
export function disputedStatuses({ view, parent, where }: Suspects): Read<readonly Discrepancy[]> {
  const ofSome = Object.keys(where).length === 0 ? {} : { from: where };
  const list = { ends: parent ? 'from' : 'all', during: { label: '../..', first: null, last: null } } as const;
  const page = { limit: linkBudget, backward: false, cursor: null };
  const asked = { list, where: { kinds: ['restricts', 'permits'], ...ofSome }, order: [], page };
  return whenRead(view.links(parent, asked), ({ rows, hasMore }) => {
    if (hasMore) throw tooMany('links', linkBudget);
    if (rows.length === 0) return [];
    return whenRead(rulesOf(view.revision), (inPlace) =>
      whenRead(whenAllRead(rows.map((link) => statusDispute(inPlace, link))), (found) =>
        found.filter((one) => one !== null),
      ),
    );
  });
}

function statusDispute(inPlace: RulesInPlace, link: Seen<LinkRow>): Read<Discrepancy | null> {
  const ends = whenAllRead([
    entityAt(link, 'from', ({ fromKey }) => fromKey),
    entityAt(link, 'to', ({ toKey }) => toKey),
    entityAt(link, 'what', ({ whatKey }) => whatKey),
  ]);
  return whenRead(ends, ([control = null, processor = null, place = null]) => {
    if (control === null || processor?.row.type !== 'Processor' || place === null) return null;
    // Of a group of places no single status can be told.
    if (place.row.type !== 'Place' || place.row.kindsJson.includes('"group-of-places"')) return null;
    return whenRead(whenAllRead([isAboutExports(link, new Set([place.row.slug]))]), ([isMeant]) => {
      if (!isMeant) return null;
      return whenRead(contradictedStatus(inPlace, link, processor, place), (status) => {
        if (status === null) return null;
        return whenRead(countingClaimsOf(link), (counting) => {
          const claims = counting.map(({ row }) => row).filter((row) => isFirm(row, { view: link.view }));
          if (claims.length === 0) return null;
          return disputeOf({ control, processor, place }, link, status, claims);
        });
      });
    });
  });
}

/** The first status, of the days on which a link holds, that is contrary to what the link says. */
function contradictedStatus(
  inPlace: RulesInPlace,
  { row, view }: Seen<LinkRow>,
  processor: Seen<EntityRow>,
  place: Seen<EntityRow>,
): Read<ExportStatusShape | null> {
  const { startDay, endDay } = row;
  const last = endDay === null ? view.lens.asOf : plusDays(endDay, -1);
  // Where nobody knows since when, the last day is the only one of which the link speaks for certain.
  const [from = last] = [startDay ?? last, firstDay].sort().reverse();
  if (last < firstDay || from > last) return null;
  const way = { inPlace, place: place.row, buyer: null, exporter: 'designer', reading: 'practice' } as const;
  return whenRead(
    chipOf(processor),
    (chip) =>
      statusesOf(view, chip, way, { from, to: last }).find(({ verdict }) => contraryOf(verdict) === row.kind) ?? null,
  );
}

interface Ends {
  readonly control: Seen<EntityRow>;
  readonly processor: Seen<EntityRow>;
  readonly place: Seen<EntityRow>;
}

function disputeOf(
  { control, processor, place }: Ends,
  link: Seen<LinkRow>,
  status: ExportStatusShape,
  claims: readonly Claim[],
): Discrepancy {
  return {
    kind: 'dispute',
    subject: control.row,
    property: 'link',
    period: null,
    comparison: () => null,
    claims,
    link: link.row,
    others: [processor.row, place.row],
    text() {
      const { outcome, policy } = status.verdict;
      return linkContradicts({
        control: control.row.name,
        kind: link.row.kind === 'permits' ? 'permits' : 'restricts',
        processor: processor.row.name,
        place: place.row.name,
        ...status.window,
        outcome,
        policy,
        sources: [...new Set(claims.flatMap(sourcesIn))],
      });
    },
    // That of a claim may be the key of a denial.
    key: -link.row.key,
  };
}

function isFirm({ rank }: Claim, { view }: Pick<Suspects, 'view'>): boolean {
  return rank !== 'tentative' || view.lens.includeTentative;
}
