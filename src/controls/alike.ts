import { type Choice, choicesMeet } from './choice.ts';
import type { Knowledge } from './knowledge.ts';
import { isEmpty, meetingOf, type Range } from './range.ts';

/** The names under which something is known. */
export function variablesOf({ numbers, words }: Knowledge): readonly string[] {
  return [...numbers.keys(), ...words.keys()];
}

/** Whether two pieces of knowledge leave one value of a variable possible by both. */
export function canAgree(a: Knowledge, b: Knowledge, variable: string): boolean {
  const [range, other] = [rangeIn(a, variable), rangeIn(b, variable)];
  if (range !== undefined && other !== undefined) return !isEmpty(meetingOf(range, other));
  const [choice, otherChoice] = [a.words.get(variable), b.words.get(variable)];
  return choice === undefined || otherChoice === undefined || choicesMeet(choice, otherChoice);
}

/** Whether two pieces of knowledge say the same of a variable. */
export function isAlike(a: Knowledge, b: Knowledge, variable: string): boolean {
  const [range, other] = [rangeIn(a, variable), rangeIn(b, variable)];
  if (range !== undefined && other !== undefined) return isSameRange(range, other);
  const [choice, otherChoice] = [a.words.get(variable), b.words.get(variable)];
  return choice === undefined || otherChoice === undefined || isSameChoice(choice, otherChoice);
}

function rangeIn({ numbers }: Knowledge, variable: string): Range | undefined {
  const byName: ReadonlyMap<string, Range> = numbers;
  return byName.get(variable);
}

function isSameRange(a: Range, b: Range): boolean {
  return a.low.at.eq(b.low.at) && a.high.at.eq(b.high.at) && a.low.open === b.low.open && a.high.open === b.high.open;
}

function isSameChoice(a: Choice, b: Choice): boolean {
  return a.among === b.among && a.words.size === b.words.size && [...a.words].every((word) => b.words.has(word));
}
