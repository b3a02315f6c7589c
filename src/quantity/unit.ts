import { Decimal, quotient } from './decimal.ts';

/** Thrown where quantities are put together whose units do not fit: adding CNY to USD is an error, not a number. */
export class UnitMismatch extends Error {
  readonly left: string;
  readonly right: string;

  constructor(left: string, right: string) {
    super(`${left} and ${right} cannot be put together; convert one of them first`);
    this.name = 'UnitMismatch';
    this.left = left;
    this.right = right;
  }
}

/** The code of a unit from how people write it: `%` gives percent, `RMB` CNY, `units` count. Null where it is no unit. */
export function parseUnit(text: string): string | null {
  const written = text.trim().replaceAll(/\s+/g, ' ');
  return simpleCode(written) ?? quotientCode(written);
}

/** Whether a unit is money of one currency. */
export function isCurrency(unit: string): boolean {
  return currencies.has(unit);
}

/** The two currencies of a rate: `CNY/USD`, yuan for one dollar, gives CNY and USD. Null for other units. */
export function currencyPair(unit: string): { readonly of: string; readonly per: string } | null {
  const [of, per] = sides(unit);
  return per !== null && isCurrency(of) && isCurrency(per) ? { of, per } : null;
}

/**
 * What a number of one unit is multiplied by to have it in another: 1000 from kW to W, 0.01 from percent to ratio. Null
 * where the two do not measure the same. Exact, or rounded at 40 digits where it has no end (seconds to hours).
 */
export function unitFactor(from: string, to: string): Decimal | null {
  const fraction = unitFraction(from, to);
  return fraction === null ? null : quotient(fraction.times, fraction.over, 'nearest');
}

/** The same factor as an exact fraction. */
export function unitFraction(from: string, to: string): { readonly times: Decimal; readonly over: Decimal } | null {
  const [a, b] = [sizeOf(from), sizeOf(to)];
  if (a.dimension !== b.dimension) return null;
  return { times: Decimal.mul(a.times, b.over), over: Decimal.mul(a.over, b.times) };
}

/**
 * The unit of a product, null where the product of the two has none. A ratio or a count times money is money; yuan per
 * dollar times dollars are yuan.
 */
export function productUnit(a: string, b: string): string | null {
  if (a === 'ratio') return b;
  if (b === 'ratio') return a;
  const [aOf, aPer] = sides(a);
  const [bOf, bPer] = sides(b);
  if (aPer === b) return aOf;
  if (bPer === a) return bOf;
  if (a === 'count') return b;
  return b === 'count' ? a : null;
}

/**
 * The unit of a quotient, null where it has none. Like units give a ratio; money over a count is money; yuan over
 * dollars are CNY/USD, and yuan over yuan per dollar are dollars.
 */
export function quotientUnit(a: string, b: string): string | null {
  if (a === b) return 'ratio';
  if (b === 'ratio') return a;
  const [aOf, aPer] = sides(a);
  const [bOf, bPer] = sides(b);
  if (bPer !== null && bOf === a) return bPer;
  if (a === 'ratio') return bPer === null ? null : quotientCode(`${bPer}/${bOf}`);
  if (aPer !== null && aPer === bPer) return quotientUnit(aOf, bOf);
  return quotientCode(`${a}/${b}`) ?? (b === 'count' ? a : null);
}

/** What a unit measures, and how large it is. */
export interface Size {
  readonly dimension: string;
  /** In the base unit of its dimension: times ÷ over. */
  readonly times: Decimal;
  readonly over: Decimal;
}

const one = new Decimal(1);

/** Units by code: what they measure, how many of its base unit they are, and how else people write them. */
const units: Record<
  string,
  { readonly measures: string; readonly times: number | string; readonly aliases: string[] }
