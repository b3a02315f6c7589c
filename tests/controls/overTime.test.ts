import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStricter } from '../../src/controls/change.ts';
import { headroomOf } from '../../src/controls/headroom.ts';
import { judge } from '../../src/controls/judge.ts';
import { importMeasures, leviesOn } from '../../src/controls/levies.ts';
import { windowOn, windowsOf } from '../../src/controls/windows.ts';
import { publishedData } from '../publishedData.ts';
import { RuledWorld } from './ruledWorld.ts';
import { about } from './smallBook.ts';

const published = publishedData();
let world: RuledWorld;
beforeAll(async () => {
  world = await RuledWorld.open(published);
});
afterAll(published.remove);

const asked = async (processor: string, place: string, day: string) =>
  about(await world.item(processor), { destination: world.location(place), day });

test('the H20 was free for China, then named in a letter, then promised, then taxed', async () => {
  const { item, ...way } = await asked('nvidia-h20', 'cn', '2025-08-01');
  const windows = windowsOf(world.rules, way, item);
  expect(
    windows.map(({ from, to, verdict: { outcome, policy, clause } }) => [from, to, outcome, policy, clause?.key]),
  ).toEqual([
    [null, '2025-04-08', 'unrestricted', null, undefined],
    ['2025-04-09', '2025-07-13', 'licence-required', 'unstated', 'us-2025-04-nvidia-letter/h20'],
    ['2025-07-14', '2025-08-10', 'licence-required', 'approval-assured', 'us-2025-07-h20-assurance/h20'],
    ['2025-08-11', null, 'licence-required', 'approval-assured', 'us-2025-08-revenue-share/h20'],
  ]);
  expect(windowOn(windows, '2025-08-10')).toBe(2);
});

test('the L20 could perform 1.9 % more before China needs a notification', async () => {
  const headroom = headroomOf(world.rules, await asked('nvidia-l20', 'cn', '2024-06-01'));
  const [nearest] = headroom ?? [];
  expect(nearest).toMatchObject({ quantity: 'applicable-die-area', direction: 'down', open: true });
  const faster = headroom?.find(({ quantity }) => quantity === 'total-processing-performance');
  expect(faster).toMatchObject({
    direction: 'up',
    open: true,
    beyond: { outcome: 'exception-notification' },
    condition: { paragraph: 'b.2', comparison: { quantity: 'performance-density', operator: 'at-least', value: 3.2 } },
  });
  expect(faster?.limit.toString()).toBe('1948.8');
});

test('headroom may go down, end at the limit itself, and be none', async () => {
  const down = headroomOf(world.rules, await asked('nvidia-l4', 'cn', '2024-06-01'), ['performance-density']);
  expect(down).toMatchObject([{ direction: 'down', open: false, beyond: { outcome: 'exception-notification' } }]);
  expect(down?.[0]?.limit.toString()).toBe('5.92');
  expect(headroomOf(world.rules, await asked('nvidia-h100', 'de', '2024-06-01'))).toEqual([]);
  expect(headroomOf(world.rules, await asked('amazon-inferentia2', 'cn', '2024-06-01'))).toBeNull();
});

test('places newly covered between two days, by how much', async () => {
  const places = ['ae', 'bh', 'cn', 'de', 'il', 'mm', 'mo', 'my', 'sa', 've', 'vn'];
  const changes = await Promise.all(
    places.map(async (place) => {
      const [before, after] = await Promise.all(
        ['2022-11-01', '2023-12-01'].map((day) => asked('nvidia-h100', place, day)),
      );
      if (before === undefined || after === undefined) throw new Error('two days are asked about');
      return { place, before: judge(world.rules, before), after: judge(world.rules, after) };
    }),
  );
  const covered = changes.filter(isStricter).map(({ place, after }) => `${place} ${after.policy}`);
  expect(covered).toEqual([
    'ae presumption-of-approval',
    'bh presumption-of-approval',
    'mm presumption-of-denial',
    'mo presumption-of-denial',
    'sa presumption-of-approval',
    've presumption-of-denial',
    'vn presumption-of-approval',
  ]);
});

test('levies: a share of revenue on the H20, duties where chips of the H200 class enter the United States', async () => {
  const ratesOf = async (processor: string, place: string, day: string) =>
    leviesOn(world.rules, await asked(processor, place, day)).map(({ clause, rate, applies }) => [
      clause.key,
      rate,
      applies,
    ]);
  expect(await ratesOf('nvidia-h20', 'cn', '2025-09-01')).toEqual([['us-2025-08-revenue-share/h20', 0.15, true]]);
  expect(await ratesOf('nvidia-h20', 'cn', '2025-08-10')).toEqual([]);
  expect(await ratesOf('nvidia-h200', 'us', '2026-02-01')).toEqual([['us-2026-01-section-232/band-h200', 0.25, true]]);
  expect(await ratesOf('amd-mi325x', 'us', '2026-02-01')).toEqual([['us-2026-01-section-232/band-mi325x', 0.25, true]]);
  expect(await ratesOf('nvidia-h100', 'us', '2026-02-01')).toEqual([]);
});

test('what the destination does about imports stands apart', async () => {
  const h20 = await asked('nvidia-h20', 'cn', '2025-09-20');
  expect(importMeasures(world.rules, h20).map(({ clause }) => clause.key)).toEqual(['cn-2025-08-h20-discouraged/h20']);
  expect(judge(world.rules, h20).clause?.control).toBe('us-2025-08-revenue-share');
});
