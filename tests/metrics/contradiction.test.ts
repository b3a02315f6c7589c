import { expect, test } from 'vitest';
import {
  claimsContradict,
  denialContradicts,
  growthContradicts,
  nameContradicts,
  totalContradicts,
} from '../../src/metrics/contradiction.ts';
import { growth } from '../../src/metrics/growth.ts';
import { total } from '../../src/metrics/total.ts';
import { claimed, period } from './given.ts';

const b200 = { property: 'memory-size', details: [], subject: 'B200', period: null };

test('claims beside each other, with the gap between two of them', () => {
  const figures = { left: claimed('exactly 192 GB'), right: claimed('exactly 180 GB') };
  const sides = [
    { says: '192 GB', sources: ['tracker'] },
    { says: '180 GB', sources: ['verda', 'epoch'] },
  ];
  expect(claimsContradict(b200, sides, figures)).toBe(
    'B200, memory size: 192 GB (tracker) and 180 GB (verda, epoch) share no value; 192 GB − 180 GB = 12 GB, +6.667 %.',
  );
  expect(claimsContradict({ ...b200, property: 'founded' }, [{ says: '2015-12-01', sources: ['a'] }], null)).toBe(
    'B200, founded: 2015-12-01 (a) share no value.',
  );
});

test('a stated whole and the parts that do not add up to it', () => {
  const parts = [
    { entity: { id: 'Company:a', name: 'A' }, figure: claimed('exactly 4bn USD') },
    { entity: { id: 'Company:b', name: 'B' }, figure: claimed('exactly 5bn USD') },
  ];
  const { sum } = total({ unit: 'USD', nonNegative: true, stated: null, parts, open: false, period: period('2024') });
  const matter = {
    property: 'capital-expenditure',
    details: ['cash-purchases'],
    subject: 'A and B',
    period: period('2024'),
  };
  expect(totalContradicts(matter, claimed('exactly 10bn USD'), sum)).toBe(
    'A and B, capital expenditure (cash-purchases), 2024: stated as 10,000,000,000 USD, but the parts are A 4,000,000,000 USD + B 5,000,000,000 USD = 9,000,000,000 USD; 10,000,000,000 USD − 9,000,000,000 USD = 1,000,000,000 USD, +11.11 %.',
  );
});

test('a reported growth and the amounts', () => {
  const computed = growth({ current: claimed('23.1bn CNY'), base: claimed('8.4bn CNY') });
  const matter = { property: 'capital-expenditure', details: [], subject: 'Tencent', period: period('2024-H1') };
  expect(growthContradicts(matter, '2023-H1', claimed('276 %'), computed)).toBe(
    'Tencent, capital expenditure, 2024-H1: growth over 2023-H1 is reported as +276 %, but the amounts give 23.1bn CNY ÷ 8.4bn CNY − 1 = +175 % (+172.8 to +177.2).',
  );
});

test('denials and names', () => {
  expect(denialContradicts('The link “supplies” from Sophgo to Huawei', ['a', 'b'], ['Sophgo', 'Huawei'])).toBe(
    'The link “supplies” from Sophgo to Huawei is denied by Sophgo and Huawei, and claimed by a and b.',
  );
  expect(denialContradicts('The link', [], [])).toBe('The link is denied.');
  expect(nameContradicts('eric xu', ['Eric Xu (eric-xu-baidu)', 'Eric Xu (eric-xu-huawei)'])).toBe(
    '“eric xu” is a name of Eric Xu (eric-xu-baidu) and Eric Xu (eric-xu-huawei).',
  );
});
