import { expect, test } from 'vitest';
import { printProblem } from '../../src/dataset/problem.ts';
import { compiled } from '../compiled.ts';

const { revision, problems, warnings } = compiled('data');

test('data/ has no problems, and warns of nothing but sources that bear no date', () => {
  const others = warnings.filter(({ file, message }) => !(file.startsWith('data/sources/') && /date/.test(message)));
  expect([...problems, ...others].map(printProblem)).toEqual([]);
});

test('the totals of the story are one fact in two currencies', () => {
  const { rows } = revision ?? expect.unreachable();
  const group = rows.entity.find(({ type, slug }) => type === 'Group' && slug === 'alibaba-tencent-baidu');
  const spent = rows.claim.filter(
    ({ door, holderKey, periodLabel }) =>
      door === 'capital-expenditure' && holderKey === group?.key && periodLabel === '2024-H1',
  );
  expect(spent.map(({ place, low, high, unit }) => [place, low, high, unit])).toEqual([
    [0, '49500000000', '50500000000', 'CNY'],
    [1, '6500000000', '7500000000', 'USD'],
  ]);
  expect(new Set(spent.map(({ factKey }) => factKey)).size).toBe(1);
});

test('every claim says in which file and line it stands', () => {
  const { rows } = revision ?? expect.unreachable();
  for (const { file, line } of rows.claim) {
    expect(file).toMatch(/^data\/[a-z-]+\/[a-z0-9-]+\.yaml$/);
    expect(line).toBeGreaterThan(0);
  }
});
