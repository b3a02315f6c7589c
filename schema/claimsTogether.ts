import type { Extent } from '../src/metrics/extent.ts';
import { claimedProperty } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import { bestFirst } from '../src/store/bestFirst.ts';
import type { Claim } from '../src/store/claim.ts';
import { ClaimedFact, figureOfClaim } from '../src/store/claimedFigure.ts';
import { countingClaims, seenClaims } from '../src/store/counting.ts';
import { entityAt, factOf, sourcesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert } from './conversion.ts';
import { definitionArgument, flowDefinitionsOf } from './definitions.ts';
import {
  calendarKeys,
  entityValue,
  type GroupKeyId,
  type KeysOf,
  keysAmong,
  type ReadKey,
  wordValue,
} from './groupKeys.ts';
import { referenceTo } from './members.ts';
import { periodArgument } from './period.ts';
import type { GatheredRow, RowFigureShape, RowsTogether } from './rowsGathered.ts';

/** What claims are grouped by. */
export const keysOfClaims: KeysOf<Seen<Claim>> = {
  subject: ({ node }) => whenRead(subjectOf(node), (subject) => (subject ? [entityValue(subject)] : [])),
  property: ({ node }) => [wordValue(node.row.property)],
  source: ({ node }) => whenRead(sourcesOf(node), ([source]) => (source ? [entityValue(source)] : [])),
  evidence: ({ node }) => [wordValue(node.row.evidence)],
  ...calendarKeys,
};

/** The rows of a list of claims, to be taken together. */
export function claimsTogether(
  view: View,
  gather: () => Read<readonly Seen<Claim>[]>,
  count: () => Read<number>,
): RowsTogether {
  return {
    view,
    count,
    gather: (of: RowFigureShape | null, keys: readonly GroupKeyId[]) => {
      const readers = keysAmong(keys, keysOfClaims);
      return whenRead(gather(), (claims) =>
        whenRead(whenAllRead(claims.map((claim) => rowOf(claim, of, readers))), (rows) =>
          rows.filter((row) => row !== null),
        ),
      );
    },
  };
}

/** Null for a claim that holds no such figure, or does not count. */
function rowOf(
  claim: Seen<Claim>,
  of: RowFigureShape | null,
  readers: readonly ReadKey<Seen<Claim>>[],
): Read<GatheredRow | null> {
  const { period } = claim.row;
  return whenRead(subjectOf(claim), (subject) => {
    if (subject === null) return null;
    const row = {
      entity: referenceTo(subject),
      seen: subject,
      period,
      isFlow: false,
      valuesOf: () => whenAllRead(readers.map((read) => read({ node: claim, figure: null, period }))),
    };
    if (of === null) return { ...row, figure: null, extent: null };
    if (!isAbout(claim, of)) return null;
    return whenRead(standingOf(claim), (rank) => {
      if (rank < 0) return null;
      const isFlow = flowDefinitionsOf(of.property, claim.row.definition).includes(claim.row.definition);
      return whenRead(figureOf(claim, of), (figure) => ({ ...row, figure, extent: extentOf(claim, rank, isFlow) }));
    });
  });
}

function subjectOf(claim: Seen<Claim>): Read<Seen<EntityRow> | null> {
  return entityAt(claim, 'subject', ({ subjectKey }) => subjectKey);
}

function isAbout({ row }: Seen<Claim>, of: RowFigureShape): boolean {
  const definition = definitionArgument(of.property, of.definition);
  if (row.property !== claimedProperty(of.property)) return false;
  if (definition !== null && row.definition !== definition) return false;
  if (of.period == null) return true;
  const { first, last } = periodArgument(of.period, null, 'of');
  return row.periodFirst === first && row.periodLast === last;
}

function figureOf(claim: Seen<Claim>, { unit }: RowFigureShape): Read<Figure | null> {
  const { row, view } = claim;
  const figure = figureOfClaim(new ClaimedFact(view, [row], [row]), row);
  return figure === null || unit == null ? figure : convert(view, figure, unit, 'mean', 'of');
}

/** The place of a claim among those of its fact that count, the best first; below zero where it does not count. */
function standingOf(claim: Seen<Claim>): Read<number> {
  const { lens, horizon } = claim.view;
  return whenRead(factOf(claim), (claims) => {
    const counting = bestFirst(lens, horizon, countingClaims(seenClaims(lens, horizon, claims)));
    return counting.findIndex(({ key }) => key === claim.row.key);
  });
}

/** Claims about one fact say one thing; what a subject has at several times is not added up, unless it flows. */
function extentOf({ row }: Seen<Claim>, rank: number, isFlow: boolean): Extent {
  const always: Period = { label: '../..', first: null, last: null };
  const party = { key: row.subjectKey, within: new Set([row.subjectKey]), open: false };
  const what = { key: row.linkKey ?? 0, within: new Set([row.linkKey ?? 0]), open: false };
  return { roles: [[party], [what]], period: isFlow ? (row.period ?? always) : always, isWhole: true, rank };
}
