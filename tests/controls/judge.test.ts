import { describe, expect, test } from 'vitest';
import { conclusionOf, missingOf } from '../../src/controls/conclusion.ts';
import { judge } from '../../src/controls/judge.ts';
import type { Buyer, Location } from '../../src/controls/question.ts';
import { fact, item, span } from './facts.ts';
import { about, smallRules, somewhere } from './smallBook.ts';

const tpp = 'total-processing-performance';
const area = 'applicable-die-area';
const fast = { quantity: tpp, operator: 'at-least', value: 4800 } as const;
const dense = { quantity: 'performance-density', operator: 'at-least', value: 5.92 } as const;
const always = { from: null, to: null };

describe('several clauses', () => {
  const rules = smallRules({
    old: [{ id: 'mild', when: fast, policy: 'case-by-case', operative: [{ from: '2020-01-01' }] }],
    'new-a': [{ id: 'same', when: fast, policy: 'case-by-case', operative: [{ from: '2021-01-01' }] }],
    'new-b': [
      { id: 'severe', when: fast, policy: 'policy-of-denial', operative: [{ from: '2023-01-01', to: '2023-12-31' }] },
    ],
  });
  const decides = (day: string) => judge(rules, about(item({ [tpp]: 5000 }), { day })).clause?.key;

  test('the most severe decides, both ends of its window included', () => {
    expect(decides('2022-12-31')).toBe('new-a/same');
    expect(decides('2023-01-01')).toBe('new-b/severe');
    expect(decides('2023-12-31')).toBe('new-b/severe');
  });

  test('between equals that of the later rule', () => {
    expect(decides('2020-06-01')).toBe('old/mild');
    expect(decides('2024-01-01')).toBe('new-a/same');
    expect(decides('2019-12-31')).toBeUndefined();
  });
});

describe('exceptions and replacements', () => {
  const rules = smallRules({
    rule: [
      { id: 'ask', when: fast },
      { id: 'other', when: dense, policy: 'case-by-case' },
      {
        id: 'exception',
        when: { quantity: 'data-centre', operator: 'equal', value: false },
        lifts: ['rule/ask'],
        outcome: 'exception-notification',
        policy: undefined,
      },
    ],
    later: [
      {
        id: 'softer',
        when: { quantity: tpp, operator: 'less-than', value: 6000 },
        replaces: ['rule/ask'],
        policy: 'presumption-of-approval',
        operative: [{ from: '2025-01-01' }],
      },
    ],
  });
  const ask = (facts: Parameters<typeof item>[0], day = '2024-06-01') => judge(rules, about(item(facts), { day }));

  test('an exception takes the place of what it lifts, and of nothing else', () => {
    expect(ask({ [tpp]: 5000, [area]: 5000, 'data-centre': false })).toMatchObject({
      outcome: 'exception-notification',
      policy: null,
      clause: { key: 'rule/exception' },
    });
    expect(ask({ [tpp]: 5000, [area]: 100, 'data-centre': false }).clause?.key).toBe('rule/other');
    expect(ask({ [tpp]: 4000, [area]: 4000, 'data-centre': false }).outcome).toBe('unrestricted');
  });

  test('a replacement takes the place of another where it applies', () => {
    expect(ask({ [tpp]: 5000, [area]: 5000, 'data-centre': true }, '2025-01-01').policy).toBe(
      'presumption-of-approval',
    );
    expect(ask({ [tpp]: 7000, [area]: 7000, 'data-centre': true }, '2025-01-01').policy).toBe('presumption-of-denial');
  });
});

