/** A word or sign in a text of conditions. */
export interface Token {
  readonly text: string;
  /** Where it begins in the text, the first character being 0. */
  readonly index: number;
}

/** The words and signs of a text of conditions; what is neither white space nor a sign belongs to a word. */
export function conditionTokens(text: string): readonly Token[] {
  return [...text.matchAll(/[<>=!≤≥≠]+|[()[\],]|[^\s<>=!≤≥≠()[\],]+/g)].map((match) => ({
    text: match[0],
    index: match.index,
  }));
}
