import type * as z from 'zod';

/**
 * A value without what a shape found wrong in it, so that the rest can still be checked. A wrong word for what the whole
 * file is gives way to a right one; elsewhere such a word decides what is beside it, and the list it stands in goes. All
 * else that is wrong goes by itself. Items of lists stay, so that what stands in them keeps its place.
 */
export function withoutIssues(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  const mended: unknown = structuredClone(value);
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) set(mended, [...issue.path, key], undefined);
    } else if (issue.code === 'invalid_value' && issue.path.length === 1) set(mended, issue.path, issue.values[0]);
    else set(mended, issue.code === 'invalid_value' ? listAround(issue.path) : issue.path, undefined);
  }
  return mended;
}

/** The path of the innermost list that something stands in; its own where it stands in none. */
function listAround(path: readonly PropertyKey[]): readonly PropertyKey[] {
  const place = path.findLastIndex((step) => typeof step === 'number');
  return place < 1 ? path : path.slice(0, place);
}

/** Sets what stands at a path; what is to be nothing and stands in a list takes with it the key of that list. */
function set(root: unknown, path: readonly PropertyKey[], value: unknown): void {
  const key = path.at(-1);
  const around = path
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (isObject(inner) ? inner[String(step)] : undefined), root);
  if (key === undefined || !isObject(around)) return;
  if (value === undefined && Array.isArray(around)) set(root, path.slice(0, -1), undefined);
  else if (value === undefined) delete around[String(key)];
  else around[String(key)] = value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
