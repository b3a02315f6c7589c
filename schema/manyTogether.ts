import type { Counted } from '../src/metrics/countOnce.ts';
import { type Measure, sumOfRows, takeTogether } from '../src/metrics/rowsTogether.ts';
import { Tally } from '../src/metrics/tally.ts';
import { exact, unknownQuantity } from '../src/quantity/arithmetic.ts';
import { calendarPeriod } from '../src/quantity/calendarPeriod.ts';
import { type Claimed, type Derivation, type Figure, isDerived } from '../src/quantity/figure.ts';
import type { Period } from '../src/quantity/period.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import { gatherBudget } from './entities.ts';
import { clientError } from './errors.ts';
import { type GroupKeyId, periodKeys } from './groupKeys.ts';
import { type ManyShipments, noName, type SingleRow, several, standing } from './manyShipments.ts';
import { rowsInPeriods, stepLengthOf } from './rowsInPeriods.ts';

/** What is told of more rows than may be gathered. */
export interface ManyTaken {
  readonly count: number;
  readonly countedCount: number;
  readonly unknownCount: number;
  readonly disputedCount: number;
  readonly reportedCount: number;
  readonly sum: Figure;
  /** The key of the row whose figure the sum is, its claims not read; null where it is computed. */
  readonly only: number | null;
}

/** A value of a key: the key of an entity, or a calendar period; null where it is unknown. */
export type ManyValue = number | Period | null;

/** Rows of a group. */
export interface ManyGroup {
  readonly values: readonly ManyValue[];
  readonly taken: ManyTaken;
}

/** Reads a value of a row; undefined where it has several. */
type ReadValue = (place: number, period: Period | null) => ManyValue | undefined;

function readerOf(many: ManyShipments, key: GroupKeyId): ReadValue | null {
  if (key === 'seller' || key === 'buyer' || key === 'processor') {
    const parties = many.parties[key];
    return (place) => {
      const party = parties[place] ?? several;
      return party >= 0 ? party : party === several ? undefined : null;
    };
  }
  if (key !== 'year' && key !== 'half-year' && key !== 'quarter') return null;
  const steps = new Map<Period | null, Period | null>();
  const byLabel = new Map<string, Period>();
  return (_place, period) => {
    const known = steps.get(period);
    if (known !== undefined) return known;
    const found = period && calendarPeriod(period, periodKeys[key]);
    // One object for each, so that it tells groups apart.
    const step = found && (byLabel.get(found.label) ?? found);
    if (step !== null) byLabel.set(step.label, step);
    steps.set(period, step);
    return step;
  };
}

class Members {
  readonly values: readonly ManyValue[];
  readonly tally: Tally;
  count = 0;
  unknown = 0;
  weak = 0;
  disputed = 0;
  reported = 0;
  readonly singles: SingleRow[] = [];

  constructor(values: readonly ManyValue[], many: ManyShipments) {
    this.values = values;
    this.tally = new Tally(many.figures);
  }
}

/** How many groups may come of the rows. */
const mostGroups = 50_000;

/** Rows at some places in groups; null where one has several values of a key, or a key is not in columns. */
export function manyGroups(
  many: ManyShipments,
  places: Iterable<number>,
  keys: readonly GroupKeyId[],
  measure: Measure,
): readonly ManyGroup[] | null {
  const readers = keys.map((key) => readerOf(many, key)).filter((read) => read !== null);
  if (readers.length < keys.length) return null;
  const groups = new Map<ManyValue | string, Members>();
  const idAt = idOf(readers);
  const groupAt = (place: number, period: Period | null): Members | null => {
    const id = idAt(place, period);
    if (id === undefined) return null;
    const found = groups.get(id);
    if (found !== undefined) return found;
    if (groups.size === mostGroups) throw tooManyGroups();
    const values = readers.map((read) => read(place, period) ?? null);
    const members = new Members(values, many);
    groups.set(id, members);
    return members;
  };
  const singles: SingleRow[] = [];
  const { standings, period, periods, disputed, figures } = many;
  for (const place of places) {
    const single = standings[place] === standing.single ? many.singles.get(place) : undefined;
    if (single !== undefined) {
      singles.push(single);
      continue;
    }
    const group = groupAt(place, periods[period[place] ?? -1] ?? null);
    if (group === null) return null;
    group.count += 1;
    if (standings[place] === standing.weak) group.weak += 1;
    else if (standings[place] === standing.unknown) group.unknown += 1;
    else {
      group.tally.add(place);
      group.disputed += disputed[place] ?? 0;
      group.reported += figures.evidence[place] === 0 ? 1 : 0;
    }
  }
  for (const row of rowsInPeriods(singles, stepLengthOf(keys), measure, followingRow)) {
    const group = groupAt(row.place, row.period);
    if (group === null) return null;
    group.count += 1;
    group.singles.push(row);
  }
  return [...groups.values()].map((members) => ({ values: members.values, taken: takenOf(many, members, measure) }));
}

