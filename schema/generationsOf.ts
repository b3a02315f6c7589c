import { annualGrowth } from '../src/metrics/annualGrowth.ts';
import { elapsedYears } from '../src/metrics/elapsedYears.ts';
import { factor } from '../src/metrics/factor.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { Context } from './context.ts';
import { clientError } from './errors.ts';
import { figureOf } from './figureOf.ts';
import { entityArgument } from './globalId.ts';
import { factDateOf } from './stated.ts';

/** One processor of a line. */
export interface GenerationShape {
  readonly processor: Seen<EntityRow>;
  readonly figure: Figure | null;
  readonly factor: Figure | null;
}

/** A line of processors. */
export interface GenerationsShape {
  readonly view: View;
  readonly steps: readonly GenerationShape[];
  readonly factor: Figure | null;
  readonly years: Figure | null;
  readonly growthAYear: Figure | null;
}

/** What a client asks of a line of processors. */
export interface GenerationsAsked {
  /** Ids or slugs, oldest first. */
  readonly of: readonly string[];
  readonly property: PropertyId;
  readonly definition?: string | null | undefined;
  readonly unit?: string | null | undefined;
}

/** How a figure grew over a line of processors, by their releases. @throws the client's error where one is not there */
export function generationsOf(context: Context, view: View, asked: GenerationsAsked): Read<GenerationsShape> {
  const { property, definition, unit } = asked;
  return whenRead(processorsAsked(context, view, asked.of), (processors) => {
    const figures = whenAllRead(processors.map((one) => figureOf(one, { property, definition, unit })));
    const releases = whenAllRead(processors.map((one) => factDateOf(one, 'released')));
    return whenRead(figures, (found) =>
      whenRead(releases, (dates) => {
        assertOneUnit(found);
        const times = timesAsMuch(found.at(-1), found[0]);
        const years = elapsedYears({
          from: releaseOf(processors[0], dates[0]),
          to: releaseOf(processors.at(-1), dates.at(-1)),
        });
        return {
          view,
          steps: processors.map((processor, place) => ({
            processor,
            figure: found[place] ?? null,
            factor: place === 0 ? null : timesAsMuch(found[place], found[place - 1]),
          })),
          factor: times,
          years,
          growthAYear: times && annualGrowth({ factor: times, years }),
        };
      }),
    );
  });
}

function processorsAsked(context: Context, view: View, ids: readonly string[]): Read<readonly Seen<EntityRow>[]> {
  if (ids.length < 2 || ids.length > 20)
    throw clientError('BAD_ARGUMENT', `of names ${ids.length} processors; 2 to 20 are allowed.`, 'of');
  const names = ids.map((id) => ({
    type: 'Processor' as const,
    name: entityArgument(context, view, id, ['Processor'], 'of').slug,
  }));
  return whenRead(view.namedAll(names), (found) =>
    found.map(([processor, another], place) => {
      if (processor === undefined) throw clientError('NOT_FOUND', `There is no processor "${ids[place]}".`, 'of');
      if (another)
        throw clientError('AMBIGUOUS_NAME', `"${ids[place]}" names several processors; write the slug.`, 'of');
      return processor;
    }),
  );
}

function timesAsMuch(later: Figure | null | undefined, earlier: Figure | null | undefined): Figure | null {
  return later && earlier ? factor({ later, earlier }) : null;
}

function releaseOf(processor: Seen<EntityRow> | undefined, date: string | null | undefined) {
  return { name: `release of ${processor?.row.name}`, date: date ?? null };
}

function assertOneUnit(figures: readonly (Figure | null)[]): void {
  const units = new Set(figures.flatMap((figure) => (figure ? [figure.quantity.unit] : [])));
  if (units.size < 2) return;
  throw clientError(
    'UNIT_MISMATCH',
    `The processors have figures in ${[...units].join(', ')}: give \`unit\` the one to compare them in.`,
    'unit',
  );
}
