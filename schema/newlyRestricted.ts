import { isStricter } from '../src/controls/change.ts';
import { plusDays } from '../src/quantity/day.ts';
import { lastDayOf } from '../src/quantity/period.ts';
import { entityAt } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { ConnectionShape, PageArguments } from './connection.ts';
import type { Context } from './context.ts';
import { type ControlDate, controlDateOf } from './controlDates.ts';
import { askingClauses, firstDayInForce, readingOf } from './controlReach.ts';
import {
  assertWithinBudget,
  type ChangeShape,
  type ChangesPicked,
  chipsBefore,
  picked,
  placesAsked,
  wayOf,
} from './exportStatusChanges.ts';
import { ExportStatusShape, firstDay } from './exportStatusOf.ts';
import { listPage } from './listPage.ts';
import { type RulesInPlace, rulesOf } from './rulesOf.ts';

/** What became more severe with a control, from the day before it to the day after its last date. Null where it never was in force. */
export function newlyRestrictedBy(
  context: Context,
  control: Seen<EntityRow>,
  asked: ChangesPicked & PageArguments,
): Read<ConnectionShape<ChangeShape> | null> {
  const { view } = control;
  return whenRead(rulesOf(view.revision), (inPlace) =>
    whenRead(daysAround(control, inPlace), (days) => {
      if (days === null) return null;
      return whenRead(chipsBefore(view, days.after, null), (chips) => {
        const reading = readingOf(askingClauses(inPlace, control.row.slug));
        const ways = placesAsked(context, view, asked.destinations, inPlace).map((place) =>
          wayOf(inPlace, place, reading),
        );
        assertWithinBudget(chips, ways);
        const changes = ways.flatMap((way) =>
          chips.flatMap((chip): readonly ChangeShape[] => {
            const after = new ExportStatusShape(view, chip, way, days.after);
            if (!isBy(after, control.row.slug)) return [];
            const before = new ExportStatusShape(view, chip, way, days.before);
            return isStricter({ before: before.verdict, after: after.verdict }) ? [{ before, after }] : [];
          }),
        );
        return listPage(view, picked(view, changes, asked), asked, 'changes by place and processor');
      });
    }),
  );
}

interface DaysAround {
  readonly before: string;
  readonly after: string;
}

/**
 * The day before a control first held, or a measure that brought it forward for some, and the day after its last date. A
 * control whose first day is older than the records made nothing new.
 */
function daysAround(control: Seen<EntityRow>, inPlace: RulesInPlace): Read<DaysAround | null> {
  const first = firstDayOfControl(inPlace, control.row.slug);
  if (first === null) return null;
  return whenRead(amendments(control), (amending) => {
    const forerunners = amending.flatMap((slug) => firstDayOfControl(inPlace, slug) ?? []);
    const before = plusDays([first, ...forerunners].toSorted()[0] ?? first, -1);
    return whenRead(lastDate(control), (last) => {
      const after = plusDays(last !== null && last > first ? last : first, 1);
      return { before: [before, firstDay].toSorted().at(-1) ?? before, after };
    });
  });
}

function firstDayOfControl(inPlace: RulesInPlace, slug: string): string | null {
  const clauses = askingClauses(inPlace, slug);
  return firstDayInForce(clauses, readingOf(clauses));
}

/** The controls that amend a control. */
function amendments(control: Seen<EntityRow>): Read<readonly string[]> {
  const list = { ends: 'to', during: { label: '../..', first: null, last: null } } as const;
  const page = { limit: 100, backward: false, cursor: null };
  return whenRead(control.view.links(control, { list, where: { kinds: ['amends'] }, order: [], page }), ({ rows }) => {
    const amending = rows.map((link) => entityAt(link, 'from', (row) => row.fromKey));
    return whenRead(whenAllRead(amending), (found) => found.flatMap((one) => one?.row.slug ?? []));
  });
}

/** The last of the dates by which a control came. */
function lastDate(control: Seen<EntityRow>): Read<string | null> {
  const dates: readonly ControlDate[] = ['announced', 'published', 'effective', 'compliance'];
  return whenRead(whenAllRead(dates.map((date) => controlDateOf(control, date))), (found) => {
    const days = found.flatMap((one) => (one === null ? [] : (lastDayOf(one.date) ?? [])));
    return days.toSorted().at(-1) ?? null;
  });
}

/** Whether a clause of a control decides, or may decide. */
function isBy({ verdict }: ExportStatusShape, control: string): boolean {
  return [verdict.clause, ...verdict.candidates.map(({ clause }) => clause)].some(
    (clause) => clause?.control === control,
  );
}
