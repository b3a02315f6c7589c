import { notKnown } from '../src/metrics/metric.ts';
import { claimedProperty, definitionsOf } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { type Period, periodWithin } from '../src/quantity/period.ts';
import { periodSteps, type StepLength } from '../src/quantity/periodSteps.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { chooseFact } from '../src/store/chooseFact.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { knownDays } from '../src/store/knownDays.ts';
import { claimsAtDoor } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import { convert, unitArgument } from './conversion.ts';
import { definitionArgument } from './definitions.ts';
import { clientError } from './errors.ts';
import { type FigureAsked, figureOf, isComputed } from './figureOf.ts';
import { membersOf } from './members.ts';
import { calendarOf, periodArgument } from './period.ts';
import { declarationOf } from './property.ts';

/** What to show over time. */
export interface SeriesAsked extends Pick<FigureAsked, 'property' | 'definition' | 'unit'> {
  readonly interval: StepLength;
  readonly within?: string | null | undefined;
  readonly fiscal?: boolean | null | undefined;
}

/** How many steps a series may have. */
export const mostSteps = 400;

/**
 * One figure over time: an entry a step, earliest first, where nothing is known an unknown figure. Without `within` it
 * goes from the first to the last step that is known. @throws the client's error
 */
export function seriesOf(entity: Seen<EntityRow>, asked: SeriesAsked): Read<readonly Figure[]> {
  const definition = definitionArgument(asked.property, asked.definition);
  return whenRead(stretchOf(entity, asked, definition), (stretch) => {
    if (stretch === null) return [];
    const steps = stepsOf(entity, asked, stretch);
    return whenRead(figuresOf(entity, asked, steps), (figures) => {
      const all = steps.map((step, place) => ({ step, figure: figures[place] ?? null }));
      return withGaps(entity, asked, asked.within == null ? withoutEnds(all) : all);
    });
  });
}

/** A stretch of days, and whether only steps within it count. */
interface Stretch {
  readonly first: string;
  readonly last: string;
  readonly isGiven: boolean;
}

/** The days that the client names; where it names none, or leaves an end open, those that are known. */
function stretchOf(
  entity: Seen<EntityRow>,
  { property, within }: SeriesAsked,
  definition: string | null,
): Read<Stretch | null> {
  const given = within == null ? null : periodArgument(within, entity, 'within');
  if (given?.first != null && given.last != null) return { first: given.first, last: given.last, isGiven: true };
  if (isComputed(property)) {
    throw clientError(
      'BAD_ARGUMENT',
      `${property} is computed for any period: say from when to when, such as within: "2020/2025".`,
      'within',
    );
  }
  const isGroup = entity.row.type === 'Group';
  return whenRead(isGroup ? membersOf(entity) : [], (members) => {
    const asked = { property: claimedProperty(property), definition };
    const days = whenAllRead(
      [entity, ...members].map((one) =>
        whenRead(claimsAtDoor(one, property), (claims) => knownDays(one.view, claims, asked)),
      ),
    );
    return whenRead(days, (found) => {
      const known = found.filter((one) => one !== null);
      const first = given?.first ?? earliest(known.map((one) => one.first));
      const last = given?.last ?? latest(known.map((one) => one.last));
      return first === undefined || last === undefined || first > last
        ? null
        : { first, last, isGiven: given !== null };
    });
  });
}

function earliest(days: readonly string[]): string | undefined {
  return days.toSorted()[0];
}

function latest(days: readonly string[]): string | undefined {
  return days.toSorted().at(-1);
}

function stepsOf(entity: Seen<EntityRow>, asked: SeriesAsked, stretch: Stretch): readonly Period[] {
  const { interval, fiscal } = asked;
  const calendar = fiscal ? calendarOf(entity) : null;
  if (fiscal && calendar === null) {
    throw clientError(
      'BAD_ARGUMENT',
      `No fiscal calendar of ${entity.row.name} is known; leave \`fiscal\` out.`,
      'fiscal',
    );
  }
  if (fiscal && interval === 'month') {
    throw clientError('BAD_ARGUMENT', 'A fiscal calendar has no months of its own; leave `fiscal` out.', 'fiscal');
  }
  const within: Period = { label: asked.within ?? '', first: stretch.first, last: stretch.last };
  const steps = periodSteps(stretch, interval, calendar).filter(
    (step) => !stretch.isGiven || periodWithin(step, within),
  );
  if (steps.length <= mostSteps) return steps;
  throw clientError(
    'BUDGET_EXCEEDED',
    `The series would have ${steps.length} steps; at most ${mostSteps} are allowed. Narrow \`within\`, or take longer steps.`,
    'within',
  );
}

