import { Decimal } from '../../src/quantity/decimal.ts';

/** A formula as it is written in the rows: `units * price`, `current / base - 1`, `a^2 + b^2`, `100 % - a`. */
export type Expression =
  | { readonly kind: 'operand'; readonly name: string }
  /** Exact, in `ratio` or `percent`. */
  | { readonly kind: 'constant'; readonly number: Decimal; readonly unit: string }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'product'; readonly factors: readonly Factor[] }
  | { readonly kind: 'square'; readonly of: Expression };

/** What is added, or taken away. */
export interface Term {
  readonly sign: '+' | '-';
  readonly of: Expression;
}

/** What is multiplied, or divided by. */
export interface Factor {
  readonly sign: '*' | '/';
  readonly of: Expression;
}

/** Reads a formula. Throws where it is none. */
export function parseFormula(text: string): Expression {
  const tokens = text.match(/[A-Za-z]\w*|\d+(?:\.\d+)?|\S/g) ?? [];
  const reader = new Reader(tokens, text);
  const expression = reader.sum();
  reader.end();
  return expression;
}

/** The text of a formula, by which two of one form are the same. */
export function printFormula(expression: Expression): string {
  switch (expression.kind) {
    case 'operand':
      return expression.name;
    case 'constant':
      return expression.number.toFixed() + (expression.unit === 'percent' ? ' %' : '');
    case 'square':
      return `${printFormula(expression.of)}^2`;
    case 'sum':
      return `(${expression.terms.map(({ sign, of }) => `${sign} ${printFormula(of)}`).join(' ')})`;
    case 'product':
      return `(${expression.factors.map(({ sign, of }) => `${sign} ${printFormula(of)}`).join(' ')})`;
  }
}

/** Reads from left to right, the loosest operators first. */
class Reader {
  readonly #tokens: readonly string[];
  readonly #text: string;
  #at = 0;

  constructor(tokens: readonly string[], text: string) {
    this.#tokens = tokens;
    this.#text = text;
  }

  sum(): Expression {
    const terms: Term[] = [{ sign: '+', of: this.#product() }];
    for (let sign = this.#take('+', '-'); sign !== null; sign = this.#take('+', '-')) {
      terms.push({ sign, of: this.#product() });
    }
    return terms.length === 1 && terms[0] ? terms[0].of : { kind: 'sum', terms };
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw this.#unreadable();
  }

  #product(): Expression {
    const factors: Factor[] = [{ sign: '*', of: this.#power() }];
    for (let sign = this.#take('*', '/'); sign !== null; sign = this.#take('*', '/')) {
      factors.push({ sign, of: this.#power() });
    }
    return factors.length === 1 && factors[0] ? factors[0].of : { kind: 'product', factors };
  }

  #power(): Expression {
    const of = this.#atom();
    if (this.#take('^') === null) return of;
    if (this.#take('2') === null) throw this.#unreadable();
    return { kind: 'square', of };
  }

  #atom(): Expression {
    if (this.#take('(') !== null) {
      const inner = this.sum();
      if (this.#take(')') === null) throw this.#unreadable();
      return inner;
    }
    const token = this.#tokens[this.#at] ?? '';
    this.#at += 1;
    if (/^\d/.test(token)) {
      const unit = this.#take('%') === null ? 'ratio' : 'percent';
      return { kind: 'constant', number: new Decimal(token), unit };
    }
    if (/^[A-Za-z]/.test(token)) return { kind: 'operand', name: token };
    throw this.#unreadable();
  }

  #take<Token extends string>(...wanted: readonly Token[]): Token | null {
    const found = wanted.find((token) => token === this.#tokens[this.#at]);
    if (found === undefined) return null;
    this.#at += 1;
    return found;
  }

  #unreadable(): Error {
    return new Error(`cannot read "${this.#text}" after ${this.#at} words`);
  }
}
