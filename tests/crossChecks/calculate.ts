import { concentration } from '../../src/metrics/concentration.ts';
import { convertCurrency, convertUnit } from '../../src/metrics/conversion.ts';
import { difference } from '../../src/metrics/difference.ts';
import { growth } from '../../src/metrics/growth.ts';
import { impliedBase } from '../../src/metrics/impliedBase.ts';
import { derive, named } from '../../src/metrics/metric.ts';
import { share, shareOfSum } from '../../src/metrics/share.ts';
import { shipmentValue } from '../../src/metrics/shipmentValue.ts';
import { supposed } from '../../src/metrics/supposed.ts';
import { total } from '../../src/metrics/total.ts';
import { divide, exact, multiply } from '../../src/quantity/arithmetic.ts';
import type { Figure } from '../../src/quantity/figure.ts';
import { currencyPair, isCurrency, unitFactor } from '../../src/quantity/unit.ts';
import { type Expression, type Factor, printFormula, type Term } from './formula.ts';

/** The figures that operands stand for, by their names. */
export type Operands = ReadonlyMap<string, Figure>;

/**
 * The result of a formula: by the metric that the product has for its form, else by its interval arithmetic. An operand
 * that occurs twice, as the part in a whole that holds it, would make bounds too wide; the metrics bound that tightly.
 */
export function calculate(expression: Expression, operands: Operands): Figure {
  switch (expression.kind) {
    case 'operand':
      return operandOf(expression.name, operands);
    case 'constant':
      return supposed(exact(expression.number, expression.unit));
    case 'square':
      return squares([expression.of], operands);
    case 'sum':
      return sumOf(expression.terms, operands);
    case 'product':
      return productOf(expression.factors, operands);
  }
}

function operandOf(name: string, operands: Operands): Figure {
  const figure = operands.get(name);
  if (figure === undefined) throw new Error(`the formula names ${name}, which is no input`);
  return figure;
}

function sumOf(terms: readonly Term[], operands: Operands): Figure {
  const squared = terms.flatMap(({ sign, of }) => (of.kind === 'square' && sign === '+' ? of.of : []));
  if (squared.length === terms.length) return squares(squared, operands);
  const [first, ...others] = terms;
  const [second, ...more] = others;
  if (first?.of.kind === 'product' && second && isOne(second.of) && second.sign === '-' && more.length === 0) {
    return growthOf(first.of.factors, operands);
  }
  if (first?.of.kind === 'constant' && others.every(({ sign }) => sign === '-')) return rest(others, operands);
  const added = terms.filter(({ sign }) => sign === '+').map(({ of }) => of);
  const taken = terms.filter(({ sign }) => sign === '-').map(({ of }) => of);
  const left = together(added, operands);
  return taken.length === 0 ? left : difference({ left, right: together(taken, operands) });
}

function together(parts: readonly Expression[], operands: Operands): Figure {
  const figures = parts.map((part) => ({ entity: holderOf(part), figure: calculate(part, operands) }));
  const [only, ...others] = figures;
  if (only !== undefined && others.length === 0) return only.figure;
  const unit = only?.figure.quantity.unit ?? 'ratio';
  return total({ unit, nonNegative: true, stated: null, parts: figures, open: false, period: null }).sum;
}

function growthOf(factors: readonly Factor[], operands: Operands): Figure {
  const [current, base, ...others] = factors.map(({ of }) => calculate(of, operands));
  if (current === undefined || base === undefined || others.length > 0) throw new Error('growth has two ends');
  return growth({ current, base });
}

/** What shares leave of a whole: `100 % - a - b`. */
function rest(terms: readonly Term[], operands: Operands): Figure {
  return concentration(
    terms.map(({ of }) => shareOf(of, operands)),
    null,
  ).rest;
}

/** The sum of the squares of shares: `a^2 + b^2`. */
function squares(shares: readonly Expression[], operands: Operands): Figure {
  return concentration(
    shares.map((of) => shareOf(of, operands)),
    null,
  ).herfindahlOfNamed;
}

function shareOf(of: Expression, operands: Operands) {
  return { holder: holderOf(of), figure: calculate(of, operands), among: 1 };
}

function holderOf(of: Expression) {
  return { id: '', name: printFormula(of) };
}

/** From left to right: the last factor by itself, against all before it. */
function productOf(factors: readonly Factor[], operands: Operands): Figure {
  const [last] = factors.slice(-1);
  const before = factors.slice(0, -1);
  const [first] = before;
  if (first === undefined || last === undefined) throw new Error('a product has two factors');
  const left: Expression = before.length === 1 ? first.of : { kind: 'product', factors: before };
  return last.sign === '*' ? product(left, last.of, operands) : quotient(left, last.of, operands);
}

function product(a: Expression, b: Expression, operands: Operands): Figure {
  const [left, right] = [calculate(a, operands), calculate(b, operands)];
  const other = otherCurrency(left, right);
  if (other !== null) return convertCurrency(left, other, right);
  if (left.quantity.unit === 'count' && isCurrency(right.quantity.unit)) {
    return shipmentValue({ units: left, unitPrice: right });
  }
  const quantity = multiply(left.quantity, right.quantity);
  return derive({ metric: 'product', formula: 'left × right', inputs: named({ left, right }), quantity, period: null });
}

function quotient(a: Expression, b: Expression, operands: Operands): Figure {
  const growing = grownBy(b);
  const left = calculate(a, operands);
  if (growing !== null) return impliedBase({ current: left, growth: calculate(growing, operands) }, null);
  const others = withoutPart(b, a);
  if (others !== null) {
    const sum = calculate(b, operands);
    return shareOfSum({ part: left, rest: together(others, operands).quantity, sum });
  }
  const right = calculate(b, operands);
  const other = otherCurrency(left, right);
  if (other !== null) return convertCurrency(left, other, right);
  if (left.quantity.unit === right.quantity.unit) return share({ part: left, whole: right });
  // A share in percent is the ratio that it stands for.
  const divisor = unitFactor(right.quantity.unit, 'ratio') === null ? right : convertUnit(right, 'ratio');
  const quantity = divide(left.quantity, divisor.quantity);
  return derive({
    metric: 'quotient',
    formula: 'left ÷ right',
    inputs: named({ left, right }),
    quantity,
    period: null,
  });
}

/** Of `1 + growth` the growth; null for other forms. */
function grownBy(expression: Expression): Expression | null {
  if (expression.kind !== 'sum') return null;
  const [one, added, ...others] = expression.terms;
  return one && isOne(one.of) && added?.sign === '+' && others.length === 0 ? added.of : null;
}

/** The terms of a sum besides those of a part; null where the part is not all in it. */
function withoutPart(whole: Expression, part: Expression): readonly Expression[] | null {
  if (whole.kind !== 'sum') return null;
  const parts = (part.kind === 'sum' ? part.terms.map(({ of }) => of) : [part]).map(printFormula);
  const others = whole.terms.map(({ of }) => of).filter((of) => !parts.includes(printFormula(of)));
  return others.length + parts.length === whole.terms.length ? others : null;
}

/** The currency into which a rate turns an amount; null where the two are no such pair. */
function otherCurrency({ quantity: { unit } }: Figure, rate: Figure): string | null {
  const pair = currencyPair(rate.quantity.unit);
  if (pair === null || !isCurrency(unit)) return null;
  return pair.of === unit ? pair.per : pair.per === unit ? pair.of : null;
}

function isOne(expression: Expression): boolean {
  return expression.kind === 'constant' && expression.unit === 'ratio' && expression.number.eq(1);
}
