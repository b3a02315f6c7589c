import type { Period } from './period.ts';
import { periodSteps, type StepLength } from './periodSteps.ts';

/** The calendar year, half-year, quarter or month that holds all days of a period; null where none does. */
export function calendarPeriod({ first, last }: Period, length: StepLength): Period | null {
  if (first === null || last === null) return null;
  if (first.slice(0, 4) !== last.slice(0, 4)) return null;
  const [step, ...others] = periodSteps({ first, last }, length, null);
  return step !== undefined && others.length === 0 ? step : null;
}
