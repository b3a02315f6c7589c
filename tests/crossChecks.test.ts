import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Context, createContext } from '../schema/context.ts';
import { disputedOf } from '../schema/disputed.ts';
import { linkFigure } from '../schema/linkFigure.ts';
import { agreement } from '../src/metrics/agreement.ts';
import { convertUnit, impliedRate } from '../src/metrics/conversion.ts';
import { total } from '../src/metrics/total.ts';
import { toNumber } from '../src/quantity/arithmetic.ts';
import { type Figure, isDerived } from '../src/quantity/figure.ts';
import { ClaimedFact } from '../src/store/claimedFigure.ts';
import { countingClaims, seenClaims } from '../src/store/counting.ts';
import { claimsOfLink, claimsOfSubject } from '../src/store/reading.ts';
import { type Serving, serving } from './ask.ts';
import { calculate } from './crossChecks/calculate.ts';
import { parseFormula } from './crossChecks/formula.ts';
import { entityOf, linkOf, readInput } from './crossChecks/readInput.ts';
import { type Computation, crossChecks } from './crossChecks/rows.ts';
import { claimed, period } from './metrics/given.ts';
import { publishedData } from './publishedData.ts';

// What research found to follow from the facts, and where it found them to contradict each other, must come out of the
// facts here. tests/crossChecks/investments.yaml says what the keys of the rows mean.

const { computations, aboutClaims, sharedNames, dayRates } = crossChecks();

const published = publishedData();
let context: Context;
let server: Serving;
beforeAll(async () => {
  const revision = await published.open();
  context = createContext(revision);
  server = await serving(revision);
});
afterAll(async () => {
  await server.stop();
  published.remove();
});

describe('what follows from the facts', () => {
  test.each(computations)('$id: $what', async (row) => {
    const operands = new Map<string, Figure>();
    for (const [name, input] of Object.entries(row.inputs)) operands.set(name, await readInput(context, input));
    const figure = calculate(parseFormula(row.formula), operands);
    expect(figure.quantity.unit).toBe(row.unit);
    const { value, low, high, lowOpen, highOpen } = figure.quantity;
    expectNear(toNumber(value), row.value ?? null);
    expectNear(toNumber(low), row.low ?? row.value ?? null);
    expectNear(toNumber(high), row.high ?? row.value ?? null);
    expect([lowOpen, highOpen]).toEqual([row.lowOpen, false]);
    if (row.evidence) expect(figure.evidence).toBe(row.evidence);
    if (row.warning) expect(warningsOf(figure)).toContain(row.warning);
    if (row.with) expect(agreement(figure, convertUnit(await otherOf(row.with), row.unit))).toBe(row.verdict);
  });
});

/** Figures are given to seven digits or more. */
function expectNear(actual: number | null, expected: number | null): void {
  if (actual === null || expected === null) expect(actual).toBe(expected);
  else expect(Math.abs(actual / expected - 1), `${actual} is not ${expected}`).toBeLessThanOrEqual(1e-6);
}

function warningsOf({ origin }: Figure): readonly string[] {
  return isDerived(origin) ? origin.warnings.map(({ code }) => code) : [];
}

async function otherOf(other: NonNullable<Computation['with']>): Promise<Figure> {
  if (!('sum' in other)) return readInput(context, other);
  const figures = await Promise.all(other.sum.map((one) => readInput(context, one)));
  const parts = figures.map((figure) => ({ entity: { id: '', name: figure.period?.label ?? '' }, figure }));
  const unit = figures[0]?.quantity.unit ?? 'ratio';
  return total({ unit, nonNegative: true, stated: null, parts, open: false, period: null }).sum;
}

