import { enumOf } from './enumOf.ts';

export const Interval = enumOf('Interval', 'The steps of a series, and the lengths of periods.', {
  year: 'Calendar or fiscal years.',
  'half-year': 'Half years.',
  quarter: 'Quarters.',
  month: 'Months.',
});
