/**
 * The word that somebody probably meant: the nearest of the known ones by letters added, left out, changed or swapped,
 * at most a third of its length; null where none is near. Of equally near ones the first in byte order.
 */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bound = Math.max(1, Math.floor(word.length / 3));
  const comparable = word.slice(0, longest).toLowerCase();
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > bound) continue;
    const distance = editDistance(comparable, candidate.slice(0, longest).toLowerCase(), bound);
    if (distance > bound || (distance === bound && best !== null && candidate > best)) continue;
    best = candidate;
    bound = distance;
  }
  return best;
}

/** `: did you mean …?` where a known word is near, else what there is to choose from. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== null) return `did you mean \`${near}\`?`;
  return known.length <= 24 ? `write one of ${known.map((one) => `\`${one}\``).join(', ')}` : 'none is near to it';
}

/** Damerau's distance of adjacent letters (optimal string alignment); anything above the bound where it is passed. */
function editDistance(left: string, right: string, bound: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1];
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
        swapped ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...current) > bound) return bound + 1;
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, right.length);
}

function at(distances: readonly number[], index: number): number {
  return distances[index] ?? Number.POSITIVE_INFINITY;
}

const longest = 64;
