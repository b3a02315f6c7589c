import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulesOf } from '../schema/rulesOf.ts';
import { controlDates, controlWindows } from '../src/controls/controlWindows.ts';
import { matchesPlace, placesOn } from '../src/controls/places.ts';
import { daysBetween } from '../src/quantity/day.ts';
import { lastDayOf } from '../src/quantity/period.ts';
import { compiledFolder } from './compiled.ts';
import { publishedData } from './publishedData.ts';

// The dates of export controls and the members of groups, held to what tests/crossChecks/controls.yaml says of them, and how.

interface DateOf {
  readonly control?: string;
  readonly processor?: string;
  readonly date: string;
  readonly part?: string;
}

interface Days {
  readonly id: string;
  readonly control: string;
  readonly from: string | DateOf;
  readonly to: string | DateOf;
  readonly expect: number;
  readonly tentative?: boolean;
}

interface DaysIn {
  readonly id: string;
  readonly control: string;
  readonly state: string;
  readonly until: string;
  readonly expect: number;
}

interface Disputed {
  readonly id: string;
  readonly control: string;
  readonly date: string;
  readonly best?: string;
  readonly others?: readonly string[];
}

interface Order {
  readonly id: string;
  readonly control: string;
  readonly order: readonly (string | readonly string[])[];
}

interface Members {
  readonly id: string;
  readonly group: string;
  readonly on: string | readonly string[];
  readonly place?: string;
  readonly expect?: boolean | readonly string[];
  readonly anyOf?: readonly string[];
  readonly noneOf?: readonly string[];
}

const file = parse(readFileSync('tests/crossChecks/controls.yaml', 'utf8'), { schema: 'core' });
const checks: {
  readonly days: readonly Days[];
  readonly daysIn: readonly DaysIn[];
  readonly unknown: readonly Disputed[];
  readonly disputed: readonly Disputed[];
  readonly order: readonly Order[];
  readonly members: readonly Members[];
} = file;

const { rows } = compiledFolder('data');
const controls = rows.entity.filter(({ type }) => type === 'ExportControl').map(({ slug }) => slug);

/** The claims of a date, best first. */
function datesOf({ control, processor, date, part }: DateOf) {
  const [type, slug] = control === undefined ? ['Processor', processor] : ['ExportControl', control];
  const entity = rows.entity.find((row) => row.type === type && row.slug === slug);
  const isOfPart = (qualifiers: string) => (JSON.parse(qualifiers) as { part?: string }).part === part;
  return rows.claim
    .filter((claim) => claim.subjectKey === entity?.key && claim.property === date && claim.date !== null)
    .filter(({ qualifiersJson }) => isOfPart(qualifiersJson))
    .sort((left, right) => left.place - right.place)
    .map((claim) => ({ day: lastDayOf(claim.date ?? ''), tentative: claim.rank === 'tentative' }));
}

function dateOf(date: DateOf): { readonly day: string; readonly tentative: boolean } {
  const [best] = datesOf(date);
  if (best?.day == null) throw new Error(`no ${date.date} of ${date.control ?? date.processor}`);
  return { day: best.day, tentative: best.tentative };
}

describe('dates of export controls', () => {
  test.each(checks.days)('lie so many days apart: $id', ({ control, from, to, expect: days, tentative = false }) => {
    const [first, second] = [from, to].map((date) => dateOf(typeof date === 'string' ? { control, date } : date));
    expect(daysBetween(first?.day ?? '', second?.day ?? '')).toBe(days);
    expect(first?.tentative || second?.tentative).toBe(tentative);
  });

  test.each(checks.unknown)('are not known: $id', ({ control, date }) => {
    expect(datesOf({ control, date })).toEqual([]);
  });

  test.each(checks.disputed)('are disputed: $id', ({ control, date, best, others = [] }) => {
    expect(datesOf({ control, date }).map(({ day }) => day)).toEqual([best, ...others]);
  });

  test.each(checks.order)('follow each other: $id', ({ control, order }) => {
    for (const slug of control === 'all' ? controls : [control]) {
      const days = order.map((step) => [step].flat().flatMap((date) => datesOf({ control: slug, date })[0]?.day ?? []));
      for (const step of days) expect([slug, new Set(step).size <= 1]).toEqual([slug, true]);
      const known = days.flatMap(([day]) => day ?? []);
      expect([slug, known]).toEqual([slug, known.toSorted()]);
    }
  });
});

test.each(checks.daysIn)('a control spends so many days in a state: $id', ({ control, state, until, expect: days }) => {
  const steps = controlDates.flatMap((date) => {
    const [best] = datesOf({ control, date });
    return best?.day == null ? [] : [{ date, day: best.day, tentative: best.tentative }];
  });
  const spent = controlWindows(steps)
    .filter((window) => window.state === state && (window.from ?? '') <= until)
    .map(({ from, to }) => daysBetween(from ?? until, to !== null && to < until ? to : until) + 1);
  expect(spent.reduce((sum, each) => sum + each, 0)).toBe(days);
});

describe('members of groups', async () => {
  const published = publishedData();
  const revision = await published.open();
  const { rules, locationOf } = await rulesOf(revision);
  revision.close();
  published.remove();
  const countries = rows.entity
    .filter(({ type, kindsJson }) => type === 'Place' && kindsJson === '["country"]')
    .map(({ slug }) => slug);
  const membersOn = (match: { anyOf: readonly string[]; noneOf?: readonly string[] | undefined }, day: string) =>
    countries.filter((place) => matchesPlace(match, placesOn(locationOf(place), day), rules.book.memberRules) === true);

  test.each(checks.members)('$id', ({ group, on, place, expect: expected, anyOf, noneOf }) => {
    for (const day of [on].flat()) {
      const members = membersOn({ anyOf: [group] }, day);
      if (place !== undefined) expect([day, members.includes(place)]).toEqual([day, expected]);
      else if (anyOf !== undefined) expect([day, members]).toEqual([day, membersOn({ anyOf, noneOf }, day)]);
      else expect([day, members]).toEqual([day, expected]);
    }
  });
});