describe('bounds', () => {
  const rules = smallRules({ rule: [{ id: 'ask', when: { all: [fast, dense] } }] });
  const ask = (facts: Parameters<typeof item>[0]) => judge(rules, about(item(facts)));

  test('that include a threshold meet it exactly', () => {
    expect(ask({ [tpp]: 4800, [area]: 100 }).outcome).toBe('licence-required');
    expect(ask({ [tpp]: 5328, [area]: 900 }).outcome).toBe('licence-required');
    expect(ask({ [tpp]: 5327.9999, [area]: 900 }).outcome).toBe('unrestricted');
  });

  test('are held together: what is dense enough at every speed is not open', () => {
    expect(ask({ [tpp]: [4800, 9600], [area]: [100, 810] }).outcome).toBe('licence-required');
    expect(ask({ [tpp]: [4800, 9600], [area]: [100, 811] }).outcome).toBe('possibly');
    expect(ask({ [tpp]: [0, 4799], [area]: [1, 9999] }).outcome).toBe('unrestricted');
  });

  test('that do not exist are open: possibly by one bound, unknown by none', () => {
    expect(ask({ [tpp]: [1000, null], [area]: 100 })).toMatchObject({ outcome: 'possibly', missing: [] });
    expect(ask({ [tpp]: [null, null], [area]: 100 })).toMatchObject({ outcome: 'unknown', missing: [tpp] });
    expect(ask({ [tpp]: 6000 })).toMatchObject({ outcome: 'unknown', missing: [area] });
    expect(ask({})).toMatchObject({ outcome: 'unknown', missing: [tpp, area] });
  });

  test('that are unknown and decide nothing are not reported', () => {
    expect(ask({ [tpp]: 4000 })).toMatchObject({ outcome: 'unrestricted', missing: [], candidates: [] });
  });

  test('of a chip that has no applicable area leave conditions on density unmet', () => {
    const planar = { ...item({ [tpp]: 6000 }), [area]: { notDefined: true, tentative: false } as const };
    expect(judge(rules, about(planar)).outcome).toBe('unrestricted');
  });

  test('cannot contradict each other', () => {
    expect(() => ask({ [tpp]: 4800, [area]: 100, 'performance-density': 1 })).toThrow(/contradict/);
  });
});

test('outcomes that agree stand, and policies that differ are candidates', () => {
  const rules = smallRules({
    letter: [{ id: 'named', when: { quantity: 'processor', operator: 'one-of', value: ['x'] }, policy: 'unstated' }],
    rule: [{ id: 'fast', when: fast }],
  });
  expect(judge(rules, about(item({ processor: 'x' })))).toMatchObject({
    outcome: 'licence-required',
    policy: null,
    clause: { key: 'letter/named' },
    candidates: [{ policy: 'unstated' }, { policy: 'presumption-of-denial' }],
    missing: [],
  });
});

describe('tentative facts', () => {
  const rules = smallRules({ rule: [{ id: 'fast', when: fast }] });

  test('that decide make the verdict so', () => {
    expect(judge(rules, about({ [tpp]: fact(5000, true) })).tentative).toBe(true);
    expect(judge(rules, about({ [tpp]: fact(5000) })).tentative).toBe(false);
  });

  test('that change nothing do not', () => {
    expect(judge(rules, about({ [tpp]: fact(5000), [area]: fact(800, true) })).tentative).toBe(false);
  });

  test('count for where it is made as well', () => {
    const home: Location = { place: 'cn', memberships: [] };
    const made = (tentative: boolean) => ({ [tpp]: fact(5000), 'made-in': fact('cn', tentative) });
    expect(judge(rules, about(made(false), { destination: home }))).toMatchObject({
      outcome: 'unrestricted',
      tentative: false,
    });
    expect(judge(rules, about(made(true), { destination: home }))).toMatchObject({
      outcome: 'unrestricted',
      tentative: true,
    });
    expect(judge(rules, about(made(false))).outcome).toBe('licence-required');
  });
});

