import {
  type ControlState,
  type ControlWindow,
  controlDates,
  controlStates,
  controlWindows,
  type DatedStep,
} from '../src/controls/controlWindows.ts';
import { daysSpent } from '../src/metrics/daysSpent.ts';
import { elapsedDays } from '../src/metrics/elapsedDays.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { lastDayOf } from '../src/quantity/period.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import { claimsOfSubject } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { enumOf } from './enumOf.ts';
import type { ClaimedDate } from './stated.ts';

const dates = {
  announced: 'Made public.',
  published: 'Printed in the official journal.',
  effective: 'First day it binds.',
  compliance: 'First day it must be followed.',
  'non-enforcement': 'First day it is not enforced.',
  suspended: 'First day it is suspended.',
  rescinded: 'Rescinded in the official journal.',
} as const;

/** A date of a measure that a client may name. */
export type ControlDate = keyof typeof dates;

export const ControlDateEnum = enumOf('ControlDate', 'The dates of a measure.', dates);

export const ControlStateEnum = enumOf('ControlState', 'The states of a measure.', controlStates);

/** One window of a measure, and the view it is seen through. */
export interface WindowShape {
  readonly control: Seen<EntityRow>;
  readonly window: ControlWindow;
}

/** A date of a measure, by the claims that count; null where none does. */
export function controlDateOf(
  control: Seen<EntityRow>,
  property: ControlDate | DatedStep['date'],
): Read<ClaimedDate | null> {
  return whenRead(claimsOfSubject(control), (claims) => {
    const fact = chooseFact(control.view, claims, {
      property,
      // A date is of no period: what happens later than the day of the lens is dated too.
      period: 'any',
      definition: null,
      definitions: [],
      has: ({ date }) => date !== null,
    });
    const [best] = fact?.counting ?? [];
    return best?.date ? { date: best.date, tentative: best.rank === 'tentative' } : null;
  });
}

/** The days between two dates of a measure; null where one is not known. */
export function daysBetweenDates(control: Seen<EntityRow>, from: ControlDate, to: ControlDate): Read<Figure | null> {
  return whenRead(controlDateOf(control, from), (start) =>
    whenRead(controlDateOf(control, to), (end) => {
      if (start === null || end === null) return null;
      const event = (name: ControlDate, { date }: ClaimedDate) => ({ name: wordsOf(name), date });
      return elapsedDays(
        { from: event(from, start), to: event(to, end) },
        { tentative: start.tentative || end.tentative },
      );
    }),
  );
}

/** The states of a measure over time, earliest first. */
export function windowsOf(control: Seen<EntityRow>): Read<readonly WindowShape[]> {
  return whenRead(stepsOf(control), (steps) => controlWindows(steps).map((window) => ({ control, window })));
}

/** The days that a window lasted, up to the day of the lens. */
export function daysOfWindow({ control, window }: WindowShape): Figure {
  return spent(control.view, [window], true);
}

/** All days that a measure spent in a state, up to the day of the lens; null where its effective day is not known. */
export function daysInState(control: Seen<EntityRow>, state: ControlState): Read<Figure | null> {
  return whenRead(stepsOf(control), (steps) => {
    if (!steps.some(({ date }) => date === 'effective')) return null;
    const windows = controlWindows(steps).filter((window) => window.state === state);
    return spent(control.view, windows, control.view.lens.includeTentative);
  });
}

function stepsOf(control: Seen<EntityRow>): Read<readonly DatedStep[]> {
  return controlDates.reduce<Read<readonly DatedStep[]>>(
    (before, date) =>
      whenRead(before, (steps) =>
        whenRead(controlDateOf(control, date), (found) => {
          const day = found === null ? null : lastDayOf(found.date);
          return found === null || day === null ? steps : [...steps, { date, day, tentative: found.tentative }];
        }),
      ),
    [],
  );
}

function spent(view: View, windows: readonly ControlWindow[], withTentative: boolean): Figure {
  return daysSpent({ windows, until: view.lens.asOf, withTentative });
}

function wordsOf(date: ControlDate): string {
  return date === 'non-enforcement' ? 'not enforced from' : date;
}
