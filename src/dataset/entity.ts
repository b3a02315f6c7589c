import { LRUCache } from 'lru-cache';
import { type FiscalYearEnd, fiscalYearEndForms, parseFiscalYearEnd } from '../quantity/fiscalYear.ts';
import { type Period, parsePeriod, samePeriod } from '../quantity/period.ts';
import type { EntityType, ReferenceRole } from '../store/tables.ts';
import { type Catalogue, idOf } from './catalogue.ts';
import type { Draft, WrittenPeriod } from './draft.ts';
import { entryName } from './entryName.ts';
import { type Findings, inside, report, type Spot } from './findings.ts';
import { follow } from './follow.ts';

/** An entity whose references have been followed. */
export interface Entity {
  /** The global id. */
  readonly id: string;
  readonly type: EntityType;
  readonly slug: string;
  readonly name: string;
  readonly draft: Draft;
  readonly references: readonly EntityReference[];
  /** The period of an investment or a shipment; null elsewhere. */
  readonly period: Period | null;
  /** The fiscal calendar that its periods are in; null where it has none. */
  readonly calendar: FiscalYearEnd | null;
  /** The same as it is written in the file of the company; null where it has none. */
  readonly fiscalYearEnds: string | null;
}

/** One entity named by another. */
export interface EntityReference extends Spot {
  readonly role: ReferenceRole;
  readonly to: Draft;
}

/** The entities, by their global ids; each reference that leads nowhere is a problem. */
export function entitiesOf(catalogue: Catalogue, findings: Findings): ReadonlyMap<string, Entity> {
  return new Map(catalogue.drafts.map((draft) => [idOf(draft), entityOf(draft, catalogue, findings)] as const));
}

function entityOf(draft: Draft, catalogue: Catalogue, findings: Findings): Entity {
  const written = draft.references;
  draft.references = [];
  const references = written.flatMap(({ role, to: reference, types, path }): readonly EntityReference[] => {
    const to = follow(reference, types, { file: draft.file, path }, { catalogue, findings });
    return to === null ? [] : [{ role, to, file: draft.file, path }];
  });
  const fiscalYearEnds = calendarText(draft, references);
  const calendar = draft.type === 'Company' ? ownCalendar(draft, findings) : parseFiscalYearEnd(fiscalYearEnds ?? '');
  const { type, slug, name } = draft;
  return {
    id: idOf(draft),
    type,
    slug,
    name: name ?? entryName(draft, references),
    draft,
    references,
    calendar,
    fiscalYearEnds,
    period: draft.when === null ? null : readPeriod(draft.when, draft, calendar, findings),
  };
}

/** The calendar of the company that an entity is about: itself, its maker, investor or seller. */
function calendarText(draft: Draft, references: readonly EntityReference[]): string | null {
  if (draft.type === 'Company') return draft.detail.fiscalYearEnds ?? null;
  const about = references.find(
    ({ role, to }) => calendarRoles.includes(role) && to.detail.fiscalYearEnds !== undefined,
  );
  return about?.to.detail.fiscalYearEnds ?? null;
}

const calendarRoles: readonly ReferenceRole[] = ['company', 'maker', 'investor', 'seller'];

function ownCalendar({ detail, file }: Draft, findings: Findings): FiscalYearEnd | null {
  if (detail.fiscalYearEnds === undefined) return null;
  const calendar = parseFiscalYearEnd(detail.fiscalYearEnds);
  if (calendar === null) {
    report(
      findings,
      { file, path: ['fiscalYearEnds'] },
      `\`${detail.fiscalYearEnds}\` is no end of a fiscal year: write it like ${fiscalYearEndForms}`,
    );
  }
  return calendar;
}

/** The periods that were read last: a million claims are of a few hundred. */
const periods = new LRUCache<string, ReturnType<typeof parsePeriod>>({ max: 10_000 });

function knownPeriod(text: string, calendar: FiscalYearEnd | null): ReturnType<typeof parsePeriod> {
  const key = `${text} ${calendar === null ? '' : JSON.stringify(calendar)}`;
  const known = periods.get(key);
  if (known !== undefined) return known;
  const period = parsePeriod(text, calendar);
  periods.set(key, period);
  return period;
}

/** Reads a period in a calendar; the days that the source gives for it must be those of the calendar. */
export function readPeriod(
  { text, path, days }: WrittenPeriod,
  { file }: Pick<Draft, 'file'>,
  calendar: FiscalYearEnd | null,
  findings: Findings,
): Period | null {
  const period = knownPeriod(text, calendar);
  if ('problem' in period) {
    report(findings, { file, path }, period.problem);
    return null;
  }
  if (days === null) return period;
  const stated = parsePeriod(days);
  const daysSpot = inside({ file, path: path.slice(0, -1) }, 'days');
  if ('problem' in stated) report(findings, daysSpot, stated.problem);
  else if (!samePeriod(period, stated)) {
    const own = `${period.first ?? '..'}/${period.last ?? '..'}`;
    report(
      findings,
      daysSpot,
      `${period.label} is ${own} in the calendar of the company, not ${days}: correct the period, or the company's \`fiscalYearEnds\``,
    );
  }
  return period;
}
