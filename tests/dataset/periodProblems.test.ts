import { describe, expect, test } from 'vitest';
import { claiming, problemsOf } from './dataset.ts';

const cash = (period: string) =>
  problemsOf(claiming(`cash:\n  - { stated: 1bn CNY, source: paper, period: ${period} }`));

const investments = (text: string) => problemsOf({ 'investments/nvidia.yaml': text });

describe('periods', () => {
  test.each([
    [
      '2024-H3',
      '"2024-H3" is not a period; write one such as 2024, 2024-H1, 2024-9M, 2024-Q2, 2024-08, 2024-08-26, FY2025-Q1, 2025-01-27/2025-04-27 or 2024-08-26/..',
    ],
    [
      'FY2025-Q1',
      'FY2025-Q1 is a fiscal period, and no fiscal calendar is known here; write the days instead, such as 2024-04-01/2024-06-30, or give the company its fiscalYearEnds',
    ],
    ['2025/2024', 'the period 2025/2024 ends before it begins; write the earlier end first: 2024/2025'],
  ])('%s', (period, problem) => {
    expect(cash(period)).toEqual([`data/companies/alibaba.yaml:4:49: ${problem}`]);
  });

  test('of a fiscal calendar have its days', () => {
    expect(investments('- kind: capital-expenditure\n  period: FY2025-Q1\n  days: 2024-01-29/2024-04-28\n')).toEqual(
      [],
    );
    expect(investments('- kind: capital-expenditure\n  period: FY2025-Q1\n  days: 2024-02-01/2024-04-30\n')).toEqual([
      "data/investments/nvidia.yaml:3:9: FY2025-Q1 is 2024-01-29/2024-04-28 in the calendar of the company, not 2024-02-01/2024-04-30: correct the period, or the company's `fiscalYearEnds`",
    ]);
    expect(problemsOf({ 'companies/a.yaml': 'name: A\nfiscalYearEnds: end of March\n' })).toEqual([
      'data/companies/a.yaml:2:17: `end of March` is no end of a fiscal year: write it like `03-31`, `last Saturday of September` or `Thursday nearest 31 August`; add `, 53rd week in Q1` where the extra week of a long year is not in its last quarter',
    ]);
  });
});

describe('investments', () => {
  test('of capital expenditure have a period, and one home', () => {
    expect(
      investments(
        '- kind: capital-expenditure\n  slug: no-period\n- kind: capital-expenditure\n  period: FY2025-Q1\n- kind: capital-expenditure\n  period: FY2025-Q1\n- kind: capital-expenditure\n  period: 2024-01-29/2024-04-28\n',
      ),
    ).toEqual([
      'data/investments/nvidia.yaml:1:3: capital expenditure is that of a period: add `period`',
      'data/investments/nvidia.yaml:5:3: the id Investment:nvidia-capital-expenditure-fy2025-q1 is taken by data/investments/nvidia.yaml:3: give this one a `slug` of its own, or put the claims there',
      'data/investments/nvidia.yaml:7:3: capital expenditure of these days stands at data/investments/nvidia.yaml:3 already: put the claims there',
    ]);
  });

  test('have amounts of their own period, which grow on an earlier one', () => {
    const claims = (amount: string, growth: string) =>
      investments(
        `- kind: capital-expenditure\n  period: 2024-H1\n  claims:\n    amount: [{ stated: 1bn USD, source: paper${amount} }]\n    growth: [{ stated: 10 %, source: paper${growth} }]\n`,
      );
    expect(claims('', '')).toEqual([]);
    expect(claims(', period: 2024-Q1', ', over: 2024-H1')).toEqual([
      'data/investments/nvidia.yaml:4:56: this is the `amount` of 2024-H1: leave the period out, or put the claim under an entry of period 2024-Q1',
      'data/investments/nvidia.yaml:5:51: 2024-H1 does not lie before 2024-H1: write the earlier period here',
    ]);
  });

  test('of other kinds have no definitions, need an id, and a known investor', () => {
    expect(
      investments(
        '- kind: plan\n  slug: a\n  claims:\n    amount: [{ stated: 1bn USD, source: paper, definition: cash-purchases }]\n',
      ),
    ).toEqual(['data/investments/nvidia.yaml:4:60: `amount` has no definitions here: leave `definition` out']);
    expect(investments('- kind: plan\n  period: 2024\n  closed: 2024-05-01\n  slug: a\n')).toEqual([
      'data/investments/nvidia.yaml:3:11: `period` says when already: write one of the two',
    ]);
    expect(problemsOf({ 'investments/nvidla.yaml': '- kind: plan\n' })).toEqual([
      'data/investments/nvidla.yaml:1:3: unknown Company, Group or Person `nvidla`: did you mean `nvidia`?',
    ]);
    expect(problemsOf({ 'investments/unknown.yaml': '- kind: plan\n  slug: a\n' })).toEqual([]);
  });
});

describe('the horizon and the exchange rates', () => {
  test('are days and numbers', () => {
    expect(problemsOf({ 'revision.yaml': 'horizon: 2026-13-01\n' })).toEqual([
      'data/revision.yaml:1:10: `2026-13-01` is no day: write one such as 2026-11-25',
    ]);
    const rate = (currency: string, period: string, value: string) =>
      `  - { currency: ${currency}, kind: mean, period: ${period}, rate: ${value}, source: paper }\n`;
    expect(
      problemsOf({
        'exchange-rates.yaml': `rates:\n${rate('CN', '2024', '7')}${rate('CNY', '2024/..', '7')}${rate('CNY', '2024', '7bn')}${rate('CNY', '2024', '7.1')}${rate('CNY', '2024', '7.2')}${rate('CNY', '2026', '7.2')}`,
      }),
    ).toEqual([
      'data/exchange-rates.yaml:2:17: `CN` is no currency beside USD: write a code such as CNY',
      'data/exchange-rates.yaml:3:42: a rate needs the first and the last day of its period: write a period such as 2024-H1',
      'data/exchange-rates.yaml:4:54: `7bn` is no rate: write a plain number above zero, such as 7.2150',
      'data/exchange-rates.yaml:6:5: this rate stands at data/exchange-rates.yaml:5 already: leave one of them out',
      'data/exchange-rates.yaml:7:42: 2026 ends after the horizon 2026-11-25, so its rate cannot be known: correct the period',
    ]);
  });

  test('of sources are dates', () => {
    expect(problemsOf({ 'sources/a.yaml': 'name: A\npublished: 2024-06-31\nfetched: yesterday\n' })).toEqual([
      'data/sources/a.yaml:2:12: `2024-06-31` is no date: write a day such as 2024-08-26, a month such as 2024-08 or a year',
      'data/sources/a.yaml:3:10: `yesterday` is no instant: write one such as 2026-11-25T15:50:00Z',
    ]);
  });
});
