import { exact } from './arithmetic.ts';
import { Decimal } from './decimal.ts';
import type { BoundsKind, Quantity } from './quantity.ts';
import { halfWidth, scaleWords, type Written, writtenValue } from './stated.ts';
import { parseUnit } from './unit.ts';

/** What is wrong with a text, and what to write instead. */
interface Unreadable {
  readonly problem: string;
}

/**
 * Reads a quantity as people write it. One grammar, for data/ and for arguments:
 *
 * | written | means |
 * | --- | --- |
 * | `23bn CNY`, `83.0bn CNY`, `60.5 MW`, `123 %` | rounded: with a scale word, a decimal point or % it is known to half a unit of the last digit stated. Trailing zeros of a whole number are not stated digits: `50bn CNY` is 45 to 55 bn |
 * | `27,266,000,000 USD`, `2368 count` | exact: a whole number written out |
 * | `exactly 23bn CNY` | exact |
 * | `about 120bn USD`, `~`, `around` | a whole unit of the last digit stated to either side, at most a tenth |
 * | `>1m count`, `more than`, `over`; `>=`, `at least` | no upper bound; the number itself left out, or not |
 * | `<1m count`, `less than`, `under`; `<=`, `up to`, `at most` | no lower bound |
 * | `12000..13000 USD`, `12bn to 13bn USD`, `>12000..<13000 USD` | a range, without a central value; each end with its own scale word |
 * | `50bn CNY (49.5bn..50.5bn)` | a rounded figure with bounds of its own; with `about` an approximate one |
 * | `1.2m count (0.9m..1.5m, 5-95 %)`, `0.9m..1.5m count (5-95 %)` | percentiles |
 *
 * Scale words are k, m (mn), bn (b), tn, thousand, million, billion and trillion, in either case. Digits may be grouped
 * in threes by commas. Numbers have at most 30 significant digits and lie within 10^-30 and 10^31. Where the unit is
 * left out it is `options.unit`; without that, it is a problem.
 */
export function parseQuantity(text: string, options: { readonly unit?: string } = {}): Quantity | Unreadable {
  try {
    return read(text, options.unit ?? null);
  } catch (error) {
    if (error instanceof Misread) return { problem: error.message };
    throw error;
  }
}

/** Leaves the reading at once, from whatever depth; it does not leave this file. */
class Misread extends Error {}

interface Body {
  readonly from: EndText;
  /** Null where it is one number. */
  readonly to: EndText | null;
  readonly unit: string;
}

interface EndText {
  readonly comparison: string;
  readonly number: Written;
  /** Whether it was rounded, by the look of it. */
  readonly scaled: boolean;
}

type Qualifier = 'exactly' | 'about' | '>' | '>=' | '<' | '<=';

const qualifiers: readonly (readonly [RegExp, Qualifier])[] = [
  [/^exactly\s+/i, 'exactly'],
  [/^(about\s+|around\s+|approximately\s+|~\s*)/i, 'about'],
  [/^(>=\s*|≥\s*|at least\s+)/i, '>='],
  [/^(<=\s*|≤\s*|up to\s+|at most\s+)/i, '<='],
  [/^(>\s*|more than\s+|over\s+)/i, '>'],
  [/^(<\s*|less than\s+|under\s+)/i, '<'],
];

const exponentOf = new Map(scaleWords.flatMap(({ exponent, words }) => words.map((word) => [word, exponent] as const)));

const endPattern = `([<>]=?)?\\s*([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?)(?:\\s?(${[...exponentOf.keys()].sort((a, b) => b.length - a.length).join('|')})(?![a-z/]))?`;

const bodyPattern = new RegExp(`^${endPattern}(?:\\s*(?:\\.\\.|\\bto\\b)\\s*${endPattern})?\\s*(.*)$`, 'i');

