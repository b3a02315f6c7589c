import { describe, expect, test } from 'vitest';
import { controlWindows, type DatedStep } from '../../src/controls/controlWindows.ts';

const steps = (days: Partial<Record<DatedStep['date'], string>>, tentative: readonly DatedStep['date'][] = []) =>
  (Object.entries(days) as [DatedStep['date'], string][]).map(([date, day]) => ({
    date,
    day,
    tentative: tentative.includes(date),
  }));
const told = (dated: readonly DatedStep[]) =>
  controlWindows(dated).map(({ state, from, to, tentative }) => `${state} ${from}..${to}${tentative ? ' ?' : ''}`);

describe('the states of a measure', () => {
  test.each([
    ['in force from its first day', { effective: '2023-11-17' }, ['in-force 2023-11-17..null']],
    [
      'not yet to be followed',
      { effective: '2024-12-02', compliance: '2024-12-31' },
      ['awaiting-compliance 2024-12-02..2024-12-30', 'in-force 2024-12-31..null'],
    ],
    [
      'never followed, because it is not enforced',
      { effective: '2025-01-13', compliance: '2025-05-15', 'non-enforcement': '2025-05-13' },
      ['awaiting-compliance 2025-01-13..2025-05-12', 'not-enforced 2025-05-13..null'],
    ],
    [
      'suspended and resumed',
      { effective: '2025-09-29', suspended: '2025-11-10', resumed: '2026-11-10' },
      ['in-force 2025-09-29..2025-11-09', 'suspended 2025-11-10..2026-11-09', 'in-force 2026-11-10..null'],
    ],
    [
      'suspended before it took effect',
      { effective: '2025-11-08', suspended: '2025-11-07' },
      ['suspended 2025-11-08..null'],
    ],
    ['ended', { effective: '2022-08-26', ended: '2022-10-21' }, ['in-force 2022-08-26..2022-10-20']],
    [
      'rescinded while not enforced',
      { effective: '2025-01-13', 'non-enforcement': '2025-05-13', rescinded: '2026-01-01' },
      ['in-force 2025-01-13..2025-05-12', 'not-enforced 2025-05-13..2025-12-31'],
    ],
    ['none, where nobody knows when it took effect', { suspended: '2025-11-10' }, []],
  ])('%s', (_what, days, windows) => {
    expect(told(steps(days))).toEqual(windows);
  });

  test('are weak where the day that began them is', () => {
    const dated = steps({ effective: '2025-09-29', suspended: '2025-11-10', resumed: '2026-11-10' }, ['resumed']);
    expect(told(dated).at(-1)).toBe('in-force 2026-11-10..null ?');
  });
});
