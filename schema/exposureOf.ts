import { convertUnit } from '../src/metrics/conversion.ts';
import { exposure } from '../src/metrics/exposure.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { foldName } from '../src/quantity/foldName.ts';
import { properties } from '../src/quantity/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { Context } from './context.ts';
import { convert } from './conversion.ts';
import { clientError } from './errors.ts';
import { figureOf, statedOf } from './figureOf.ts';
import { entityArgument } from './globalId.ts';
import { unitsOf } from './unitsOf.ts';

/** Where sales go, and when. */
export interface ExposureAsked {
  readonly destination: Seen<EntityRow>;
  readonly period: string;
}

/**
 * What part of the revenue of a company comes from a place: by the amounts, else as stated; else what part of the
 * processors that it shipped went there. Null where none of this is known.
 */
export function exposureOf(company: Seen<EntityRow>, asked: ExposureAsked): Read<Figure | null> {
  const definition = revenueFrom(asked.destination);
  const byRevenue = definition === null ? null : ofRevenue(company, asked.period, definition);
  return whenRead(byRevenue, (figure) => figure ?? ofShipments(company, asked));
}

/** The place that a client names. @throws the client's error where there is none */
export function placeArgument(context: Context, company: Seen<EntityRow>, id: string): Read<Seen<EntityRow>> {
  const { slug, view } = entityArgument(context, company.view, id, ['Place'], 'destination');
  return whenRead(view.named('Place', slug), ([place, another]) => {
    if (place === undefined) throw clientError('NOT_FOUND', `There is no place "${id}".`, 'destination');
    if (another) throw clientError('AMBIGUOUS_NAME', `"${id}" names several places; write the slug.`, 'destination');
    return place;
  });
}

/** The definition of revenue that bears the name of a place; null where there is none. */
function revenueFrom({ row }: Seen<EntityRow>): { readonly id: string; readonly means: string } | null {
  // The compiler wrote the aliases in this form.
  const names = new Set([row.slug, row.name, ...(JSON.parse(row.aliasesJson) as string[])].map(foldName));
  return properties.revenue.definitions.find(({ id }) => names.has(foldName(id))) ?? null;
}

function ofRevenue(
  company: Seen<EntityRow>,
  period: string,
  { id, means }: { readonly id: string; readonly means: string },
): Read<Figure | null> {
  const amounts = whenAllRead([
    figureOf(company, { property: 'revenue', period, definition: id }),
    figureOf(company, { property: 'revenue', period, definition: 'total' }),
  ]);
  return whenRead(amounts, ([part, whole]) => {
    if (!part || !whole) return statedShare(company, period, id);
    return whenRead(convert(company.view, part, whole.quantity.unit, 'mean', 'period'), (inUnit) =>
      exposure({ part: inUnit, whole, assumptions: [`What is counted as the part: ${means}`] }),
    );
  });
}

function statedShare(company: Seen<EntityRow>, period: string, definition: string): Read<Figure | null> {
  return whenRead(
    statedOf(company, { property: 'revenue-share', period, definition }),
    (stated) => stated && convertUnit(stated, 'ratio'),
  );
}

function ofShipments(company: Seen<EntityRow>, { destination, period }: ExposureAsked): Read<Figure | null> {
  const units = whenAllRead([unitsOf(company, { buyers: [destination], period }), unitsOf(company, { period })]);
  const assumptions = ['The part is that of processors, each counting as one, and not of revenue.'];
  return whenRead(units, ([part, whole]) => (part && whole ? exposure({ part, whole, assumptions }) : null));
}
