import * as z from 'zod';
import { suggestion } from './nearest.ts';
import type { Problem } from './problem.ts';
import { problemAt, problemAtKey, type WrittenFile } from './sourceFile.ts';
import type { Path } from './yamlText.ts';

/** What a shape finds wrong in a file, each problem where it stands, with what to write instead. */
export function shapeProblems(
  written: WrittenFile,
  shape: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
): readonly Problem[] {
  return issues.flatMap((issue) => issueProblems(written, shape, issue, []));
}

function issueProblems(
  written: WrittenFile,
  shape: z.ZodType,
  issue: z.core.$ZodIssue,
  around: Path,
): readonly Problem[] {
  const { file, value } = written;
  const path = [...around, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => problemAtKey(file, [...path, key], messages[index] ?? issue.message));
  }
  const found = valueAt(value, path);
  if (issue.code === 'invalid_union') {
    const branch = branchMeant(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => issueProblems(written, shape, inner, path));
    return [problemAt(file, path, `write one value, or a list of them${toBe(shape, path)}`)];
  }
  if (found === undefined) {
    return [problemAt(file, path, `\`${String(path.at(-1) ?? '')}\` is missing${toBe(shape, path)}`)];
  }
  if (found === '')
    return [problemAt(file, path, `there is nothing here: write a value, or leave the key out${toBe(shape, path)}`)];
  return [problemAt(file, path, message(issue, found, toBe(shape, path)))];
}

/** Of the forms that a value may have, the one that it has, by and large: it is wrong only further in. */
function branchMeant(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] | undefined {
  return branches.find((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0));
}

function message(issue: z.core.$ZodIssue, found: unknown, wanted: string): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'array') return `write a list here, each item after \`- \`${wanted}`;
      if (issue.expected === 'object' || issue.expected === 'record') return `write keys and values here${wanted}`;
      return `write one value here, no ${Array.isArray(found) ? 'list' : 'keys'}${wanted}`;
    case 'invalid_value':
      return `\`${String(found)}\` is none of the words for it: ${suggestion(String(found), issue.values.map(String))}`;
    case 'too_small':
      return `this is empty: write something, or leave the key out${wanted}`;
    case 'custom':
      return issue.message;
    case 'invalid_key':
      return `the key is no word: ${issue.issues[0]?.message ?? issue.message}`;
    default:
      return `\`${String(found)}\` will not do: ${issue.message}`;
  }
}

/** What a value is to be, in the words of its description. */
function toBe(shape: z.ZodType, path: Path): string {
  const description = shapeAt(shape, path)?.description;
  return description === undefined ? '' : `. ${description}`;
}

function shapeAt(shape: z.core.$ZodType | undefined, path: Path): z.ZodType | undefined {
  const [key, ...rest] = path;
  if (shape instanceof z.ZodOptional) {
    return key === undefined ? shape : shapeAt(shape.unwrap(), path);
  }
  if (key === undefined) return shape instanceof z.ZodType ? shape : undefined;
  if (shape instanceof z.ZodObject) return shapeAt(shape.shape[String(key)], rest);
  if (shape instanceof z.ZodArray) return shapeAt(shape.element, rest);
  if (shape instanceof z.ZodRecord) return shapeAt(shape.valueType, rest);
  if (shape instanceof z.ZodUnion) {
    return shape.options.map((option) => shapeAt(option, path)).find((inner) => inner !== undefined);
  }
  return undefined;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