describe('buyers', () => {
  const cn: Location = { place: 'cn', memberships: [] };
  const buyer = (more: Partial<Buyer>): Buyer => ({
    company: 'x',
    headquarters: [],
    listings: [],
    ownedByListed: [],
    ...more,
  });
  const rules = smallRules({
    list: [{ id: 'listed', party: { listedBy: ['list'] } }],
    home: [{ id: 'hq', party: { headquartersIn: { anyOf: ['cn'] } }, policy: 'case-by-case' }],
    half: [{ id: 'owned', party: { ownedByListed: 0.5 }, policy: 'unstated' }],
    but: [{ id: 'all', party: { noneOf: [{ company: 'x', to: '2024-12-31' }] }, policy: 'presumption-of-approval' }],
  });
  const ask = (who: Buyer | null, day = '2024-06-01') => judge(rules, about({}, { buyer: who, day }));

  test('are listed on days of their listing', () => {
    const listed = buyer({ listings: [{ control: 'list', from: '2024-01-01', to: '2024-06-30' }] });
    expect(ask(listed).clause?.key).toBe('list/listed');
    expect(ask(listed, '2024-07-01').clause).toBeNull();
    expect(ask(buyer({ listings: [{ control: 'another', ...always }] })).clause).toBeNull();
  });

  test('have headquarters of their own or of a parent, else those of the destination', () => {
    const homes = [somewhere, cn].map((location) => ({ location, ...always }));
    expect(ask(buyer({ headquarters: homes })).clause?.key).toBe('home/hq');
    expect(ask(buyer({ headquarters: homes.slice(0, 1) })).clause).toBeNull();
    expect(judge(rules, about({}, { destination: cn })).clause?.key).toBe('home/hq');
  });

  test('whose headquarters are not known leave it unknown', () => {
    const unknown = buyer({ headquarters: [{ location: cn, from: '1900-01-01', to: '1900-01-01' }] });
    expect(ask(unknown)).toMatchObject({ outcome: 'unknown', missing: ['headquarters'] });
  });

  test('are reached by what listed firms own of them, exactly half included', () => {
    const owned = (share: number | [number, number]) =>
      ask(buyer({ ownedByListed: [{ share: span(share), ...always }] }));
    expect(owned(0.5).clause?.key).toBe('half/owned');
    expect(owned(0.4999).clause).toBeNull();
    expect(owned([0.4, 0.6])).toMatchObject({ outcome: 'possibly', missing: [] });
  });

  test('are left out by name for as long as that lasts', () => {
    expect(ask(buyer({})).clause).toBeNull();
    expect(ask(buyer({}), '2025-01-01').clause?.key).toBe('but/all');
    expect(ask(null).clause?.key).toBe('but/all');
  });
});

describe('exceptions for small amounts', () => {
  const rules = smallRules({
    rule: [
      { id: 'ask' },
      {
        id: 'small',
        lifts: ['rule/ask'],
        outcome: 'exception-notification',
        quota: { limit: 100, unit: 'TOPS x bit', operator: 'at-most', basis: 'one consignee, one year' },
      },
    ],
  });
  const ask = (shipped: number | [number, number] | null) =>
    judge(rules, about({}, { shipped: shipped === null ? null : span(shipped) })).outcome;

  test('apply only where it is said that no more is shipped', () => {
    expect(ask(null)).toBe('licence-required');
    expect(ask(100)).toBe('exception-notification');
    expect(ask(101)).toBe('licence-required');
    expect(ask([50, 150])).toBe('possibly');
  });
});

describe('more cases than are looked at', () => {
  const [one, other] = [dense, fast].map((when, index) => ({ id: `${index}`, when, policy: 'unstated' as const }));
  const rules = smallRules({
    rule: [
      { ...one, id: 'dense' },
      { ...other, id: 'fast', policy: 'case-by-case' },
    ],
  });
  const situation = rules.routeOf(about({})).stretchOn('2024-06-01').abroad;

  test('make all that could follow a candidate', () => {
    expect(conclusionOf(situation, {}, 2)).toMatchObject({
      outcome: 'unknown',
      candidates: [{ outcome: 'unrestricted' }, { policy: 'case-by-case' }, { policy: 'unstated' }],
      complete: false,
    });
    expect(missingOf(situation, {}, 2)).toEqual([tpp, area]);
  });
});
