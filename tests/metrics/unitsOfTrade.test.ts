import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Parties, Party } from '../../src/metrics/parties.ts';
import { type Lot, type UnitsAsked, unitsOfTrade } from '../../src/metrics/unitsOfTrade.ts';
import { exact } from '../../src/quantity/arithmetic.ts';
import { plusDays } from '../../src/quantity/day.ts';
import { Decimal } from '../../src/quantity/decimal.ts';
import type { Evidence } from '../../src/quantity/evidence.ts';
import { isUnknown, type Quantity } from '../../src/quantity/quantity.ts';
import { allows, endsOf } from '../quantity/given.ts';
import { claimed, derivationOf, period } from './given.ts';

const [china, firm, other, foreign, chip, chip2, family, maker] = [1, 2, 3, 4, 5, 6, 7, 8];
const party = (key: number, ...around: readonly number[]): Party => ({
  key,
  within: new Set([key, ...around]),
  open: false,
});
const buyers: Readonly<Record<string, Parties>> = {
  anybody: [],
  china: [party(china)],
  firm: [party(firm, china)],
  other: [party(other, china)],
  both: [party(firm, china), party(other, china)],
  foreign: [party(foreign)],
  open: [{ ...party(99), open: true }],
};
const goods: Readonly<Record<string, Parties>> = {
  all: [],
  chip: [party(chip, family)],
  chip2: [party(chip2, family)],
  family: [party(family)],
};

function lot(
  stated: string | Quantity,
  of: { buyers?: string; goods?: string; period: string; evidence?: Evidence },
): Lot {
  const evidence = of.evidence ?? 'estimated';
  const days = period(of.period);
  return {
    entity: { id: `Shipment:${of.period}`, name: `${of.goods ?? 'chip'} to ${of.buyers ?? 'anybody'}, ${of.period}` },
    sellers: [party(maker)],
    goods: goods[of.goods ?? 'chip'] ?? [],
    buyers: buyers[of.buyers ?? 'anybody'] ?? [],
    period: days,
    evidence,
    units: claimed(stated, { evidence, period: days }),
  };
}

function asked(label: string, of: { buyers?: string; goods?: string } = {}): UnitsAsked {
  const trade = {
    sellers: [party(maker)],
    goods: goods[of.goods ?? 'chip'] ?? [],
    buyers: buyers[of.buyers ?? 'anybody'] ?? [],
  };
  return { trade, period: period(label) };
}

function bounds(lots: readonly Lot[], what: UnitsAsked): string | null {
  const figure = unitsOfTrade(lots, what);
  return figure && endsOf(figure.quantity, 0);
}

describe('units of a trade', () => {
  test('are those stated for it', () => {
    const stated = lot('exactly 100 count', { period: '2024' });
    expect(unitsOfTrade([stated, lot('exactly 7 count', { period: '2023' })], asked('2024'))).toBe(stated.units);
  });

  test('are four quarters added up, and a running total less an earlier one', () => {
    const quarters = ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => lot('exactly 10 count', { period: `2024-${quarter}` }));
    expect(bounds(quarters, asked('2024'))).toBe('40 40');
    const totals = [lot('100..120 count', { period: '2022/2023' }), lot('150..180 count', { period: '2022/2024' })];
    expect(bounds(totals, asked('2024'))).toBe('30 80');
  });

  test('of some of the quarters, or to some of the buyers, are a lower bound', () => {
    const some = [lot('exactly 10 count', { period: '2024-Q1' }), lot('>20 count', { period: '2024-Q3' })];
    expect(bounds(some, asked('2024'))).toBe('>30 ..');
    const parts = [
      lot('exactly 10 count', { buyers: 'firm', period: '2024' }),
      lot('exactly 5 count', { buyers: 'foreign', period: '2024' }),
      lot('exactly 9 count', { buyers: 'china', period: '2024' }),
    ];
    const figure = unitsOfTrade(parts, asked('2024'));
    expect(figure && endsOf(figure.quantity, 0)).toBe('15 ..');
    expect(figure && derivationOf(figure).warnings.map(({ code }) => code)).toEqual(['overlap-left-out']);
  });

  test('are at most those of a longer time, of more buyers or of the whole family', () => {
    const wide = [
      lot('100..120 count', { period: '2022/2024' }),
      lot('exactly 60 count', { period: '2024', goods: 'family' }),
      lot('exactly 8 count', { buyers: 'firm', period: '2024-Q2' }),
    ];
    expect(bounds(wide, asked('2024'))).toBe('8 60');
    expect(bounds(wide, asked('2024', { buyers: 'firm' }))).toBe('8 60');
    expect(bounds(wide, asked('2024', { goods: 'family' }))).toBe('60 60');
    expect(bounds(wide, asked('2019'))).toBeNull();
  });

  test('of several buyers are those of each, added up', () => {
    const each = [
      lot('exactly 10 count', { buyers: 'firm', period: '2024' }),
      lot('exactly 5 count', { buyers: 'other', period: '2024' }),
    ];
    expect(bounds(each, asked('2024', { buyers: 'both' }))).toBe('15 15');
    expect(bounds(each, asked('2024', { buyers: 'china' }))).toBe('15 ..');
  });

  test('leave forecasts out beside results', () => {
    const mixed = [
      lot('exactly 10 count', { buyers: 'firm', period: '2024' }),
      lot('exactly 99 count', { buyers: 'foreign', period: '2024', evidence: 'forecast' }),
    ];
    expect(bounds(mixed, asked('2024'))).toBe('10 ..');
    expect(unitsOfTrade(mixed.slice(1), asked('2024'))?.evidence).toBe('forecast');
  });

  test('are unknown where parts are more than the whole', () => {
    const lots = [
      lot('>1m count', { buyers: 'firm', period: '2025-Q1' }),
      lot('300k..400k count', { period: '2025-Q1', goods: 'family' }),
    ];
    const figure = unitsOfTrade(lots, asked('2025-Q1'));
    expect(figure && isUnknown(figure.quantity)).toBe(true);
    expect(
      figure &&
        derivationOf(figure)
          .warnings.map(({ message }) => message)
          .join(),
    ).toMatch(/contradict/);
  });

  test('to a group that nobody knows all of may be anybody’s', () => {
    const lots = [
      lot('exactly 50 count', { buyers: 'open', period: '2024' }),
      lot('exactly 10 count', { buyers: 'foreign', period: '2024' }),
    ];
    expect(bounds(lots, asked('2024'))).toBe('50 ..');
  });
});

