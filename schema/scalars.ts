import { parseQuantity } from '../src/quantity/parse.ts';
import { lastDayOf, parsePeriod } from '../src/quantity/period.ts';
import { builder } from './builder.ts';
import { clientError, type ErrorCode } from './errors.ts';

textScalar('Date', {
  description:
    'A calendar day, `2024-08-26`. As an answer it is shortened to what is known: `2024-08` is some day of that month, `2024` of that year. As an argument a month or a year counts as its last day.',
  code: 'BAD_DATE',
  problemOf: (text) =>
    lastDayOf(text) === null ? `"${text}" is no day; write for example 2024-08-26, 2024-08 or 2024` : null,
});

textScalar('DateTime', {
  description: 'An instant in UTC, ISO 8601: `2026-11-25T15:50:00Z`.',
  code: 'BAD_DATE',
  problemOf: (text) =>
    Number.isNaN(Date.parse(text)) ? `"${text}" is no instant; write for example 2026-11-25T15:50:00Z` : null,
});

textScalar('Decimal', {
  description: 'A decimal number of any length, as a string, digit for digit: `"23000000000"`.',
  code: 'BAD_QUANTITY',
  problemOf: (text) =>
    /^-?\d+(\.\d+)?$/.test(text) ? null : `"${text}" is no decimal number; write for example 23000000000`,
});

textScalar('PeriodLabel', {
  description:
    'A stretch of time: `2024`, `2024-H1`, `2024-9M`, `2024-Q2`, `2024-08`, a day `2024-08-26`, a fiscal period such as `FY2025-Q1` or `FY2025-9M` in the calendar of the company concerned, or an ISO 8601 interval `2025-01-27/2025-04-27`. Either end may be open: `2024-08-26/..`; `../..` is all time.',
  code: 'BAD_PERIOD',
  // Any calendar will do to see whether it is well written; which one holds, the field knows.
  problemOf(text) {
    const period = parsePeriod(text, { month: 12, day: 31 });
    return 'problem' in period ? period.problem : null;
  },
});

textScalar('Quantity', {
  description:
    'A number with its unit and bounds, as people write it: `10bn CNY`, `>1m count`, `12000..13000 USD`, `123 %`, `about 4 MW`. Money needs its currency code. A plain whole number is exact, `1000000 count`; one with a scale or a decimal point is rounded to its last digit, unless `exactly 10bn CNY` is written.',
  code: 'BAD_QUANTITY',
  problemOf(text) {
    // Where one unit goes without saying, a field takes a number without it, and others do not.
    const quantity = parseQuantity(text, { unit: 'ratio' });
    return 'problem' in quantity ? quantity.problem : null;
  },
});

/** A scalar that is text in a form of its own, checked where it comes in. */
function textScalar(
  name: 'Date' | 'DateTime' | 'Decimal' | 'PeriodLabel' | 'Quantity',
  {
    description,
    code,
    problemOf,
  }: { description: string; code: ErrorCode; problemOf: (text: string) => string | null },
): void {
  builder.scalarType(name, {
    description,
    serialize: (value) => value,
    parseValue(value) {
      if (typeof value !== 'string') throw clientError(code, `${name} is written as a string`);
      if (value.length > 200) throw clientError(code, `${name} has at most 200 characters`);
      const problem = problemOf(value);
      if (problem !== null) throw clientError(code, problem);
      return value;
    },
  });
}
