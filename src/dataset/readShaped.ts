import type * as z from 'zod';
import type { Findings } from './findings.ts';
import { shapeProblems } from './shapeProblems.ts';
import type { WrittenFile } from './sourceFile.ts';
import { withoutIssues } from './withoutIssues.ts';

/**
 * What a file says, in a shape, with problems where it has another: then what is left without them, so that the rest is
 * checked as well; null where that is no such thing.
 */
export function readShaped<Content>(
  written: WrittenFile,
  shape: z.ZodType<Content>,
  findings: Findings,
): Content | null {
  const { file, value } = written;
  if (file.yaml.problems.length > 0) return null;
  // A file of comments only is an empty one, of which every key is missing.
  const parsed = shape.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  findings.problems.push(...shapeProblems(written, shape, parsed.error.issues));
  return shape.safeParse(withoutIssues(value, parsed.error.issues)).data ?? null;
}
