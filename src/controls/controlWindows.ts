import { plusDays } from '../quantity/day.ts';
import type { Days } from './question.ts';

/** The states of a measure. */
export const controlStates = {
  'awaiting-compliance': 'Effective, and not yet to be followed.',
  'in-force': 'To be followed.',
  suspended: 'Suspended.',
  'not-enforced': 'In the text, and not enforced.',
} as const;

/** The state of a measure. */
export type ControlState = keyof typeof controlStates;

/** What can happen to a measure, each on a day of its own. */
export const controlDates = [
  'effective',
  'compliance',
  'non-enforcement',
  'suspended',
  'resumed',
  'ended',
  'rescinded',
] as const;

/** A day on which something happened to a measure, and whether that rests on claims of weak confidence. */
export interface DatedStep {
  readonly date: (typeof controlDates)[number];
  readonly day: string;
  readonly tentative: boolean;
}

/** A stretch of days in which a measure was in one state. */
export interface ControlWindow extends Days {
  readonly state: ControlState;
  /** Whether what began it rests on claims of weak confidence. */
  readonly tentative: boolean;
}

/** The states of a measure over time, earliest first. Before its effective day, and once it has ended, it is in none. */
export function controlWindows(steps: readonly DatedStep[]): readonly ControlWindow[] {
  const days = [...new Set(steps.map(({ day }) => day))].sort();
  const windows: ControlWindow[] = [];
  for (const [place, from] of days.entries()) {
    const state = stateOn(steps, from);
    const next = days[place + 1];
    const to = next === undefined ? null : plusDays(next, -1);
    const last = windows.at(-1);
    if (state === null) continue;
    // Something may happen that leaves the state as it is: the day to follow a rule that nobody enforces any more.
    if (last?.state === state && last.to === plusDays(from, -1)) windows[windows.length - 1] = { ...last, to };
    else windows.push({ state, from, to, tentative: steps.some((step) => step.day === from && step.tentative) });
  }
  return windows;
}

function stateOn(steps: readonly DatedStep[], day: string): ControlState | null {
  const dayOf = (date: DatedStep['date']) => steps.find((step) => step.date === date)?.day ?? null;
  const hasCome = (date: DatedStep['date']) => {
    const came = dayOf(date);
    return came !== null && came <= day;
  };
  if (!hasCome('effective') || hasCome('ended') || hasCome('rescinded')) return null;
  if (hasCome('suspended') && !hasCome('resumed')) return 'suspended';
  if (hasCome('non-enforcement')) return 'not-enforced';
  return dayOf('compliance') === null || hasCome('compliance') ? 'in-force' : 'awaiting-compliance';
}
