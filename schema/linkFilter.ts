import { whenRead } from '../src/store/whenRead.ts';
import type { LinkWhere, TextWhere } from '../src/store/where.ts';
import { DateFilter, type DateShape, dateWhere } from './dateFilter.ts';
import { EntityFilter } from './entityFilter.ts';
import { clientError } from './errors.ts';
import { EvidenceFilter, type EvidenceShape, evidencesOf } from './evidenceFilter.ts';
import { type Condition, type Filter, type FilterShape, filterOf, joined, listed } from './filter.ts';
import { type ListFilter, listFilterOf } from './listFilter.ts';
import { periodArgument } from './period.ts';
import { LinkKind } from './property.ts';
import { TextFilter, type TextShape, textMeets, textWhere } from './textFilter.ts';

export const LinkFilter: Filter<LinkWhere> = filterOf<LinkWhere>('LinkFilter', 'links', joined, () => ({
  kinds: {
    type: [LinkKind],
    description: 'Is of one of these kinds.',
    where: (kinds: readonly string[]) => ({ kinds: listed(kinds, 'kinds') }),
  },
  from: end('from', 'Where it starts.'),
  to: end('to', 'Where it ends.'),
  other: end('other', 'The other end, seen from the entity asked about; of all links, one of their ends.'),
  what: end('what', 'What it concerns besides its ends.'),
  role: {
    type: TextFilter,
    description: 'The role of a person.',
    where: (shape: TextShape, { view }) =>
      whenRead(view.revision.roles(), (roles) => rolesMeeting(roles, textWhere(shape))),
  },
  start: {
    type: DateFilter,
    description: 'The first day.',
    where: (shape: DateShape) => ({ start: dateWhere(shape) }),
  },
  end: {
    type: DateFilter,
    description: 'The day from which it no longer holds.',
    where: (shape: DateShape) => ({ end: dateWhere(shape) }),
  },
  during: {
    type: 'PeriodLabel',
    description:
      'Held on a day of this period. In a list it replaces the day of the lens; for `every`, write it into `among`.',
    where: (label: string) => ({ during: periodArgument(label, null, 'where') }),
  },
  evidence: {
    type: EvidenceFilter,
    description: 'The best evidence among its claims; that of what an entity is made of is REPORTED.',
    where: (shape: EvidenceShape) => ({ evidence: evidencesOf(shape) }),
  },
  isDisputed: {
    type: 'Boolean',
    description: 'Whether it is disputed: a claim of it that counts is denied by somebody, or is a denial.',
    where: (disputed: boolean) => ({ disputed }),
  },
  returnedBy: {
    type: [LinkKind],
    description:
      'Another link of one of these kinds runs back, from its end to its start, and held on the same day or in the same period.',
    where: (kinds: readonly string[]) => {
      if (kinds.length === 0)
        throw clientError('BAD_FILTER', 'returnedBy lists no kind of link: name one, or leave it out.', 'where');
      return { returnedBy: listed(kinds, 'returnedBy') };
    },
  },
  singleSource: {
    type: 'Boolean',
    description:
      'True: the end that depends on the other (the buyer, the tenant, the firm supplied) has no other documented link of that kind, so the other end is its only source. False: it has another. Links of kinds by which neither end depends on the other, such as PARTNERS_WITH, meet neither.',
    where: (singleSource: boolean) => ({ singleSource }),
  },
}));

export const LinkListFilter: ListFilter<LinkWhere> = listFilterOf<LinkWhere>(
  'LinkListFilter',
  'the links of an entity that hold on the day of the lens, or in the period that `during` names',
  joined.and,
  () => LinkFilter,
);

function end(of: 'from' | 'to' | 'other' | 'what', description: string): Condition<LinkWhere> {
  return {
    type: EntityFilter.ref,
    description,
    where: (value: FilterShape, { view }) => whenRead(EntityFilter.where(value, view), (entity) => ({ [of]: entity })),
  };
}

/** Roles stand in links as sources give them, so that they are compared here, where case and accents do not matter. */
function rolesMeeting(roles: readonly string[], text: TextWhere): LinkWhere {
  const { isUnknown, ...others } = text;
  return {
    ...(isUnknown !== undefined && { hasRole: !isUnknown }),
    ...(Object.keys(others).length > 0 && { roles: roles.filter((role) => textMeets(role, others)) }),
  };
}
