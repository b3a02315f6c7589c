import { comparison } from '../src/metrics/comparison.ts';
import { elapsedDays } from '../src/metrics/elapsedDays.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { lastDayOf } from '../src/quantity/period.ts';
import { sortValue } from '../src/quantity/sortValue.ts';
import { unitFraction } from '../src/quantity/unit.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { countingClaims, seenClaims } from '../src/store/counting.ts';
import { claimsAtDoor, referenceOf } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { builder } from './builder.ts';
import type { Chip } from './chip.ts';
import { ComparisonRef } from './comparison.ts';
import type { Context } from './context.ts';
import { entityNamed } from './entityNamed.ts';
import { clientError } from './errors.ts';
import { chipsOf, wayOf } from './exportStatusChanges.ts';
import { dayArgument, ExportStatusShape, type WayTo } from './exportStatusOf.ts';
import { FigureRef, figureIn } from './figure.ts';
import { figureOf } from './figureOf.ts';
import type { FilterShape } from './filter.ts';
import { Processor, ProcessorFilter } from './processor.ts';
import { rulesOf } from './rulesOf.ts';
import { factDateOf } from './stated.ts';

/** A processor with its figure, and since when it counts. */
interface Candidate {
  readonly processor: Seen<EntityRow>;
  readonly chip: Chip;
  readonly figure: Figure;
  readonly since: string;
  /** Whether it is sold elsewhere, and not made for the place alone. */
  readonly elsewhere: boolean;
}

/** How far a place is behind on a day. */
interface GapShape {
  readonly on: string;
  readonly permitted: Candidate | null;
  readonly best: Candidate | null;
  /** The first that was as good as the permitted one. */
  readonly first: Candidate | null;
  readonly announced: boolean;
}

export const GenerationGap = builder.objectRef<GapShape>('GenerationGap').implement({
  description: 'How far a place is behind what is sold elsewhere.',
  fields: (t) => ({
    on: t.field({ type: 'Date', description: 'The day.', resolve: ({ on }) => on }),
    permitted: t.field({
      type: Processor,
      nullable: true,
      description: 'The best processor that may go there without a licence; null where none is known.',
      resolve: ({ permitted }) => permitted?.processor ?? null,
    }),
    best: t.field({
      type: Processor,
      nullable: true,
      description: 'The best processor on sale elsewhere; null where none is known.',
      resolve: ({ best }) => best?.processor ?? null,
    }),
    comparison: t.field({
      type: ComparisonRef,
      nullable: true,
      description: 'The permitted one beside the best; null where one of them is not known.',
      resolve: ({ permitted, best }) => {
        if (permitted === null || best === null) return null;
        const { view } = permitted.processor;
        return {
          left: figureIn(view, permitted.figure),
          right: figureIn(view, best.figure),
          comparison: comparison(permitted.figure, best.figure),
        };
      },
    }),
    lag: t.field({
      type: FigureRef,
      nullable: true,
      description: 'Days since a processor as good as the permitted one was first sold elsewhere; null where none was.',
      resolve: ({ on, first, announced }) =>
        first &&
        figureIn(
          first.processor.view,
          elapsedDays({
            from: {
              name: `${announced ? 'announcement' : 'release'} of ${first.processor.row.name}`,
              date: first.since,
            },
            to: { name: 'the day asked about', date: on },
          }),
        ),
    }),
  }),
});

/** Which processors are looked at, and by what. */
export interface GapsAsked {
  readonly on?: readonly string[] | null | undefined;
  readonly maker?: string | null | undefined;
  readonly where?: FilterShape | null | undefined;
  readonly announced?: boolean | null | undefined;
  readonly property?: PropertyId | null | undefined;
}

/**
 * How far the best processor permitted in a place is behind the best sold elsewhere, a day after the other. What firms of
 * the place make needs no permission and counts as neither; what is made for the place alone is not sold elsewhere.
 */
export function generationGapsOf(
  context: Context,
  place: Seen<EntityRow>,
  asked: GapsAsked,
): Read<readonly GapShape[]> {
  const { view } = place;
  const days = asked.on ?? [view.lens.asOf];
  if (days.length > 100)
    throw clientError('BAD_ARGUMENT', `on holds ${days.length} days; at most 100 are allowed.`, 'on');
  const wanted = days.map((day) => dayArgument(view, day, 'on'));
  const announced = asked.announced ?? false;
  return whenRead(rulesOf(view.revision), (inPlace) =>
    whenRead(candidates(context, place, asked, announced), (all) => {
      const way = wayOf(inPlace, place.row, 'practice');
      return wanted.map((on) => gapOn(on, way, all, announced));
    }),
  );
}