function read(text: string, defaultUnit: string | null): Quantity {
  const written = text.trim().replaceAll('−', '-').replaceAll(/\s+/g, ' ');
  const [, head = written, aside = null] = /^(.*?) ?\(([^()]*)\)$/.exec(written) ?? [];
  const { qualifier, rest } = takeQualifier(head);
  const body = readBody(rest, text, defaultUnit);
  if (body.to !== null) return readRange(body, body.to, qualifier, aside, text);
  if (aside !== null) return withOwnBounds(body, qualifier, aside, text);
  return single(body, qualifier);
}

function takeQualifier(text: string): { readonly qualifier: Qualifier | null; readonly rest: string } {
  for (const [pattern, qualifier] of qualifiers) {
    if (pattern.test(text)) return { qualifier, rest: text.replace(pattern, '') };
  }
  return { qualifier: null, rest: text };
}

function single({ from, unit }: Body, qualifier: Qualifier | null): Quantity {
  const value = writtenValue(from.number);
  switch (qualifier) {
    case '>':
    case '>=':
      return { ...bare('one-sided', unit), low: value, lowOpen: qualifier === '>' };
    case '<':
    case '<=':
      return { ...bare('one-sided', unit), high: value, highOpen: qualifier === '<' };
    case 'about':
      return around(from.number, 'approximate', unit);
    case 'exactly':
      return exact(value, unit);
    case null:
      return from.scaled || unit === 'percent' ? around(from.number, 'rounding', unit) : exact(value, unit);
  }
}

function around(number: Written, bounds: 'rounding' | 'approximate', unit: string): Quantity {
  const value = writtenValue(number);
  const half = halfWidth(number, bounds);
  return { ...bare(bounds, unit), value, low: value.minus(half), high: value.plus(half) };
}

function readRange(body: Body, to: EndText, qualifier: Qualifier | null, aside: string | null, text: string): Quantity {
  if (qualifier !== null && qualifier !== '>' && qualifier !== '>=') {
    throw new Misread(`"${text}" is a range, which cannot be "${qualifier}" too; leave one of them out`);
  }
  if (aside !== null && !isPercentiles(aside)) {
    throw new Misread(`"${text}" has a range and bounds besides; write one of them, as in 12bn..13bn USD`);
  }
  const first = { ...body.from, comparison: qualifier ?? '' };
  return { ...bare(aside === null ? 'stated-range' : 'percentiles-5-95', body.unit), ...rangeOf(first, to, text) };
}

function withOwnBounds(body: Body, qualifier: Qualifier | null, aside: string, text: string): Quantity {
  if (qualifier !== null && qualifier !== 'about') {
    throw new Misread(`"${text}" is "${qualifier}" and has bounds besides; write one of them`);
  }
  const { range, kind } = ownBounds(aside, qualifier === 'about' ? 'approximate' : 'rounding', text);
  const value = writtenValue(body.from.number);
  if (value.lt(range.low) || value.gt(range.high)) {
    throw new Misread(`the value of "${text}" lies outside its bounds; write a low end below it and a high end above`);
  }
  return { ...bare(kind, body.unit), value, ...range };
}

function ownBounds(aside: string, kind: BoundsKind, text: string) {
  const [ends = '', note, ...more] = aside.split(/,\s+/);
  const [, a, b, c, d, e, f, rest] = bodyPattern.exec(ends) ?? [];
  if (
    b === undefined ||
    e === undefined ||
    rest !== '' ||
    more.length > 0 ||
    (note !== undefined && !isPercentiles(note))
  ) {
    throw new Misread(
      `the bounds of "${text}" cannot be read; write them as in 50bn CNY (49.5bn..50.5bn) or (0.9m..1.5m, 5-95 %)`,
    );
  }
  const range = rangeOf(endText(a, b, c, text), endText(d, e, f, text), text);
  return { range, kind: note === undefined ? kind : ('percentiles-5-95' as const) };
}

function isPercentiles(text: string): boolean {
  return /^5(-|–| to )95 ?%$/.test(text.trim());
}

