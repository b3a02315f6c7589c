import { conditionTokens, type Token } from './conditionTokens.ts';

/**
 * The parts of a text of conditions, before any word of it is understood:
 *
 *     total-processing-performance >= 1600 and performance-density >= 5.92
 *     processor in [nvidia-h20, nvidia-h20-141gb]
 *     3A090.a-caught and not (maker = nvidia or data-centre = false)
 *
 * A comparison is a quantity, one of `>= > <= < =`, and a value; or a quantity, `in` and a list of words. A word by
 * itself is the name of a definition. `and` and `or` beside each other need parentheses, so that nobody has to know
 * which of the two goes first.
 */
export type ConditionSyntax =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionSyntax[] }
  | { readonly kind: 'not'; readonly part: ConditionSyntax }
  | { readonly kind: 'name'; readonly name: Token }
  | { readonly kind: 'comparison'; readonly quantity: Token; readonly sign: Token; readonly value: Token }
  | { readonly kind: 'choice'; readonly quantity: Token; readonly sign: Token; readonly values: readonly Token[] };

/** What is wrong with a text of conditions, and where. */
export interface ConditionProblem {
  readonly problem: string;
  readonly index: number;
}

/** Reads the parts of a text of conditions. */
export function parseConditions(text: string): ConditionSyntax | ConditionProblem {
  if (text.length > longest) return { problem: `longer than ${longest} characters: ${nameParts}`, index: 0 };
  const reader = new Reader(conditionTokens(text), text.length);
  try {
    const whole = reader.joined(0);
    return reader.next === undefined ? whole : reader.fail(strayWord(reader.next));
  } catch (error) {
    if (error instanceof SyntaxProblem) return { problem: error.message, index: error.index };
    throw error;
  }
}

const signs: readonly string[] = ['>=', '>', '<=', '<', '='];
const keywords: readonly string[] = ['and', 'or', 'not', 'in'];
const someSign = `one of ${signs.map((sign) => `\`${sign}\``).join(', ')} or \`in\``;
const deepest = 20;
const longest = 4000;
const nameParts = 'give parts of it names in data/control-definitions.yaml';

function isWord({ text }: Token): boolean {
  return !keywords.includes(text) && !/^[<>=!≤≥≠()[\],]/.test(text);
}

function strayWord({ text }: Token): string {
  return `\`${text}\` is no sign and joins nothing: write ${someSign}, or join conditions by \`and\` or \`or\``;
}

class SyntaxProblem extends Error {
  readonly index: number;

  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  fail(message: string, token = this.next): never {
    throw new SyntaxProblem(message, token?.index ?? this.#end);
  }

  /** Conditions joined by `and`, or by `or`. */
  joined(depth: number): ConditionSyntax {
    if (depth > deepest) this.fail(`nested too deeply: ${nameParts}`);
    const parts = [this.#single(depth)];
    let kind: 'and' | 'or' | null = null;
    for (let next = this.next; next?.text === 'and' || next?.text === 'or'; next = this.next) {
      if (kind !== null && kind !== next.text)
        this.fail('`and` and `or` side by side: put parentheses around what belongs together');
      kind = next.text;
      this.#take();
      parts.push(this.#single(depth));
    }
    const [first] = parts;
    return kind === null && first !== undefined ? first : { kind: kind ?? 'and', parts };
  }

  #single(depth: number): ConditionSyntax {
    if (this.next?.text === 'not') {
      this.#take();
      if (depth > deepest) this.fail('nested too deeply: leave out what is denied twice');
      return { kind: 'not', part: this.#single(depth + 1) };
    }
    if (this.next?.text === '(') {
      const opened = this.#take();
      const inner = this.joined(depth + 1);
      if (this.next === undefined) this.fail('this `(` is not closed: add `)`', opened);
      this.#expect(')', strayWord(this.next));
      return inner;
    }
    const name = this.#word('write a condition here, such as `total-processing-performance >= 4800`');
    const sign = this.next;
    if (sign?.text === 'in') {
      this.#take();
      return { kind: 'choice', quantity: name, sign, values: this.#list() };
    }
    if (sign === undefined || !/^[<>=!≤≥≠]/.test(sign.text)) return { kind: 'name', name };
    if (/^(!=|≠)$/.test(sign.text)) this.fail(`\`${sign.text}\` is no sign: write \`not (${name.text} = …)\``);
    if (!signs.includes(sign.text)) this.fail(`unknown sign \`${sign.text}\`: write ${someSign}`);
    this.#take();
    return { kind: 'comparison', quantity: name, sign, value: this.#value(sign) };
  }

  /** A word, or a number and the words of its unit. */
  #value(sign: Token): Token {
    const first = this.#word(`write a value after \`${sign.text}\``);
    const words = [first.text];
    while (this.next !== undefined && isWord(this.next)) words.push(this.#take().text);
    if (this.next?.text === ',') this.fail('write the number without commas');
    return { text: words.join(' '), index: first.index };
  }

  #list(): readonly Token[] {
    this.#expect('[', 'write a list after `in`: `processor in [nvidia-h20, nvidia-h800]`');
    const values = [this.#word('write a word of the list here')];
    while (this.next?.text === ',') {
      this.#take();
      values.push(this.#word('write a word after the comma, or leave the comma out'));
    }
    this.#expect(']', 'write `,` between the words of a list, and `]` at its end');
    return values;
  }

  #word(missing: string): Token {
    const token = this.next;
    if (token === undefined || !isWord(token)) this.fail(missing);
    return this.#take();
  }

  #expect(text: string, missing: string): void {
    if (this.next?.text !== text) this.fail(missing);
    this.#take();
  }

  #take(): Token {
    const token = this.next;
    if (token === undefined) return this.fail('there is nothing more here');
    this.#at += 1;
    return token;
  }
}
