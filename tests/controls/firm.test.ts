import { describe, expect, test } from 'vitest';
import { buyerOf, type Firm, firmShare, type Stake } from '../../src/controls/firm.ts';
import { Decimal } from '../../src/quantity/decimal.ts';

const place = (slug: string) => ({ place: slug, memberships: [] });
const always = { from: null, to: null };
const list = new Set(['entity-list']);

const firm = (home: string | null, more: Partial<Firm> = {}): Firm => ({
  home: home === null ? null : place(home),
  listings: [],
  parents: [],
  owners: [],
  ...more,
});
const listed = (from: string, to: string | null = null) => [{ control: 'entity-list', from, to }];
const share = (percent: number) =>
  firmShare(false, {
    low: new Decimal(percent).div(100),
    high: new Decimal(percent).div(100),
    lowOpen: false,
    highOpen: false,
  });
const stake = (owner: Firm, percent: number, more: Partial<Stake> = {}): Stake => ({
  ...always,
  by: `${percent}`,
  controls: false,
  owner,
  share: share(percent),
  ...more,
});

/** The shares of listed owners, as texts. */
function shares(of: Firm) {
  return buyerOf('it', of, list).ownedByListed.map(({ from, to, share: { low, high } }) => [
    from,
    to,
    `${low?.toFixed() ?? '…'} to ${high?.toFixed() ?? '…'}`,
  ]);
}

describe('headquarters', () => {
  const homesOf = (of: Firm) =>
    buyerOf('it', of, list).headquarters.map(({ from, to, location }) => [from, to, location.place]);

  test('are its own, and those of its ultimate parent while it has one', () => {
    const top = firm('cn');
    const middle = firm('sg', { parents: [{ firm: top, from: '2024-01-01', to: null }] });
    const it = firm('my', { parents: [{ firm: middle, from: '2023-01-01', to: '2025-06-30' }] });
    expect(homesOf(it)).toEqual([
      [null, null, 'my'],
      ['2023-01-01', '2023-12-31', 'sg'],
      ['2024-01-01', '2025-06-30', 'cn'],
    ]);
  });

  test('that are not known are not those of the destination', () => {
    const [only, ...others] = homesOf(firm(null));
    expect(others).toEqual([]);
    expect(only?.[1]).toBe('1900-01-01');
  });
});

describe('the share of listed owners', () => {
  test('counts from the day on which the owner is listed', () => {
    const owner = firm('cn', { listings: listed('2023-05-01') });
    expect(shares(firm('sg', { owners: [stake(owner, 30)] }))).toEqual([['2023-05-01', null, '0.3 to 0.3']]);
  });

  test('adds up over owners, and never to more than all', () => {
    const owner = firm('cn', { listings: listed('2020-01-01') });
    const two = firm('sg', { owners: [stake(owner, 30), stake(owner, 25)] });
    expect(shares(two)).toEqual([['2020-01-01', null, '0.55 to 0.55']]);
    const open = stake(owner, 80, { share: firmShare(true, null) });
    expect(shares(firm('sg', { owners: [open, stake(owner, 70)] }))).toEqual([['2020-01-01', null, '1 to 1']]);
  });

  test('runs through owners that listed firms own to half or more', () => {
    const top = firm('cn', { listings: listed('2020-01-01') });
    const half = firm('cn', { owners: [stake(top, 50)] });
    const less = firm('cn', { owners: [stake(top, 49.9)] });
    expect(shares(firm('sg', { owners: [stake(half, 60)] }))).toEqual([['2020-01-01', null, '0.6 to 0.6']]);
    expect(shares(firm('sg', { owners: [stake(less, 60)] }))).toEqual([]);
  });

  test('of one who controls a firm is half of it at least, and of a share that nobody states more than nothing', () => {
    const owner = firm('cn', { listings: listed('2020-01-01') });
    const controlled = firm('sg', { owners: [stake(owner, 0, { controls: true, share: firmShare(true, null) })] });
    const partly = firm('sg', { owners: [stake(owner, 0, { share: firmShare(false, null) })] });
    expect(shares(controlled)).toEqual([['2020-01-01', null, '0.5 to 1']]);
    expect(shares(partly)).toEqual([['2020-01-01', null, '0 to 1']]);
  });

  test('counts a holder once that controls a firm and is said to own a share of it', () => {
    const owner = firm('cn', { listings: listed('2020-01-01') });
    const twice = [
      stake(owner, 0, { by: 'holder', controls: true, share: firmShare(true, null) }),
      stake(owner, 30, { by: 'holder', from: '2024-01-01' }),
    ];
    expect(shares(firm('sg', { owners: twice }))).toEqual([
      ['2020-01-01', '2023-12-31', '0.5 to 1'],
      ['2024-01-01', null, '0.3 to 0.3'],
    ]);
  });

  test('leaves out listings that no rule on affiliates extends', () => {
    const owner = firm('cn', { listings: [{ control: 'another-list', from: '2020-01-01', to: null }] });
    expect(shares(firm('sg', { owners: [stake(owner, 100)] }))).toEqual([]);
  });
});
