import { atMost } from '../src/metrics/atMost.ts';
import { exposure } from '../src/metrics/exposure.ts';
import { type Part, total } from '../src/metrics/total.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { isUnknown } from '../src/quantity/quantity.ts';
import { referencesOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { chipOf } from './chip.ts';
import { askingClauses, firstDayInForce, readingOf } from './controlReach.ts';
import { gather } from './entities.ts';
import { wayOf } from './exportStatusChanges.ts';
import { ExportStatusShape } from './exportStatusOf.ts';
import type { ExposureAsked } from './exposureOf.ts';
import { referenceTo } from './members.ts';
import { periodArgument } from './period.ts';
import { isFamily } from './processorFigures.ts';
import { isCaught } from './restricts.ts';
import { rulesOf } from './rulesOf.ts';
import { unitsOf } from './unitsOf.ts';

/**
 * What part of the processors that a company shipped in a period went to a place and are caught by a control: on the last
 * day of the period, or, where the control does not hold then, on its first day. What it may catch, and families of which
 * it may catch some, count from nothing to all. Null where nothing is known.
 */
export function exposureToControl(
  company: Seen<EntityRow>,
  { destination, period }: ExposureAsked,
  control: Seen<EntityRow>,
): Read<Figure | null> {
  return whenRead(dayOf(company, period, control), (day) =>
    whenRead(processorsShipped(company), (processors) =>
      whenRead(unitsOf(company, { period }), (whole) => {
        if (day === null || whole === null || isUnknown(whole.quantity)) return null;
        const caught = processors.map((processor) =>
          whenRead(caughtOn(processor, destination, control, day), (is) => ({ processor, is })),
        );
        return whenRead(whenAllRead(caught), (found) => {
          const parts = found
            .filter(({ is }) => is !== false)
            .map(({ processor, is }) =>
              whenRead(unitsOf(processor, { buyers: [destination], period }), (units) => partOf(processor, units, is)),
            );
          return whenRead(whenAllRead(parts), (all) => shareOf(all.flat(), whole, control, day));
        });
      }),
    ),
  );
}

function shareOf(parts: readonly Part[], whole: Figure, control: Seen<EntityRow>, day: string): Figure | null {
  const { sum } = total({ unit: 'count', nonNegative: true, stated: null, parts, open: false, period: whole.period });
  if (isUnknown(sum.quantity)) return null;
  return exposure({
    part: sum,
    whole,
    assumptions: [
      `The part is that of processors which ${control.row.name} catches on ${day}, each counting as one, and not of revenue.`,
    ],
  });
}

function partOf(processor: Seen<EntityRow>, units: Figure | null, is: boolean | null): readonly Part[] {
  if (units === null) return [];
  const why = `Whether the control catches ${processor.row.name} is open.`;
  return [{ entity: referenceTo(processor), figure: is === true ? units : atMost(units, why) }];
}

/** What rests on weak facts is open; so is what holds of a family, whose members differ. */
function caughtOn(
  processor: Seen<EntityRow>,
  destination: Seen<EntityRow>,
  control: Seen<EntityRow>,
  day: string,
): Read<boolean | null> {
  return whenRead(rulesOf(processor.view.revision), (inPlace) =>
    whenRead(chipOf(processor), (chip) => {
      const reading = readingOf(askingClauses(inPlace, control.row.slug));
      const status = new ExportStatusShape(processor.view, chip, wayOf(inPlace, destination.row, reading), day);
      const is = isCaught(status, control.row.slug);
      return is !== false && (isFamily(processor) || status.verdict.tentative) ? null : is;
    }),
  );
}

function dayOf(company: Seen<EntityRow>, period: string, control: Seen<EntityRow>): Read<string | null> {
  const { last } = periodArgument(period, company, 'period');
  return whenRead(rulesOf(company.view.revision), (inPlace) => {
    const clauses = askingClauses(inPlace, control.row.slug);
    const reading = readingOf(clauses);
    const holds = clauses.some((clause) =>
      clause.days[reading].some(({ from, to }) => last !== null && (from ?? '') <= last && (to === null || last <= to)),
    );
    return holds ? last : firstDayInForce(clauses, reading);
  });
}

function processorsShipped(company: Seen<EntityRow>): Read<readonly Seen<EntityRow>[]> {
  return whenRead(gather(company.view, company, { naming: ['seller'], type: 'Shipment' }, {}), (shipments) =>
    whenRead(whenAllRead(shipments.map((shipment) => referencesOf(shipment, 'processor'))), (found) => {
      const byKey = new Map(found.flat().map((processor) => [processor.row.key, processor] as const));
      return [...byKey.values()];
    }),
  );
}