> = {
  count: { measures: 'count', times: 1, aliases: ['unit', 'units', 'piece', 'pieces', 'chips', 'processors'] },
  ratio: { measures: 'ratio', times: 1, aliases: ['ratios'] },
  percent: { measures: 'ratio', times: '0.01', aliases: ['%', 'per cent'] },
  W: { measures: 'power', times: 1, aliases: ['watt', 'watts'] },
  kW: { measures: 'power', times: 1e3, aliases: ['KW', 'kilowatt', 'kilowatts'] },
  MW: { measures: 'power', times: 1e6, aliases: ['megawatt', 'megawatts'] },
  GW: { measures: 'power', times: 1e9, aliases: ['gigawatt', 'gigawatts'] },
  MB: { measures: 'bytes', times: 1e6, aliases: [] },
  GB: { measures: 'bytes', times: 1e9, aliases: [] },
  TB: { measures: 'bytes', times: 1e12, aliases: [] },
  'GB/s': { measures: 'bytes per second', times: 1e9, aliases: ['GBps'] },
  'TB/s': { measures: 'bytes per second', times: 1e12, aliases: ['TBps'] },
  'GFLOP/s': { measures: 'floating-point operations per second', times: 1e9, aliases: ['GFLOPS'] },
  'TFLOP/s': { measures: 'floating-point operations per second', times: 1e12, aliases: ['TFLOPS', 'TFLOPs'] },
  'PFLOP/s': { measures: 'floating-point operations per second', times: 1e15, aliases: ['PFLOPS', 'PFLOPs'] },
  'EFLOP/s': { measures: 'floating-point operations per second', times: 1e18, aliases: ['EFLOPS', 'EFLOPs'] },
  'TOP/s': { measures: 'integer operations per second', times: 1e12, aliases: ['TOPS', 'TOPs'] },
  TPP: { measures: 'total processing performance', times: 1, aliases: ['TOPS x bit', 'TOP/s x bit', 'TOPS × bit'] },
  mm2: { measures: 'area', times: 1, aliases: ['mm²', 'mm^2'] },
  nm: { measures: 'length', times: 1, aliases: ['nanometre', 'nanometres'] },
  s: { measures: 'time', times: 1, aliases: ['second', 'seconds'] },
  hours: { measures: 'time', times: 3600, aliases: ['hour', 'h'] },
  days: { measures: 'time', times: 86400, aliases: ['day'] },
  // Of 365.25 days.
  years: { measures: 'time', times: 31557600, aliases: ['year', 'a year'] },
  MHz: { measures: 'frequency', times: 1e6, aliases: [] },
  GHz: { measures: 'frequency', times: 1e9, aliases: [] },
  Gbit: { measures: 'bits', times: 1e9, aliases: ['Gb'] },
  tokens: { measures: 'tokens', times: 1, aliases: ['token'] },
};

/** What a quotient may be over, besides a currency: how it is written there, and the unit by itself. */
const denominators: Record<string, string> = {
  hour: 'hours',
  day: 'days',
  year: 'years',
  mm2: 'mm2',
  TPP: 'TPP',
};

/** The active currency codes of ISO 4217 (2025), funds and metals left out. */
const currencies = new Set(
  `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
  COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS
  INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP
  MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR
  SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV
  WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

const currencyAliases: Record<string, string> = { RMB: 'CNY', YUAN: 'CNY', RENMINBI: 'CNY' };

const codeByName = new Map(
  Object.entries(units).flatMap(([code, { aliases }]) => [code, ...aliases].map((name) => [name, code] as const)),
);

const codeByLowerCaseName = new Map([...codeByName].map(([name, code]) => [name.toLowerCase(), code]));

function simpleCode(text: string): string | null {
  return codeByName.get(text) ?? currencyCode(text) ?? wordCode(text);
}

function currencyCode(text: string): string | null {
  const code = text.toUpperCase();
  return currencies.has(code) ? code : (currencyAliases[code] ?? null);
}

/** Words may be written in either case; abbreviations may not, for an mW is no MW. */
function wordCode(text: string): string | null {
  return text.length >= 4 ? (codeByLowerCaseName.get(text.toLowerCase()) ?? null) : null;
}

function quotientCode(text: string): string | null {
  const slash = text.lastIndexOf('/');
  const of = slash < 0 ? null : simpleCode(text.slice(0, slash));
  const per = denominatorCode(text.slice(slash + 1));
  return of === null || per === null ? null : `${of}/${per}`;
}

function denominatorCode(text: string): string | null {
  const code = simpleCode(text);
  if (code === null || isCurrency(code)) return code;
  return Object.keys(denominators).find((written) => denominators[written] === code) ?? null;
}

/** What a unit is of, and what it is per, each as a unit by itself: `USD/hour` gives USD and hours. */
function sides(unit: string): readonly [string, string | null] {
  if (Object.hasOwn(units, unit)) return [unit, null];
  const slash = unit.lastIndexOf('/');
  if (slash < 0) return [unit, null];
  const per = unit.slice(slash + 1);
  return [unit.slice(0, slash), denominators[per] ?? per];
}

/** What a unit measures, and how many base units of that it is: 1 kW are 1000 W, a currency is its own. */
export function sizeOf(unit: string): Size {
  const [of, per] = sides(unit);
  if (per === null) {
    const known = units[of];
    return { dimension: known?.measures ?? of, times: known ? new Decimal(known.times) : one, over: one };
  }
  const [above, below] = [sizeOf(of), sizeOf(per)];
  return {
    dimension: `${above.dimension} per ${below.dimension}`,
    times: Decimal.mul(above.times, below.over),
    over: Decimal.mul(above.over, below.times),
  };
}
