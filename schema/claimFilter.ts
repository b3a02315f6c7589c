import { properties } from '../src/quantity/vocabulary.ts';
import type { Rank as RankId } from '../src/store/tables.ts';
import { whenRead } from '../src/store/whenRead.ts';
import type { ClaimWhere, EntityWhere, TextWhere } from '../src/store/where.ts';
import { Rank } from './claim.ts';
import { claimFigure } from './claimFigure.ts';
import { DateFilter, type DateShape, dateWhere } from './dateFilter.ts';
import { EntityFilter } from './entityFilter.ts';
import { EvidenceFilter, type EvidenceShape, evidencesOf } from './evidenceFilter.ts';
import { type Condition, type Filter, type FilterShape, filterOf, joined, listed } from './filter.ts';
import { PeriodFilter, type PeriodShape, periodWhere } from './periodFilter.ts';
import { Property } from './property.ts';
import { SourceFilter } from './source.ts';
import { TextFilter, type TextShape, textMeets, textWhere } from './textFilter.ts';

export const ClaimFilter: Filter<ClaimWhere> = filterOf<ClaimWhere>('ClaimFilter', 'claims', joined, () => ({
  subject: entity('subject', EntityFilter, 'What it is about.'),
  properties: {
    type: [Property],
    description: 'Is about one of these properties.',
    where: (among: readonly string[]) => ({ properties: listed(among, 'properties') }),
  },
  definition: {
    type: TextFilter,
    description: 'Its definition.',
    where: (shape: TextShape) => definitionsMeeting(textWhere(shape)),
  },
  period: {
    type: PeriodFilter,
    description: 'Its period, or the day as of which it holds.',
    where: (shape: PeriodShape) => ({ period: periodWhere(shape) }),
  },
  figure: claimFigure,
  text: { type: TextFilter, description: 'Its text.', where: (shape: TextShape) => ({ text: textWhere(shape) }) },
  evidence: {
    type: EvidenceFilter,
    description: 'Its evidence.',
    where: (shape: EvidenceShape) => ({ evidence: evidencesOf(shape) }),
  },
  ranks: {
    type: [Rank],
    description: 'Its rank is one of these.',
    where: (ranks: readonly RankId[]) => ({ ranks: listed(ranks, 'ranks') }),
  },
  counts: { type: 'Boolean', description: 'Whether it counts in this view.', where: (counts: boolean) => ({ counts }) },
  source: entity('source', SourceFilter, 'One of its sources.'),
  speaker: entity('speaker', EntityFilter, 'Who said it, where that is an entity.'),
  published: {
    type: DateFilter,
    description: 'The day it became known in this view: of its trusted sources, the earliest.',
    where: (shape: DateShape) => ({ published: dateWhere(shape) }),
  },
}));

function entity(
  of: 'subject' | 'source' | 'speaker',
  filter: Filter<EntityWhere>,
  description: string,
): Condition<ClaimWhere> {
  return {
    type: filter.ref,
    description,
    where: (value: FilterShape, { view }) => whenRead(filter.where(value, view), (meant) => ({ [of]: meant })),
  };
}

/** Definitions are declared, some dozens, so that they are compared here. */
function definitionsMeeting({ isUnknown, ...others }: TextWhere): ClaimWhere {
  return {
    ...(isUnknown !== undefined && { hasDefinition: !isUnknown }),
    ...(Object.keys(others).length > 0 && { definitions: declared.filter((one) => textMeets(one, others)) }),
  };
}

const declared = [
  ...new Set(Object.values(properties).flatMap(({ definitions }) => definitions.map(({ id }) => id as string))),
];
