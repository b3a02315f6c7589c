import type * as z from 'zod';
import type { Findings } from './findings.ts';
import { shapeProblems } from './shapeProblems.ts';
import type { SourceFile } from './sourceFile.ts';
import { withoutIssues } from './withoutIssues.ts';

/**
 * What a file says, in a shape, with problems where it has another: then what is left without them, so that the rest is
 * checked as well; null where that is no such thing.
 */
export function readShaped<Content>(file: SourceFile, shape: z.ZodType<Content>, findings: Findings): Content | null {
  if (file.yaml.problems.length > 0) return null;
  // A file of comments only is an empty one, of which every key is missing.
  const parsed = shape.safeParse(file.yaml.value ?? {});
  if (parsed.success) return parsed.data;
  findings.problems.push(...shapeProblems(file, shape, parsed.error.issues));
  return shape.safeParse(withoutIssues(file.yaml.value, parsed.error.issues)).data ?? null;
}