function rangeOf(from: EndText, to: EndText, text: string) {
  const [low, high] = [writtenValue(from.number), writtenValue(to.number)];
  if (from.comparison.startsWith('<') || to.comparison.startsWith('>')) {
    throw new Misread(`in "${text}" an end excludes the wrong side; write >12000..<13000 to leave both ends out`);
  }
  const [lowOpen, highOpen] = [from.comparison === '>', to.comparison === '<'];
  if (low.gt(high)) throw new Misread(`the low end of "${text}" is above its high end; write the lower number first`);
  if (low.eq(high) && (lowOpen || highOpen))
    throw new Misread(`"${text}" holds no number at all; write ends that differ`);
  return { low, high, lowOpen, highOpen };
}

function readBody(rest: string, text: string, defaultUnit: string | null): Body {
  const [, a, b, c, d, e, f, unitText = ''] = bodyPattern.exec(rest) ?? [];
  if (b === undefined || a !== undefined) throw notANumber(text);
  const from = endText(a, b, c, text);
  const to = e === undefined ? null : endText(d, e, f, text);
  if (c === undefined && f !== undefined && isSmall(from.number)) {
    throw new Misread(`"${text}" leaves open whether ${f} holds for both ends; write it at each: ${b}${f}..${e}${f}`);
  }
  return { from, to, unit: readUnit(unitText.trim(), text, defaultUnit) };
}

/** Whether a number could be short for one with a scale word: the 12 of "12 to 13bn", but not the 500,000 of "500,000 to 2m". */
function isSmall(number: Written): boolean {
  const size = writtenValue(number).abs();
  return !size.isZero() && size.lt(1000);
}

function endText(comparison: string | undefined, number: string, scale: string | undefined, text: string): EndText {
  const digits = number.replaceAll(',', '').replace(/^\+/, '');
  const exponent = scale === undefined ? 0 : (exponentOf.get(scale.toLowerCase()) ?? 0);
  const value = new Decimal(digits);
  const magnitude = value.isZero() ? 0 : value.e + exponent;
  if (digits.replaceAll(/^-?[0.]*|\./g, '').length > 30 || magnitude > 30 || magnitude < -30) {
    throw new Misread(`a number of "${text}" is out of reach: at most 30 digits, from 10^-30 to 10^30`);
  }
  return {
    comparison: comparison ?? '',
    number: { digits, exponent },
    scaled: scale !== undefined || digits.includes('.'),
  };
}

function readUnit(unitText: string, text: string, defaultUnit: string | null): string {
  if (unitText === '') {
    if (defaultUnit !== null) return defaultUnit;
    throw new Misread(
      `"${text}" has no unit; write one after the number, such as 23bn CNY, 1000000 count, 1.2 ratio or 4 MW`,
    );
  }
  if (/^[\d.,]/.test(unitText)) {
    throw new Misread(
      `the number of "${text}" cannot be read; write digits with a decimal point, grouped in threes by commas if at all: 27,266.5`,
    );
  }
  const unit = parseUnit(unitText);
  if (unit === null) {
    throw new Misread(
      `"${unitText}" in "${text}" is not a unit; write a currency code such as USD or CNY, or count, ratio, %, MW, GB, GB/s, TFLOP/s, TOP/s, TPP, mm2, nm, hours, days, years, GHz, tokens, USD/hour, count/year or CNY/USD`,
    );
  }
  return unit;
}

function notANumber(text: string): Misread {
  const [, currency = '', number] = /^([A-Z]{3}|[A-Z]{0,3}[$€£¥])\s*(\d\S*)/i.exec(text.trim()) ?? [];
  if (number !== undefined) {
    const code = parseUnit(currency) ?? 'USD';
    return new Misread(`"${text}" has its currency in front; write the code after the number: ${number} ${code}`);
  }
  return new Misread(
    `"${text}" is not a quantity; write a number and its unit, such as 23bn CNY, >1m count, 12000..13000 USD or 123 %`,
  );
}

function bare(bounds: BoundsKind, unit: string): Quantity {
  return { value: null, low: null, high: null, lowOpen: false, highOpen: false, bounds, unit };
}