/** The figure of each step, null where none is known: all under one definition, unless members have their own. */
function figuresOf(
  entity: Seen<EntityRow>,
  asked: SeriesAsked,
  steps: readonly Period[],
): Read<readonly (Figure | null)[]> {
  const definitions = definitionsOf(asked.property);
  const isFree = asked.definition == null && entity.row.type !== 'Group' && definitions.length > 1;
  return firstKnown(isFree ? definitions : [asked.definition ?? null], (definition) =>
    whenAllRead(steps.map((step) => figureOfStep(entity, { ...asked, definition }, step))),
  );
}

/** The figures under the first definition that has any. */
function firstKnown(
  [definition, ...others]: readonly (string | null)[],
  read: (definition: string | null) => Read<readonly (Figure | null)[]>,
): Read<readonly (Figure | null)[]> {
  return whenRead(read(definition ?? null), (figures) =>
    others.length === 0 || figures.some((figure) => figure !== null) ? figures : firstKnown(others, read),
  );
}

/** What is known for the step; of what is held on days, such as cash, the last that is known in it. */
function figureOfStep(entity: Seen<EntityRow>, asked: SeriesAsked, step: Period): Read<Figure | null> {
  const { property, definition, unit } = asked;
  return whenRead(
    figureOf(entity, { property, definition, unit, period: step.label }),
    (figure) => figure ?? lastHeldIn(entity, asked, step),
  );
}

function lastHeldIn(entity: Seen<EntityRow>, asked: SeriesAsked, step: Period): Read<Figure | null> {
  const { property, unit } = asked;
  const { first, last } = step;
  if (first === null || last === null || isComputed(property)) return null;
  return whenRead(claimsAtDoor(entity, property), (claims) => {
    const held = claims.filter(
      ({ asOf, periodLast }) => asOf === 1 && periodLast !== null && first <= periodLast && periodLast <= last,
    );
    const fact = chooseFact(entity.view, held, {
      property: claimedProperty(property),
      period: 'latest',
      definition: definitionArgument(property, asked.definition),
      definitions: definitionsOf(property),
      has: (claim) => claim.quantity !== null,
    });
    const figure = fact && claimedFigure(fact);
    return figure && unit != null ? convert(entity.view, figure, unit, 'stated', 'unit') : figure;
  });
}

/** Without the steps before the first and after the last that is known. */
function withoutEnds<Step extends { readonly figure: Figure | null }>(steps: readonly Step[]): readonly Step[] {
  const isKnown = ({ figure }: Step) => figure !== null;
  const first = steps.findIndex(isKnown);
  return first < 0 ? [] : steps.slice(first, steps.findLastIndex(isKnown) + 1);
}

/** In place of nothing an unknown figure, in the unit of the others. */
function withGaps(
  entity: Seen<EntityRow>,
  { property, unit }: SeriesAsked,
  steps: readonly { readonly step: Period; readonly figure: Figure | null }[],
): readonly Figure[] {
  const [declared = 'count'] = declarationOf(property).units;
  const usual = declared === 'money' ? 'USD' : declared;
  const found = steps.find(({ figure }) => figure !== null)?.figure?.quantity.unit;
  const unitOfGaps = unit == null ? (found ?? usual) : unitArgument(unit, 'unit');
  return steps.map(({ step, figure }) => figure ?? { ...gap(entity, property, unitOfGaps, step), period: step });
}

function gap({ row }: Seen<EntityRow>, property: PropertyId, unit: string, step: Period): Figure {
  return notKnown({
    metric: 'series',
    formula: 'the figure of each step',
    unit,
    code: 'input-unknown',
    why: `${row.name}: ${property} of ${step.label} is not known; nobody states it, and other figures do not give it`,
  });
}