function gapOn(on: string, way: WayTo, all: readonly Candidate[], announced: boolean): GapShape {
  const sold = all.filter(({ since }) => since <= on);
  const permitted = bestOf(sold.filter((candidate) => mayGo(candidate, way, on)));
  const elsewhere = sold.filter((candidate) => candidate.elsewhere);
  const asGood =
    permitted === null ? [] : elsewhere.filter(({ figure }) => height(figure).gte(height(permitted.figure)));
  const [first = null] = asGood.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  return { on, permitted, best: bestOf(elsewhere), first, announced };
}

function mayGo({ chip, processor }: Candidate, way: WayTo, on: string): boolean {
  const { outcome, tentative } = new ExportStatusShape(processor.view, chip, way, on).verdict;
  const isFree = outcome === 'unrestricted' || outcome.startsWith('exception');
  return isFree && (processor.view.lens.includeTentative || !tentative);
}

/** Of equals the one that came first. */
function bestOf(candidates: readonly Candidate[]): Candidate | null {
  const [best = null] = candidates.toSorted(
    (a, b) => height(b.figure).cmp(height(a.figure)) || (a.since < b.since ? -1 : a.since > b.since ? 1 : 0),
  );
  return best;
}

function candidates(
  context: Context,
  place: Seen<EntityRow>,
  { maker, where, property }: GapsAsked,
  announced: boolean,
): Read<readonly Candidate[]> {
  const { view } = place;
  const firm = maker == null ? null : entityNamed(context, view, maker, 'Company', 'company', 'maker');
  return whenRead(firm, (made) =>
    whenRead(ProcessorFilter.where(where, view), (wanted) => {
      const by: EntityWhere = made === null ? {} : { references: { maker: { slug: { equals: made.row.slug } } } };
      return whenRead(chipsOf(view, { and: [wanted, by] }), (chips) => {
        const found = chips.map((chip) =>
          candidate(chip, place, property ?? 'total-processing-performance', announced),
        );
        return whenRead(whenAllRead(found), (all) => comparable(all.filter((one) => one !== null)));
      });
    }),
  );
}

function candidate(
  chip: Chip,
  place: Seen<EntityRow>,
  property: PropertyId,
  announced: boolean,
): Read<Candidate | null> {
  const { processor } = chip;
  if (processor === null) return null;
  const read = whenAllRead([isMadeIn(processor, place), isMadeFor(processor, place)]);
  return whenRead(read, ([ownMake = false, ownMarket = false]) =>
    whenRead(factDateOf(processor, announced ? 'announced' : 'released'), (date) =>
      whenRead(figureOf(processor, { property }), (figure) => {
        const since = date && lastDayOf(date);
        if (ownMake || !since || figure === null || sortValue(figure.quantity) === null) return null;
        if (figure.tentative && !processor.view.lens.includeTentative) return null;
        return { processor, chip, figure, since, elsewhere: !ownMarket };
      }),
    ),
  );
}

function isMadeIn(processor: Seen<EntityRow>, place: Seen<EntityRow>): Read<boolean> {
  return whenRead(referenceOf(processor, 'maker'), (maker) =>
    maker === null ? false : whenRead(referenceOf(maker, 'home'), (home) => home?.row.key === place.row.key),
  );
}

function isMadeFor(processor: Seen<EntityRow>, place: Seen<EntityRow>): Read<boolean> {
  const { lens, horizon } = processor.view;
  return whenRead(claimsAtDoor(processor, 'made-for'), (claims) =>
    countingClaims(seenClaims(lens, horizon, claims)).some(({ entityKey }) => entityKey === place.row.key),
  );
}

/** Those whose figures are of the same kind as most others'. */
function comparable(all: readonly Candidate[]): readonly Candidate[] {
  const [first] = all;
  if (first === undefined) return [];
  return all.filter(({ figure }) => unitFraction(figure.quantity.unit, first.figure.quantity.unit) !== null);
}

function height({ quantity }: Figure) {
  const value = sortValue(quantity);
  if (value === null) throw new Error('only known figures are compared');
  return value;
}
