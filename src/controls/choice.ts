import type { Truth } from './evaluation.ts';
import type { Fact } from './question.ts';
import { ruleQuantities, type WordQuantity, wordsOf } from './vocabulary.ts';

/** One of these words, or any word but these. */
export interface Choice {
  readonly among: boolean;
  readonly words: ReadonlySet<string>;
}

const yesOrNo: Choice = { among: true, words: new Set(['true', 'false']) };
const anyWord: Choice = { among: false, words: new Set() };
const listed: Readonly<Record<string, readonly string[]>> = wordsOf;

/** What a quantity may be, by what is known of it. */
export function choiceOf(quantity: WordQuantity, fact: Fact | undefined): Choice {
  if (fact !== undefined && 'word' in fact) return { among: true, words: new Set([fact.word]) };
  if (fact !== undefined && 'is' in fact) return { among: true, words: new Set([String(fact.is)]) };
  if (ruleQuantities[quantity].kind === 'boolean') return yesOrNo;
  const words = listed[quantity];
  return words === undefined ? anyWord : { among: true, words: new Set(words) };
}

/** Whether all, none or some of what it may be is in a list. */
export function isChosen({ among, words }: Choice, list: ReadonlySet<string>): Truth {
  let shared = 0;
  for (const word of words) if (list.has(word)) shared += 1;
  if (!among) return shared === list.size ? false : null;
  return shared === 0 ? false : shared === words.size ? true : null;
}

/** What it may be, once it is found to be in a list, or not to be. A yes or no where nothing was said before. */
export function chosen(choice: Choice = yesOrNo, list: ReadonlySet<string>, isIn: boolean): Choice {
  const { among, words } = choice;
  if (among) return { among, words: new Set([...words].filter((word) => list.has(word) === isIn)) };
  if (isIn) return { among: true, words: new Set([...list].filter((word) => !words.has(word))) };
  return { among, words: new Set([...words, ...list]) };
}
