import type { Extent } from '../src/metrics/extent.ts';
import type { Parties } from '../src/metrics/parties.ts';
import { mark } from '../src/quantity/figureColumns.ts';
import type { Period } from '../src/quantity/period.ts';
import { inSlices } from '../src/store/inSlices.ts';
import type { Revision } from '../src/store/revision.ts';
import type { RowColumns } from '../src/store/rowColumns.ts';
import { seenByKey } from '../src/store/rowKeys.ts';
import type { EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { type ExtentShape, extentIn, extentShapeOf, mainKind } from './extents.ts';

/** Rows of the same parties: what each is of, but for the time, is the same. */
export interface PartyLot {
  readonly places: readonly number[];
  /** What a row of a period is of. */
  readonly extentIn: (period: Period | null) => Extent;
}

/** A lot before its parties are known: the keys of those named in each role. */
interface NamedLot {
  readonly shape: ExtentShape;
  readonly keys: readonly (readonly number[])[];
  readonly places: number[];
}

/** Rows in columns that may hold what another one holds, by their parties; those of weak confidence are left out. */
export function partyLots(view: View, type: EntityType, columns: RowColumns): Read<readonly PartyLot[]> {
  const lots = namedLots(type, columns);
  const keysBy = new Map<PartiesOf, Set<number>>();
  for (const { shape, keys } of lots) {
    for (const [role, { partiesOf }] of shape.roles.entries()) {
      const some = keysBy.get(partiesOf) ?? new Set<number>();
      keysBy.set(partiesOf, some);
      for (const key of keys[role] ?? []) some.add(key);
    }
  }
  const read = [...keysBy].map(([partiesOf, keys]) => readParties(view, [...keys], partiesOf));
  return whenRead(whenAllRead(read), () =>
    lots.map(({ shape, keys, places }): PartyLot => {
      const roles = shape.roles.map(({ partiesOf }, role) => {
        const known = knownParties(view.revision, partiesOf);
        return (keys[role] ?? []).flatMap((key) => known.get(key) ?? []);
      });
      return { places, extentIn: (period) => extentIn(shape, roles, period) };
    }),
  );
}

const known = new WeakMap<Revision, Map<PartiesOf, Map<number, Parties>>>();

/** The parties that entities of a revision are, as the default View has them: most of them buy and sell, and invest as well. */
function knownParties(revision: Revision, partiesOf: PartiesOf): Map<number, Parties> {
  const ofRevision = known.get(revision) ?? new Map<PartiesOf, Map<number, Parties>>();
  known.set(revision, ofRevision);
  const parties = ofRevision.get(partiesOf) ?? new Map<number, Parties>();
  ofRevision.set(partiesOf, parties);
  return parties;
}

/** Reads the parties that are not known yet, some thousands at a time. */
function readParties(view: View, keys: readonly number[], partiesOf: PartiesOf): Read<unknown> {
  const parties = knownParties(view.revision, partiesOf);
  const missing = keys.filter((key) => !parties.has(key));
  return inSlices(missing, (slice) =>
    whenRead(seenByKey(view, slice), (seen) =>
      whenRead(whenAllRead([...seen.values()].map((one) => partiesOf([one]))), (found) => {
        for (const [place, key] of [...seen.keys()].entries()) parties.set(key, found[place] ?? []);
      }),
    ),
  );
}

type PartiesOf = ExtentShape['roles'][number]['partiesOf'];

function namedLots(type: EntityType, { keys, marks, trait, traits, series, named }: RowColumns): readonly NamedLot[] {
  const shapes = traits.map(({ kindsJson }) => extentShapeOf(type, mainKind({ kindsJson })));
  const kinds = [...new Set(traits.map(({ kindsJson }) => kindsJson))];
  const kindOf = traits.map(({ kindsJson }) => kinds.indexOf(kindsJson));
  const lots = new Map<number, NamedLot>();
  for (const [place, key] of keys.entries()) {
    const shape = shapes[trait[place] ?? -1] ?? null;
    if (shape === null || ((marks[place] ?? 0) & mark.isWeak) !== 0) continue;
    const who = shape.roles.some((role) => role.named === 'itself') ? place : (series[place] ?? 0);
    const id = who * kinds.length + (kindOf[trait[place] ?? -1] ?? 0);
    const lot = lots.get(id);
    if (lot !== undefined) {
      lot.places.push(place);
      continue;
    }
    const names = named[series[place] ?? -1];
    const keysOf = ({ named: roles }: ExtentShape['roles'][number]) =>
      roles === 'itself' ? [key] : roles.flatMap((role) => names?.get(role) ?? []);
    lots.set(id, { shape, keys: shape.roles.map(keysOf), places: [place] });
  }
  return [...lots.values()];
}
