import { describe, expect, test } from 'vitest';
import { locationOf, matchesPlace, placesOn } from '../../src/controls/places.ts';
import type { Membership } from '../../src/controls/question.ts';
import type { PlaceMatch } from '../../src/controls/rule.ts';

const always = { from: null, to: null };
const belongings: Readonly<Record<string, readonly Membership[]>> = {
  cn: [{ place: 'd', ...always }],
  'cn-bj': [{ place: 'cn', ...always }],
  hk: [{ place: 'a', from: null, to: '2020-12-22' }],
  cy: [
    { place: 'a', from: '2020-12-28', to: null },
    { place: 'd', ...always },
  ],
  'us-tx': [{ place: 'us', ...always }],
  d: [{ place: 'lists', from: '2024-01-01', to: null }],
};
const book = { rules: { 'us-hk': { readAs: [{ place: 'hk', as: 'cn', from: '2020-12-23' }] } } };
const location = (place: string) => locationOf(book, place, (name) => belongings[name] ?? []);
const on = (place: string, day: string) => [...placesOn(location(place), day)].toSorted();

describe('what a place belongs to', () => {
  test('is what its groups and the places that it lies in belong to, on the day', () => {
    expect(on('cn-bj', '2023-12-31')).toEqual(['cn', 'cn-bj', 'd', 'world']);
    expect(on('cn-bj', '2024-01-01')).toEqual(['cn', 'cn-bj', 'd', 'lists', 'world']);
  });

  test('changes where it is read as another from a day on', () => {
    expect(on('hk', '2020-12-22')).toEqual(['a', 'hk', 'world']);
    expect(on('hk', '2020-12-23')).toEqual(['cn', 'd', 'hk', 'world']);
  });

  test('is not the world where it lies at home', () => {
    expect(on('us', '2024-01-01')).toEqual(['us']);
    expect(on('us-tx', '2024-01-01')).toEqual(['us', 'us-tx']);
  });

  test('holds groups in circles once', () => {
    const circle = locationOf({ rules: {} }, 'x', (name) => [{ place: name === 'x' ? 'y' : 'x', ...always }]);
    expect(circle.memberships).toEqual([{ place: 'y', ...always }]);
  });
});

describe('whether a clause reaches a place', () => {
  const memberRules: Readonly<Record<string, PlaceMatch>> = {
    scope: { anyOf: ['d', 'mo'], noneOf: ['a'] },
    unnamed: { possibly: ['sa', 'ae'] },
    'all-but-scope': { anyOf: ['world'], noneOf: ['scope'] },
  };
  const reaches = (match: PlaceMatch, place: string, day = '2024-06-01') =>
    matchesPlace(match, placesOn(location(place), day), memberRules);

  test('is whether it is one of those named, and none of those left out', () => {
    expect(reaches({ anyOf: ['d'] }, 'cn')).toBe(true);
    expect(reaches({ anyOf: ['d'], noneOf: ['cn'] }, 'cn')).toBe(false);
    expect(reaches({ anyOf: ['world'] }, 'us')).toBe(false);
  });

  test('looks through groups whose membership is a rule', () => {
    expect(reaches({ anyOf: ['scope'] }, 'cn')).toBe(true);
    expect(reaches({ anyOf: ['scope'] }, 'cy')).toBe(false);
    expect(reaches({ anyOf: ['scope'] }, 'cy', '2020-12-27')).toBe(true);
    expect(reaches({ anyOf: ['all-but-scope'] }, 'cy')).toBe(true);
    expect(reaches({ anyOf: ['all-but-scope'] }, 'cn')).toBe(false);
  });

  test('is open where nobody has said which places are meant', () => {
    expect(reaches({ anyOf: ['unnamed'] }, 'sa')).toBeNull();
    expect(reaches({ anyOf: ['unnamed'] }, 'de')).toBe(false);
    expect(reaches({ anyOf: ['unnamed', 'sa'] }, 'sa')).toBe(true);
    expect(reaches({ anyOf: ['world'], noneOf: ['unnamed'] }, 'sa')).toBeNull();
  });
});
