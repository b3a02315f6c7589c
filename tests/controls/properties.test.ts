import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/controls/evaluation.ts';
import { boundlessOf } from '../../src/controls/facts.ts';
import { judge } from '../../src/controls/judge.ts';
import { isWithin } from '../../src/controls/places.ts';
import type { Buyer, Item, Question } from '../../src/controls/question.ts';
import { reachOf } from '../../src/controls/reach.ts';
import { Rules } from '../../src/controls/rules.ts';
import { severityOf } from '../../src/controls/severity.ts';
import { verdictOf } from '../../src/controls/verdict.ts';
import { type ClauseOutcome, clauseOutcomes, type Reading, readings } from '../../src/controls/vocabulary.ts';
import { windowsOf } from '../../src/controls/windows.ts';
import { plusDays } from '../../src/quantity/day.ts';
import { publishedData } from '../publishedData.ts';
import { chipsWithin, knownChips, numberOf, point } from './generatedItems.ts';
import { RuledWorld } from './ruledWorld.ts';

const published = publishedData();
let world: RuledWorld;
const buyers = new Map<string, Buyer | null>();
beforeAll(async () => {
  world = await RuledWorld.open(published);
  for (const company of ['bytedance', 'huawei', 'g42', 'inspur-group', 'microsoft'])
    buyers.set(company, await world.buyer({ company }));
});
afterAll(published.remove);

const days = fc.integer({ min: 0, max: 2885 }).map((number) => plusDays('2019-01-01', number));
const places = fc.constantFrom('cn', 'hk', 'mo', 'ru', 'vn', 'sa', 'ae', 'my', 'de', 'il', 'cy', 've', 'us', 'cn-bj');
const companies = fc.constantFrom(null, null, 'bytedance', 'huawei', 'g42', 'inspur-group', 'microsoft');
const shipments = fc.record({
  place: places,
  company: companies,
  day: days,
  reading: fc.constantFrom(...(Object.keys(readings) as Reading[])),
  exporter: fc.constantFrom('designer', 'designer', 'osat' as const),
});

interface Generated {
  readonly place: string;
  readonly company: string | null;
  readonly day: string;
  readonly reading: Reading;
  readonly exporter: Question['exporter'];
}

function questionOf(item: Item, { place, company, ...rest }: Generated): Question {
  const buyer = company === null ? null : (buyers.get(company) ?? null);
  return { item, destination: world.location(place), buyer, shipped: null, ...rest };
}

function answersOf({ outcome, policy, candidates }: Verdict): readonly string[] {
  return candidates.length > 0 ? candidates.map((each) => `${each.outcome} ${each.policy}`) : [`${outcome} ${policy}`];
}

function outcomesOf({ outcome, candidates }: Verdict): readonly string[] {
  return [...new Set(candidates.length > 0 ? candidates.map((each) => each.outcome) : [outcome])].toSorted();
}

function isSettled(outcome: Verdict['outcome']): outcome is ClauseOutcome {
  return outcome in clauseOutcomes;
}

describe('the rules of data/', () => {
  test('never ask for less of a chip that performs more at the same area', () => {
    fc.assert(
      fc.property(knownChips, numberOf('total-processing-performance'), shipments, (chip, performance, shipment) => {
        const fact = chip['total-processing-performance'];
        const less = fact !== undefined && 'low' in fact && fact.low?.lte(performance);
        const other = { ...chip, 'total-processing-performance': point(performance) };
        const [weaker, stronger] = (less ? [chip, other] : [other, chip]).map(
          (item) => judge(world.rules, questionOf(item, shipment)).outcome,
        );
        if (weaker === undefined || stronger === undefined || !isSettled(weaker) || !isSettled(stronger)) return;
        expect(severityOf(stronger, null)).toBeGreaterThanOrEqual(severityOf(weaker, null));
      }),
      { numRuns: 3000 },
    );
  });

  test('answer two equal chips alike, in whatever order they were asked about', () => {
    fc.assert(
      fc.property(chipsWithin, shipments, ({ box }, shipment) => {
        const other = Object.fromEntries(Object.entries(box).toReversed());
        const [one, same] = [box, other].map((item) => judge(world.rules, questionOf(item, shipment)));
        expect({ answers: same && answersOf(same), clause: same?.clause?.key, missing: same?.missing }).toEqual({
          answers: one && answersOf(one),
          clause: one?.clause?.key,
          missing: one?.missing,
        });
      }),
      { numRuns: 500 },
    );
  });

  test('answer for bounds what covers every chip within them', () => {
    fc.assert(
      fc.property(chipsWithin, shipments, ({ point: chip, box }, shipment) => {
        const [one, all] = [chip, box].map((item) => judge(world.rules, questionOf(item, shipment)));
        if (one === undefined || all === undefined) return;
        expect(answersOf(all)).toEqual(expect.arrayContaining([...answersOf(one)]));
      }),
      { numRuns: 3000 },
    );
  });

  test('name what is missing: whatever else is unknown changes no outcome, and once all is known nothing is missing', () => {
    fc.assert(
      fc.property(chipsWithin, shipments, ({ point: chip, box }, shipment) => {
        const open = judge(world.rules, questionOf(box, shipment));
        if (open.outcome !== 'unknown') return;
        const unbounded: readonly string[] = [...boundlessOf(box)];
        const known = Object.entries(chip).filter(([name]) => unbounded.includes(name));
        const rest = Object.fromEntries(known.filter(([name]) => !open.missing.some((one) => one === name)));
        expect(outcomesOf(judge(world.rules, questionOf({ ...box, ...rest }, shipment)))).toEqual(outcomesOf(open));
        const filled = judge(world.rules, questionOf({ ...box, ...Object.fromEntries(known) }, shipment));
        if (open.missing.some((one) => one === 'destination-membership' || one === 'headquarters')) return;
        expect(filled.outcome).not.toBe('unknown');
      }),
      { numRuns: 1500 },
    );
  });

  test('give each day the answer of its window, and of the days between two changes', () => {
    fc.assert(
      fc.property(knownChips, shipments, fc.integer({ min: 0, max: 400 }), (chip, shipment, later) => {
        const { day, ...way } = questionOf(chip, shipment);
        const windows = windowsOf(world.rules, way, chip);
        for (const on of [day, plusDays(day, later), ...windows.flatMap(({ from, to }) => [from, to])]) {
          if (on === null) continue;
          const window = windows.find((each) => isWithin(each, on));
          expect(window && answersOf(window.verdict), on).toEqual(answersOf(onTheDay({ ...way, item: chip, day: on })));
        }
        expect(windows[0]?.from).toBeNull();
        expect(windows.at(-1)?.to).toBeNull();
        for (const [index, { to }] of windows.slice(0, -1).entries())
          expect(to === null || plusDays(to, 1)).toBe(windows[index + 1]?.from);
      }),
      { numRuns: 300 },
    );
  });

  test('do not depend on what was asked before', () => {
    fc.assert(
      fc.property(chipsWithin, shipments, ({ box }, shipment) => {
        const fresh = new Rules(world.rules.book);
        const [one, same] = [world.rules, fresh].map((rules) => judge(rules, questionOf({ ...box }, shipment)));
        expect(same && answersOf(same)).toEqual(one && answersOf(one));
      }),
      { numRuns: 50 },
    );
  });
});

/** The verdict by the clauses that reach a shipment on just this day, without a look at other days. */
function onTheDay(question: Question): Verdict {
  const reach = reachOf(world.rules, question);
  return verdictOf(world.rules.situationOf(reach), question.item);
}
