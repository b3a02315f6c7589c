import { enumOf } from './enumOf.ts';

/** How good a claim or figure is. */
export const EvidenceEnum = enumOf('Evidence', 'How good a claim or figure is, best first.', {
  reported: 'A source reports it as fact.',
  derived: 'Computed from reported facts.',
  estimated: "Somebody's estimate, or computed from one.",
  forecast: 'Expected for the future when it was said, or computed from such a claim.',
  scenario: 'Supposed by the asker, as a what-if argument, or computed from such a supposition.',
});

/** Whether figures agree. */
export const Agreement = enumOf('Agreement', 'Whether figures agree.', {
  agree: 'Their bounds share a value.',
  disagree: 'Their bounds share no value.',
  unknown: 'One of them is unknown or was not stated.',
});
