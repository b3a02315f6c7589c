import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
} from 'yaml';
import type { Problem } from './problem.ts';
import { yamlProblem } from './yamlProblem.ts';

/** What a YAML text says, and where it says it. */
export interface YamlText {
  /** Objects, lists and texts only: numbers, days and flags stay as they are written. Undefined where the text is broken. */
  readonly value: unknown;
  /** Where a value stands, or the innermost one around it that there is. */
  readonly at: (path: Path) => Place;
  /** Where a key stands, or the innermost value around it that there is. */
  readonly atKey: (path: Path) => Place;
  /** Where a character of a text stands, the first being 0: also in texts in quotes and of several lines. */
  readonly within: (path: Path, index: number) => Place;
  /** What is no YAML, or none that facts are written in. */
  readonly problems: readonly Problem[];
}

/** Keys and numbers that lead from the whole text to one value. */
export type Path = readonly PropertyKey[];

/** A line and a column, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Reads YAML. Linear in the text, whatever stands in it; nothing is thrown. */
export function parseYaml(file: string, text: string): YamlText {
  const lineCounter = new LineCounter();
  const problems: Problem[] = [];
  const placeOf = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const report: Report = (offset, message) => problems.push({ file, ...placeOf(offset), message });

  const root: Position = { offset: 0, keyOffset: 0, inner: null, scalar: null };
  let value: unknown;
  try {
    // The check for unique keys compares each with each; `read` does it with a set. Without types of its own YAML hands
    // on what is written: 83.0 keeps its zero, and the place `no` is not false.
    const document = parseDocument(text, {
      lineCounter,
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
    });
    const lines = new Set<number>();
    for (const error of [...document.errors, ...document.warnings]) {
      // What follows on the same line follows from the first.
      const { line } = placeOf(error.pos[0]);
      if (!lines.has(line)) report(error.pos[0], yamlProblem(error));
      lines.add(line);
    }
    if (problems.length === 0) value = read(document.contents, root, report);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(0, 'this is nested too deeply to be read');
  }
  return {
    value: problems.length === 0 ? value : undefined,
    at: (path) => placeOf(positionOf(root, path).offset),
    atKey: (path) => placeOf(positionOf(root, path).keyOffset),
    within: (path, index) => placeOf(offsetWithin(text, positionOf(root, path), index)),
    problems,
  };
}

type Report = (offset: number, message: string) => void;

interface Position {
  offset: number;
  /** The same as `offset` where there is no key. */
  readonly keyOffset: number;
  inner: ReadonlyMap<PropertyKey, Position> | null;
  /** What is written here, where it is a text. */
  scalar: Scalar | null;
}

/** Turns nodes into plain values, and writes down where each stands. */
function read(node: Node | null, position: Position, report: Report): unknown {
  if (node === null) return undefined;
  position.offset = node.range?.[0] ?? position.offset;
  if (isAlias(node)) {
    report(
      position.offset,
      `write the value out: facts are read without anchors, so *${node.source} cannot be followed`,
    );
    return undefined;
  }
  if (isScalar(node)) {
    position.scalar = node;
    return node.value;
  }
  if (!isCollection(node)) return undefined;

  const inner = new Map<PropertyKey, Position>();
  position.inner = inner;
  if (!isMap(node)) {
    return node.items.map((item, index) => {
      const itemPosition = { offset: position.offset, keyOffset: position.offset, inner: null, scalar: null };
      inner.set(index, itemPosition);
      return read(isNode(item) ? item : null, itemPosition, report);
    });
  }
  const object: Record<string, unknown> = {};
  for (const { key, value } of node.items) {
    const offset = (isNode(key) ? key.range?.[0] : undefined) ?? position.offset;
    if (!isScalar(key) || typeof key.value !== 'string' || key.value === '__proto__') {
      report(offset, 'write a plain word as the key');
      continue;
    }
    if (inner.has(key.value)) {
      report(offset, `\`${key.value}\` stands here twice: put both under one key`);
      continue;
    }
    const valuePosition = { offset, keyOffset: offset, inner: null, scalar: null };
    inner.set(key.value, valuePosition);
    object[key.value] = isNode(value) ? read(value, valuePosition, report) : '';
  }
  return object;
}

function positionOf(root: Position, path: Path): Position {
  let position = root;
  for (const key of path) {
    const inner = position.inner?.get(key);
    if (inner === undefined) break;
    position = inner;
  }
  return position;
}

/**
 * The lines of a text are folded and indented in ways of their own, but the characters that are no white space stand in
 * their order, so that the same number of them goes before a character here and there.
 */
function offsetWithin(text: string, { offset, scalar }: Position, index: number): number {
  if (typeof scalar?.value !== 'string') return offset;
  let before = scalar.value.slice(0, index).replaceAll(/\s/g, '').length;
  const end = scalar.range?.[1] ?? offset;
  for (let at = startOfWords(text, offset, scalar); at < end; at++) {
    if (/\s/.test(text.charAt(at))) continue;
    if (before === 0) return at;
    before -= 1;
  }
  return end;
}

/** Behind the quote, or on the line below the `>` of a block. */
function startOfWords(text: string, offset: number, { type }: Scalar): number {
  if (type === 'BLOCK_FOLDED' || type === 'BLOCK_LITERAL') return text.indexOf('\n', offset) + 1;
  return type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE' ? offset + 1 : offset;
}
