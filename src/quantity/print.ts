import { inUnit } from './arithmetic.ts';
import { Decimal } from './decimal.ts';
import type { Quantity } from './quantity.ts';
import { halfWidth, scaleWords, type Written, writtenValue } from './stated.ts';

/** How a quantity is printed: a ratio as `1.23`, or as the growth that it is, `+123 %`. */
export interface PrintOptions {
  readonly as?: 'growth';
}

/**
 * A quantity as a person would write it: `23bn CNY`, `> 12bn USD`, `12,000 to 13,000 USD`, `+123 %`, `unknown`.
 *
 * What was stated keeps its digits, so that parseQuantity reads the same from it; bounds of its own that a source gives
 * beside a rounded figure are left out. What was computed has at most 4 significant digits, its bounds in brackets:
 * `10.31bn CNY (10.07bn to 10.56bn)`. Never an exponent.
 */
export function printQuantity(quantity: Quantity, options: PrintOptions = {}): string {
  const shown = options.as === 'growth' && quantity.unit === 'ratio' ? inUnit(quantity, 'percent') : quantity;
  const sign = shown === quantity ? unsigned : signedText;
  return bodyOf(shown, sign);
}

type Sign = (text: string) => string;
type Write = (number: Decimal) => string;

const unsigned: Sign = (text) => text;
const signedText: Sign = (text) => (text.startsWith('-') ? text : `+${text}`);

function bodyOf(quantity: Quantity, sign: Sign): string {
  const { value, unit, bounds } = quantity;
  const scaled = unit !== 'percent' && unit !== 'ratio';
  const digits: Write = (number) => (bounds === 'computed' ? compact(number, scaled) : inFull(number, scaled));
  const write: Write = (number) => sign(digits(number));
  const range = rangeText(quantity, write);
  if (value === null) return range === null ? 'unknown' : withUnit(range, unit, percentilesNote(bounds));
  switch (bounds) {
    case 'rounding':
      return withUnit(sign(rounded(quantity, value, 'rounding', scaled)), unit);
    case 'approximate':
      return `about ${withUnit(sign(rounded(quantity, value, 'approximate', scaled)), unit)}`;
    case 'exact':
      return withUnit(sign(grouped(value.toFixed())), unit);
    case 'percentiles-5-95':
      return withUnit(write(value), unit, range === null ? '' : ` (${range}, 5-95 %)`);
    default:
      return withUnit(write(value), unit, range === null || range === write(value) ? '' : ` (${range})`);
  }
}

function withUnit(number: string, unit: string, after = ''): string {
  if (unit === 'ratio') return number + after;
  return `${number} ${unit === 'percent' ? '%' : unit}${after}`;
}

function percentilesNote(bounds: Quantity['bounds']): string {
  return bounds === 'percentiles-5-95' ? ' (5-95 %)' : '';
}

/** The bounds: `12bn to 13bn`, one number where both were computed and print the same, `> 12bn`; null where there are none. */
function rangeText({ low, high, lowOpen, highOpen, bounds }: Quantity, write: Write): string | null {
  if (low !== null && high !== null) {
    const [from, to] = evenly(low, high, write);
    if (from === to && bounds === 'computed') return from;
    return `${lowOpen ? '>' : ''}${from} to ${highOpen ? '<' : ''}${to}`;
  }
  if (low !== null) return `${lowOpen ? '>' : '>='} ${write(low)}`;
  return high === null ? null : `${highOpen ? '<' : '<='} ${write(high)}`;
}

/** Both ends of a range, written out where only one would have a scale word: `5 to 2bn` leaves open what 5 is. */
function evenly(low: Decimal, high: Decimal, write: Write): readonly [string, string] {
  const [from, to] = [write(low), write(high)];
  if (low.isZero() || hasScaleWord(from) === hasScaleWord(to)) return [from, to];
  return [hasScaleWord(from) ? grouped(low.toFixed()) : from, hasScaleWord(to) ? grouped(high.toFixed()) : to];
}

function hasScaleWord(text: string): boolean {
  return /[a-z]$/.test(text);
}

/** A stated number: with a scale word where it is round, else with all its digits. */
function inFull(value: Decimal, scaled: boolean): string {
  return scaled && value.sd() <= 4 ? scaledText(value) : grouped(value.toFixed());
}

/** At most 4 significant digits, and a scale word from a million on. */
function compact(value: Decimal, scaled: boolean): string {
  const short = value.toSignificantDigits(4);
  return scaled ? scaledText(short) : grouped(short.toFixed());
}

/** A rounded number with the digits it was stated with, so that it reads as the same again; else the number alone. */
function rounded(quantity: Quantity, value: Decimal, kind: RoundedKind, scaled: boolean): string {
  const exponents = !scaled ? [0] : scaleOf(value) === 0 ? [0, 3] : [scaleOf(value)];
  const written = exponents.flatMap((exponent) => writings(quantity, value, exponent));
  const faithful = written.find((each) => standsFor(each, quantity, kind));
  return faithful === undefined ? inFull(value, scaled) : textOf(faithful);
}

type RoundedKind = 'rounding' | 'approximate';

/** The number at one scale: as short as it goes, and with the zeros that its bounds call for. */
function writings({ high }: Quantity, value: Decimal, exponent: number): readonly Written[] {
  const number = shifted(value, exponent);
  const half = high === null ? number : Decimal.sub(high, value);
  const decimals = [0, 1].map((zeros) => Math.max(0, exponent - half.e + zeros - 1));
  return [number.toFixed(), ...decimals.map((places) => number.toFixed(Math.min(places, 60)))].map((digits) => ({
    digits,
    exponent,
  }));
}

/** Whether a text would be read as this quantity. */
function standsFor(written: Written, { value, low, high, unit }: Quantity, kind: RoundedKind): boolean {
  const looksExact = written.exponent === 0 && !written.digits.includes('.') && unit !== 'percent';
  if (value === null || low === null || high === null || (kind === 'rounding' && looksExact)) return false;
  const half = halfWidth(written, kind);
  return writtenValue(written).eq(value) && high.eq(Decimal.add(value, half)) && low.eq(Decimal.sub(value, half));
}

/** The largest scale word from a million on that a number reaches, by its power of ten; 0 below. */
function scaleOf(value: Decimal): number {
  return value.isZero() || value.e < 6 ? 0 : Math.min(12, value.e - (value.e % 3));
}

function scaledText(value: Decimal): string {
  const exponent = scaleOf(value);
  return textOf({ digits: shifted(value, exponent).toFixed(), exponent });
}

function shifted(value: Decimal, exponent: number): Decimal {
  return Decimal.mul(value, `1e-${exponent}`);
}

function textOf({ digits, exponent }: Written): string {
  return grouped(digits) + (scaleWords.find((scale) => scale.exponent === exponent)?.words[0] ?? '');
}

/** Digits with their whole part in groups of three. */
function grouped(digits: string): string {
  const [whole = '', ...decimals] = digits.split('.');
  return [whole === '-0' && decimals.length === 0 ? '0' : whole.replaceAll(/\B(?=(\d{3})+$)/g, ','), ...decimals].join(
    '.',
  );
}
