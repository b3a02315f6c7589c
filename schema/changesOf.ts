import { changeInWords, moveInWords, type Standing } from '../src/metrics/changeInWords.ts';
import { printQuantity } from '../src/quantity/print.ts';
import type { Reader } from '../src/store/cachedReader.ts';
import type { Claim } from '../src/store/claim.ts';
import type { ClaimPart } from '../src/store/claimParts.ts';
import { type ClaimChange, compareClaims } from '../src/store/compareClaims.ts';
import { readOnce } from '../src/store/readOnce.ts';
import type { Revision } from '../src/store/revision.ts';
import { type Seen, seeAll } from '../src/store/seen.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { aboutOf, detailsOf, sourcesIn } from './discrepancies.ts';
import { type Moved, movedOnPage, type Views } from './movedFigures.ts';

/** A claim that two revisions have otherwise, as a page shows it. */
export interface ChangeShape {
  readonly id: string;
  readonly parts: readonly ClaimPart[];
  readonly before: Seen<Claim> | null;
  readonly after: Seen<Claim> | null;
  readonly views: Views;
  /** The figures that moved with it; those of a page are computed together. */
  readonly moved: () => Read<readonly Moved[]>;
}

const known = new WeakMap<Revision, Map<string, readonly ClaimChange[]>>();

/** The claims in which two revisions differ, by id; null where more than `most` would have to be compared. */
export function changesBetween(before: View, after: View, most?: number): Read<readonly ClaimChange[] | null> {
  const kept = known.get(before.revision) ?? new Map<string, readonly ClaimChange[]>();
  known.set(before.revision, kept);
  const { id } = after.revision.info;
  return (
    kept.get(id) ??
    whenRead(compareClaims(before.revision, after.revision, most), (changes) => {
      if (changes !== null) kept.set(id, changes);
      return changes;
    })
  );
}

/** The claims of some changes, those of each revision read together. */
export function seeChanges(before: View, after: View, changes: readonly ClaimChange[]): Read<readonly ChangeShape[]> {
  const sides = whenAllRead([
    seenByKey(
      before,
      changes.flatMap((change) => change.before ?? []),
    ),
    seenByKey(
      after,
      changes.flatMap((change) => change.after ?? []),
    ),
  ]);
  return whenRead(sides, ([older, newer]) => {
    const pairs = changes.map((change) => ({
      before: older?.get(change.before ?? 0) ?? null,
      after: newer?.get(change.after ?? 0) ?? null,
    }));
    const views = { before, after };
    const moved = readOnce(() => movedOnPage(views, pairs));
    return changes.map(({ id, parts }, place) => ({
      id,
      parts,
      views,
      before: pairs[place]?.before ?? null,
      after: pairs[place]?.after ?? null,
      moved: () => whenRead(moved(), (all) => all[place] ?? []),
    }));
  });
}

function seenByKey(view: View, keys: readonly number[]): Read<ReadonlyMap<number, Seen<Claim>>> {
  const read: Reader<readonly Claim[]> = view.revision.claims;
  return whenRead(
    read(keys),
    (found) => new Map(seeAll(view, [...found.values()].flat()).map((one) => [one.row.key, one])),
  );
}

/** A change in plain words. */
export function textOfChange({ before, after, parts }: ChangeShape): Read<string> {
  const claim = after ?? before;
  if (claim === null) return '';
  return whenRead(aboutOf(claim), (about) => {
    const matter = {
      property: about?.property ?? claim.row.property,
      details: about === null ? [] : detailsOf(claim.row, about),
      subject: about?.subject.row.name ?? '',
      period: claim.row.period,
    };
    const words = parts.map((part) => part.replaceAll('-', ' '));
    return changeInWords({
      matter,
      before: before && standingOf(before),
      after: after && standingOf(after),
      parts: words,
    });
  });
}

/** A figure that moved, in plain words. */
export function textOfMoved({ property, before, after }: Moved): string {
  return moveInWords(property, before, after);
}

function standingOf({ row }: Seen<Claim>): Standing {
  const { quantity, date, text, rank, evidence } = row;
  const says = quantity === null ? (date ?? text ?? 'unknown') : printQuantity(quantity);
  return { says, sources: sourcesIn(row), rank, evidence };
}
