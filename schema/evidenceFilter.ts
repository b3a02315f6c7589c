import { type Evidence, evidences, isWeaker } from '../src/quantity/evidence.ts';
import { builder } from './builder.ts';
import { EvidenceEnum } from './evidence.ts';
import { withoutNull } from './filter.ts';

/** Conditions on evidence, as a client writes them. */
export interface EvidenceShape {
  readonly in?: readonly Evidence[] | null | undefined;
  readonly atLeast?: Evidence | null | undefined;
}

export const EvidenceFilter = builder.inputType('EvidenceFilter', {
  description: 'Conditions on evidence; all that are given must hold.',
  fields: (t) => ({
    in: t.field({ type: [EvidenceEnum], description: 'Is one of these.' }),
    atLeast: t.field({ type: EvidenceEnum, description: 'Is this good or better.' }),
  }),
});

/** The evidence that meets the conditions. @throws the client's error for null */
export function evidencesOf(shape: EvidenceShape): readonly Evidence[] {
  const { in: among, atLeast } = withoutNull(shape);
  return evidences.filter(
    (one) => (among === undefined || among.includes(one)) && (atLeast === undefined || !isWeaker(one, atLeast)),
  );
}
