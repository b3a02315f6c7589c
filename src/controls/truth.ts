import type { Truth } from './evaluation.ts';

/** True where all are, false where one is not, else open. */
export function allOf<Part>(parts: readonly Part[], truthOf: (part: Part) => Truth): Truth {
  let all: Truth = true;
  for (const part of parts) {
    const truth = truthOf(part);
    if (truth === false) return false;
    if (truth === null) all = null;
  }
  return all;
}

/** True where one is, false where none is, else open. */
export function anyOf<Part>(parts: readonly Part[], truthOf: (part: Part) => Truth): Truth {
  return not(allOf(parts, (part) => not(truthOf(part))));
}

/** The contrary. */
export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
