import { catching } from '../src/controls/catches.ts';
import { elapsedDays } from '../src/metrics/elapsedDays.ts';
import { daysBetween } from '../src/quantity/day.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { lastDayOf } from '../src/quantity/period.ts';
import { referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { builder } from './builder.ts';
import type { Chip } from './chip.ts';
import { Rank } from './claim.ts';
import { controlDateOf } from './controlDates.ts';
import { askingClauses, firstDayInForce, reachedCountries, readingOf } from './controlReach.ts';
import { chipsBefore, wayOf } from './exportStatusChanges.ts';
import { ExportStatusShape, type WayTo } from './exportStatusOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { Processor } from './processor.ts';
import { isCaught } from './restricts.ts';
import { rulesOf } from './rulesOf.ts';
import { factDateOf } from './stated.ts';

/** A processor that answered a control. */
export interface ResponseShape {
  readonly processor: Seen<EntityRow>;
  readonly from: string;
  readonly days: Figure;
  readonly tentative: boolean;
}

export const ControlResponse = builder.objectRef<ResponseShape>('ControlResponse').implement({
  description: 'A processor that answered a control.',
  fields: (t) => ({
    processor: t.field({ type: Processor, description: 'The processor.', resolve: ({ processor }) => processor }),
    from: t.field({ type: 'Date', description: 'The day that is counted from.', resolve: ({ from }) => from }),
    days: t.field({
      type: FigureRef,
      description:
        "From that day to the processor's announcement, in days; the derivation says what else it could be counted from.",
      resolve: ({ processor, days }) => figureIn(processor.view, days),
    }),
    rank: t.field({
      type: Rank,
      description: 'The rank of what says so: TENTATIVE where it is of weak confidence.',
      resolve: ({ tentative }) => (tentative ? 'tentative' : 'normal'),
    }),
  }),
});

/** A processor, and when and in which line it came. */
interface Release {
  readonly chip: Chip;
  readonly processor: Seen<EntityRow>;
  /** The day of its announcement, or else of its release. */
  readonly day: string;
  readonly isAnnounced: boolean;
  /** Its family, and of what kind it is there: consumer cards are another line than accelerators. */
  readonly line: string;
}

/**
 * The next processor of each line (a family, and a kind of processor in it) of which a control caught one: announced later,
 * not caught by it, and free to go without a licence to a country where it caught the others. Soonest first.
 */
export function responsesTo(control: Seen<EntityRow>, maker: Seen<EntityRow> | null): Read<readonly ResponseShape[]> {
  const { view } = control;
  return whenRead(rulesOf(view.revision), (inPlace) =>
    whenRead(datesOf(control), (dates) => {
      const clauses = askingClauses(inPlace, control.row.slug);
      const reading = readingOf(clauses);
      const inForce = firstDayInForce(clauses, reading);
      const [first] = Object.values(dates)
        .filter((day) => day !== null)
        .toSorted();
      if (inForce === null || first === undefined) return [];
      const ways = reachedCountries(inPlace, clauses, inForce).map((place) => wayOf(inPlace, place, reading));
      return whenRead(releases(control, maker), (all) => {
        const rule: Rule = { control: control.row.slug, ways, inForce };
        const lines = new Set(all.map(({ line }) => line));
        const answers = [...lines].flatMap((line) => {
          const ofLine = all.filter((release) => release.line === line);
          const next = nextOf(
            rule,
            ofLine.filter(({ day }) => day < first),
            ofLine.filter(({ day, isAnnounced }) => isAnnounced && day >= first),
          );
          return next === null ? [] : [{ ...next, days: daysTo(next.release, dates, first, next.tentative) }];
        });
        return answers
          .map(({ release, days, tentative }) => ({ processor: release.processor, from: first, days, tentative }))
          .toSorted((a, b) => byDays(a, b));
      });
    }),
  );
}

interface Rule {
  readonly control: string;
  readonly ways: readonly WayTo[];
  readonly inForce: string;
}

function nextOf({ control, ways, inForce }: Rule, before: readonly Release[], later: readonly Release[]) {
  const statusOf = ({ chip, processor }: Release, way: WayTo, day: string) =>
    new ExportStatusShape(processor.view, chip, way, day);
  const caught = ways.flatMap((way) =>
    before.flatMap((release) => {
      const { verdict, question } = statusOf(release, way, inForce);
      const clauses = catching(way.inPlace.rules, question, control).filter(({ applies }) => applies === true);
      if (clauses.length === 0) return [];
      return [{ way, isWeak: verdict.tentative || clauses.every(({ clause }) => clause.rank === 'tentative') }];
    }),
  );
  if (caught.length === 0) return null;
  const isWeak = caught.every((one) => one.isWeak);
  for (const release of later.toSorted(byDay)) {
    if (ways.some((way) => isCaught(statusOf(release, way, inForce), control) !== false)) continue;
    const day = release.day > inForce ? release.day : inForce;
    const free = caught.map(({ way }) => statusOf(release, way, day).verdict).filter(isFree);
    if (free.length > 0) return { release, tentative: isWeak || free.every(({ tentative }) => tentative) };
  }
  return null;
}

function isFree({ outcome }: ExportStatusShape['verdict']): boolean {
  return outcome === 'unrestricted' || outcome.startsWith('exception');
}

type Dates = Readonly<Record<'announced' | 'effective', string | null>>;

function datesOf(control: Seen<EntityRow>): Read<Dates> {
  return whenRead(controlDateOf(control, 'announced'), (announced) =>
    whenRead(controlDateOf(control, 'effective'), (effective) => ({
      announced: announced && lastDayOf(announced.date),
      effective: effective && lastDayOf(effective.date),
    })),
  );
}

function releases(control: Seen<EntityRow>, maker: Seen<EntityRow> | null): Read<readonly Release[]> {
  const where = maker === null ? null : { maker: { slug: { equals: maker.row.slug } } };
  return whenRead(chipsBefore(control.view, null, where), (chips) => {
    const found = chips.map((chip) => {
      const { processor } = chip;
      if (processor === null) return null;
      return whenRead(whenAllRead([factDateOf(processor, 'announced'), factDateOf(processor, 'released')]), (dates) =>
        whenRead(referenceOf(processor, 'family'), (family) => {
          const [announced, released] = dates.map((date) => date && lastDayOf(date));
          const day = announced ?? released ?? null;
          if (day === null || family === null) return null;
          const line = `${family.row.key} ${processor.row.kindsJson}`;
          return { chip, processor, day, isAnnounced: announced != null, line };
        }),
      );
    });
    return whenRead(whenAllRead(found), (all) => all.filter((one) => one !== null));
  });
}

/** Counted from the first that was heard or felt of a control; what else it could be counted from is said. */
function daysTo({ processor, day }: Release, dates: Dates, from: string, tentative: boolean): Figure {
  const name = from === dates.announced ? 'announcement of the control' : 'first day of the control';
  const [other, otherName] =
    from === dates.announced ? [dates.effective, 'its effective day'] : [dates.announced, 'its announcement'];
  const otherwise =
    other === null || other === from
      ? []
      : [`Counted from ${otherName}, ${other}, it would be ${daysBetween(other, day)} days.`];
  return elapsedDays(
    {
      from: { name, date: from },
      to: { name: `announcement of ${processor.row.name}`, date: day },
    },
    { assumptions: otherwise, tentative },
  );
}

function byDay(a: Release, b: Release): number {
  return a.day === b.day ? a.processor.row.key - b.processor.row.key : a.day < b.day ? -1 : 1;
}

function byDays(a: ResponseShape, b: ResponseShape): number {
  return (a.days.quantity.value?.cmp(b.days.quantity.value ?? 0) ?? 0) || a.processor.row.key - b.processor.row.key;
}
