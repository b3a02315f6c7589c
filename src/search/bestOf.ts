/** A place and its score. */
export interface Scored {
  readonly place: number;
  readonly score: number;
}

/**
 * The best of some places by a score from 0 to 1000, those of equal score in the order of their places; at most `most`.
 * Only what may be among them is sorted: of names with a common beginning there may be very many.
 */
export function bestOf(places: Uint32Array, scoreOf: (place: number) => number, most: number): readonly Scored[] {
  const scores = new Uint16Array(places.length);
  const counts = new Uint32Array(1001);
  for (let index = 0; index < places.length; index++) {
    const score = scoreOf(places[index] ?? 0);
    scores[index] = score;
    counts[score] = (counts[score] ?? 0) + 1;
  }
  let least = 1000;
  for (let count = counts[least] ?? 0; count < most && least > 0; count += counts[least] ?? 0) least--;
  const chosen: Scored[] = [];
  for (let index = 0; index < places.length; index++) {
    const score = scores[index] ?? 0;
    if (score >= least) chosen.push({ place: places[index] ?? 0, score });
  }
  return chosen.sort((a, b) => b.score - a.score || a.place - b.place).slice(0, most);
}