describe('rates of days, from one amount in two currencies', () => {
  test.each(dayRates)('$id is $formula', async ({ period: day, formula, value, low, high }) => {
    const [yuan, dollars] = formula.split(' / ').map(Number);
    const implied = impliedRate(inMillions(yuan, 'CNY'), inMillions(dollars, 'USD')).quantity;
    expectNear(toNumber(implied.low), low);
    expectNear(toNumber(implied.high), high);
    expect(Number(implied.value?.toFixed(4))).toBe(value);
    const rates = await context.revision.rates();
    const stored = rates.rate('CNY', 'last-day', period(day), context.view().lens.knownOn);
    expect(toNumber(stored?.quantity.value ?? null)).toBe(value);
  });
});

/** Reports round to the million, whatever digits the million ends on. */
function inMillions(millions = Number.NaN, unit: string): Figure {
  return claimed(`${millions}m ${unit} (${millions - 0.5}m..${millions + 0.5}m)`);
}

describe('what claims say of one fact', () => {
  test.each(aboutClaims)('$id: $what', async ({ of, property, values, disputed, claims, rank }) => {
    const view = context.view();
    const { lens, horizon } = view;
    if (!of.startsWith('Link:')) {
      const found = (await claimsOfSubject(await entityOf(view, of))).filter((claim) => claim.property === property);
      const counting = countingClaims(seenClaims(lens, horizon, found));
      expect(new Set(counting.map(({ factKey }) => factKey)).size).toBe(1);
      expect(counting.map(({ date, text }) => date ?? text).sort()).toEqual(values);
      return;
    }
    const link = await linkOf(view, of);
    const found = (await claimsOfLink(link)).map(({ row }) => row);
    if (claims !== undefined) expect(found).toHaveLength(claims);
    if (rank !== undefined) expect(found.map((claim) => claim.rank)).toEqual([rank]);
    if (disputed !== undefined) {
      const figure = await linkFigure(link, 'equity-share');
      const origin = figure?.origin;
      if (!(origin instanceof ClaimedFact)) throw new Error('no share is claimed');
      expect(await disputedOf(origin)).toBe(disputed);
    }
  });
});

describe('names that several bear', () => {
  test.each(sharedNames)('$id: $named', async ({ named, type, found }) => {
    const bearers = await context.view().named(type, named);
    expect(bearers.map(({ row }) => row.slug).sort()).toEqual(found);
  });
});

describe('contradictions among the facts', () => {
  const contradicting = [...computations, ...aboutClaims, ...sharedNames].flatMap(({ id, what, discrepancy }) =>
    discrepancy ? [{ id, what, ...discrepancy }] : [],
  );
  const others = [
    ...computations.flatMap((row) =>
      row.verdict === 'disagree' && !row.discrepancy ? [{ ...row, of: ofOther(row) }] : [],
    ),
    ...aboutClaims.filter(({ disputed }) => disputed === false),
  ];
  let listed: readonly Listed[];
  beforeAll(async () => {
    listed = await allDiscrepancies();
  });

  test.each(contradicting)('$id is one: $what', ({ kind, of, property = null, period: label = null }) => {
    expect(listed).toContainEqual({ kind, of, property, period: label, link: null });
  });

  test.each(others)('$id is none: $what', ({ of }) => {
    expect(listed.filter((one) => one.of === of || one.link === of)).toEqual([]);
  });
});

function ofOther(row: Computation): string {
  return row.with && 'of' in row.with ? row.with.of : '';
}

interface Listed {
  readonly kind: string;
  readonly of: string;
  readonly property: string | null;
  readonly period: string | null;
  readonly link: string | null;
}

async function allDiscrepancies(): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for (let after = ''; ; ) {
    const { body } = await server.ask(`{ discrepancies(first: 100${after}) {
      pageInfo { hasNextPage endCursor } edges { node { kind subject { id } property period { label } link { id } } }
    } }`);
    expect(body.errors).toBeUndefined();
    const { pageInfo, edges } = Object(body.data).discrepancies;
    for (const { node } of edges) {
      found.push({
        kind: inWords(node.kind),
        of: node.subject.id,
        property: node.property && inWords(node.property),
        period: node.period?.label ?? null,
        link: node.link?.id ?? null,
      });
    }
    if (!pageInfo.hasNextPage) return found;
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

function inWords(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