/** What tells the group of a row; undefined where it has several values of a key. */
function idOf(readers: readonly ReadValue[]): (place: number, period: Period | null) => ManyValue | string | undefined {
  const [only, ...others] = readers;
  if (only !== undefined && others.length === 0) return only;
  return (place, period) => {
    let id = '';
    for (const read of readers) {
      const value = read(place, period);
      if (value === undefined) return undefined;
      id += `${typeof value === 'object' ? (value?.label ?? '') : value} `;
    }
    return id;
  };
}

function tooManyGroups(): Error {
  const most = mostGroups.toLocaleString('en');
  return clientError('BUDGET_EXCEEDED', `There are more than ${most} groups; group by fewer keys.`, 'keys');
}

const nothing: Counted<SingleRow> = { counted: [], unknown: [], leftOut: [] };

function followingRow(
  some: SingleRow,
  { step, figure }: { readonly step: Period; readonly figure: Figure },
): SingleRow {
  return { ...some, figure, period: step, extent: some.extent && { ...some.extent, period: step }, isStated: false };
}

function takenOf(many: ManyShipments, members: Members, measure: Measure): ManyTaken {
  const { tally, unknown, weak } = members;
  const chosen = members.singles.length === 0 ? nothing : takeTogether(members.singles, measure);
  const stated = chosen.counted.filter(({ isStated }) => isStated);
  const lump = tally.count === 0 ? null : tally.figure(tally.count > 1 ? sumUntold : unread);
  // Bounded on different sides they leave nothing certain, whatever is added.
  const isLost = lump !== null && isUnknown(lump.quantity);
  const counted = isLost ? { ...lump, quantity: exact(0, measure.unit) } : lump;
  const row = (figure: Figure | null) => ({ entity: noName, figure, extent: null });
  const known = sumOfRows({
    measure,
    counted: [...(counted === null ? [] : [row(counted)]), ...chosen.counted],
    unknown: [...(unknown > 0 ? [row(null)] : []), ...chosen.unknown],
    leftOut: chosen.leftOut,
    weak: weak > 0 ? [row(null)] : [],
  });
  const sum = isLost ? { ...known, quantity: unknownQuantity(measure.unit) } : known;
  const { origin } = sum;
  const counts = {
    count: members.count,
    countedCount: tally.count + chosen.counted.length,
    unknownCount: unknown + chosen.unknown.length,
    disputedCount: members.disputed + stated.filter(({ place }) => many.disputed[place] === 1).length,
    reportedCount: members.reported + stated.filter(({ place }) => many.figures.evidence[place] === 0).length,
  };
  if (isDerived(origin))
    return { ...counts, sum: { ...sum, origin: new Untold(origin.metric, origin.formula) }, only: null };
  const place = tally.count === 1 ? tally.first : (stated[0]?.place ?? tally.first);
  return { ...counts, sum, only: many.keys[place] ?? null };
}

/** The origin of a figure whose claims were not read; it is replaced by that with its claims before it is answered. */
const unread: Claimed = { claimIds: [] };

/** How a figure was computed of more rows than can be told. */
class Untold implements Derivation {
  readonly assumptions: readonly string[] = [];
  readonly metric: string;
  readonly formula: string;

  constructor(metric: string, formula: string) {
    this.metric = metric;
    this.formula = formula;
  }

  get inputs(): never {
    throw tooManyToTell();
  }

  get warnings(): never {
    throw tooManyToTell();
  }
}

const sumUntold = new Untold('total', 'Σ parts');

/** What is asked would need more rows to be looked at one by one. */
export function tooManyToTell(): Error {
  return clientError(
    'BUDGET_EXCEEDED',
    `Of more than ${gatherBudget.toLocaleString('en')} rows only counts and sums are told; narrow the list with where to see more: by a period, a name or a link.`,
    'where',
  );
}
