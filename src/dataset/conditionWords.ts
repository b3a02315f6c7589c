import type { Token } from './conditionTokens.ts';
import { reportWithin, type Spot } from './findings.ts';
import type { World } from './world.ts';

/** What a text of conditions may name, and where it stands. */
export interface ConditionWords extends Pick<World, 'catalogue' | 'findings'> {
  /** The names of the definitions; null where their file cannot be read, so that any may be one. */
  readonly definitions: readonly string[] | null;
  readonly spot: Spot;
}

/** Adds a problem with a word of the text. */
export function reportWord({ findings, spot }: ConditionWords, { index }: Token, problem: string): null {
  reportWithin(findings, spot, index, problem);
  return null;
}
