import { overlaps, type Row } from './extent.ts';

/**
 * Which rows may hold some of the same as each, in the order given. Rows are looked for by their parties in the role that
 * tells most of them apart, so that thousands of rows of as many parties take no more than a look at each.
 */
export function rivalsIn<One extends Row>(rows: readonly One[]): ReadonlyMap<One, readonly One[]> {
  const role = tellingRole(rows);
  const shelves = shelvesOf(rows, role);
  const rivals = new Map<number, Set<number>>();
  const rivalsOf = (place: number) => {
    const known = rivals.get(place) ?? new Set<number>();
    rivals.set(place, known);
    return known;
  };
  for (const [place, row] of rows.entries()) {
    for (const other of candidates(row, role, shelves, rows.length)) {
      const rival = rows[other];
      if (rival === undefined || rival === row || !overlaps(row, rival)) continue;
      rivalsOf(place).add(other);
      rivalsOf(other).add(place);
    }
  }
  return new Map(
    rows.map((row, place) => {
      const found = rivals.get(place);
      return [row, found ? [...found].sort((a, b) => a - b).flatMap((other) => rows[other] ?? []) : none];
    }),
  );
}

const none: readonly never[] = [];

interface Shelves {
  /** The places of rows by the keys of their parties in a role. */
  readonly named: ReadonlyMap<number, readonly number[]>;
  /** Of those that may be of anybody: nobody is named, or somebody of whom not all is known. */
  readonly ofAnybody: readonly number[];
}

function shelvesOf(rows: readonly Row[], role: number): Shelves {
  const named = new Map<number, number[]>();
  const ofAnybody: number[] = [];
  for (const [place, row] of rows.entries()) {
    if (row.extent === null) continue;
    if (isOfAnybody(row, role)) ofAnybody.push(place);
    for (const { key } of row.extent.roles[role] ?? []) {
      const known = named.get(key);
      if (known === undefined) named.set(key, [place]);
      else known.push(place);
    }
  }
  return { named, ofAnybody };
}

/** Those that name a party of the row, or what one is within; who is within one of its parties finds the row itself. */
function candidates(row: Row, role: number, { named, ofAnybody }: Shelves, count: number): Iterable<number> {
  if (row.extent === null) return [];
  if (isOfAnybody(row, role)) return Array.from({ length: count }, (_, place) => place);
  const found = new Set(ofAnybody);
  for (const { within } of row.extent.roles[role] ?? [])
    for (const key of within) for (const place of named.get(key) ?? []) found.add(place);
  return found;
}

function isOfAnybody({ extent }: Row, role: number): boolean {
  const parties = extent?.roles[role] ?? [];
  return parties.length === 0 || parties.some(({ open }) => open);
}

/** The role in which the fewest rows have to be looked at for each. */
function tellingRole(rows: readonly Row[]): number {
  const roles = rows.find(({ extent }) => extent !== null)?.extent?.roles.length ?? 0;
  const costs = Array.from({ length: roles }, (_, role) => {
    const { named, ofAnybody } = shelvesOf(rows, role);
    const shared = [...named.values()].reduce((sum, places) => sum + places.length ** 2, 0);
    return shared + ofAnybody.length * rows.length;
  });
  return costs.indexOf(Math.min(...costs));
}