/** A world of daily sales of two chips to two firms and others, and shipments that tell of stretches of it. */
const worlds = fc
  .record({
    sales: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6 * 8, maxLength: 6 * 8 }),
    told: fc.array(
      fc.record({
        buyers: fc.constantFrom('anybody', 'china', 'firm', 'other', 'both', 'foreign'),
        goods: fc.constantFrom('all', 'chip', 'chip2', 'family'),
        days: fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })),
        slack: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
        oneSided: fc.boolean(),
      }),
      { maxLength: 7 },
    ),
    question: fc.record({
      buyers: fc.constantFrom('anybody', 'china', 'firm', 'both', 'foreign'),
      goods: fc.constantFrom('all', 'chip', 'family'),
      days: fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })),
    }),
  })
  .map(({ sales, told, question }) => ({
    lots: told.map((one) => toldOf(sales, one)),
    what: asked(daysOf(one(question.days)), question),
    truth: unitsSold(sales, question.buyers, question.goods, one(question.days)),
  }));

type Days = readonly [number, number];

function one([a, b]: Days): Days {
  return a <= b ? [a, b] : [b, a];
}

function daysOf([from, to]: Days): string {
  return `${plusDays('2024-01-01', from)}/${plusDays('2024-01-01', to)}`;
}

const columns = ['firm', 'other', 'foreign'].flatMap((buyer) => ['chip', 'chip2'].map((good) => ({ buyer, good })));

function unitsSold(sales: readonly number[], buyer: string, good: string, [from, to]: Days): number {
  const among = { anybody: ['firm', 'other', 'foreign'], china: ['firm', 'other'], both: ['firm', 'other'] }[buyer] ?? [
    buyer,
  ];
  const what = good === 'chip' || good === 'chip2' ? [good] : ['chip', 'chip2'];
  return sales.reduce((so, units, index) => {
    const column = columns[index % columns.length];
    const day = Math.floor(index / columns.length);
    const isMeant = column && among.includes(column.buyer) && what.includes(column.good) && day >= from && day <= to;
    return isMeant ? so + units : so;
  }, 0);
}

function toldOf(
  sales: readonly number[],
  told: { buyers: string; goods: string; days: Days; slack: Days; oneSided: boolean },
): Lot {
  const truth = unitsSold(sales, told.buyers, told.goods, one(told.days));
  const [below, above] = told.slack;
  const stated: Quantity = {
    ...exact(0, 'count'),
    value: null,
    low: new Decimal(Math.max(0, truth - below)),
    high: told.oneSided ? null : new Decimal(truth + above),
    bounds: 'stated-range',
  };
  return lot(stated, { buyers: told.buyers, goods: told.goods, period: daysOf(one(told.days)) });
}

test('units hold the truth, whichever shipments tell of it', () => {
  fc.assert(
    fc.property(worlds, ({ lots, what, truth }) => {
      const figure = unitsOfTrade(lots, what);
      fc.pre(figure !== null);
      expect(isUnknown(figure.quantity)).toBe(false);
      expect(allows(figure.quantity, new Decimal(truth))).toBe(true);
    }),
    { numRuns: 400 },
  );
});
