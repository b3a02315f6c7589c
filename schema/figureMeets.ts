import type { Evidence } from '../src/quantity/evidence.ts';
import type { Figure } from '../src/quantity/figure.ts';
import { isUnknown, type Quantity } from '../src/quantity/quantity.ts';
import { isCertainlyIn, isPossiblyIn } from '../src/quantity/range.ts';
import { isCurrency } from '../src/quantity/unit.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { ClaimedFact } from '../src/store/claimedFigure.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { disputedOf } from './disputed.ts';
import { gather } from './entities.ts';
import { isClientError } from './errors.ts';
import { type EvidenceShape, evidencesOf } from './evidenceFilter.ts';
import { figureOf } from './figureOf.ts';
import { type AskedThrough, listed, withoutNull } from './filter.ts';
import { inUnitOf, type Range, type RangeShape, rangeArgument } from './quantityRange.ts';

/** Conditions on a figure, as a client writes them. */
export interface FigureShape {
  readonly certainly?: RangeShape | null;
  readonly possibly?: RangeShape | null;
  readonly definition?: string | null;
  readonly evidence?: EvidenceShape | null;
  readonly sources?: readonly string[] | null;
  readonly isDisputed?: boolean | null;
  readonly isUnknown?: boolean | null;
}

/** Which figure of which rows is looked at. */
export interface FigureOfRows {
  readonly type: EntityType;
  readonly property: PropertyId;
  readonly period: string | null;
}

/**
 * The rows of a kind whose figure meets conditions, by their keys, so that the store can join them with conditions of its
 * own. The figures of the rows that meet what is asked besides are looked at, all together, and once a request.
 */
export function rowsMeeting(
  { view, within }: AskedThrough<EntityWhere>,
  of: FigureOfRows,
  shape: FigureShape,
): Read<EntityWhere> {
  const question = JSON.stringify([of, shape, within]);
  const known = answered.get(view) ?? new Map<string, Read<EntityWhere>>();
  answered.set(view, known);
  const answer = known.get(question) ?? look(view, within, of, shape);
  known.set(question, answer);
  return answer;
}

const answered = new WeakMap<View, Map<string, Read<EntityWhere>>>();

function look(view: View, within: EntityWhere, of: FigureOfRows, shape: FigureShape): Read<EntityWhere> {
  return whenRead(conditionsOf(view, of.property, shape), (conditions) =>
    whenRead(gather(view, null, { all: of.type }, within), (rows) => {
      const answers = whenAllRead(
        rows.map((row) => whenRead(figureFor(row, of, conditions), (figure) => meets(view, figure, conditions))),
      );
      return whenRead(answers, (met) => ({ keys: rows.filter((_row, place) => met[place]).map(({ row }) => row.key) }));
    }),
  );
}

interface Conditions {
  readonly certainly: Range | null;
  readonly possibly: Range | null;
  readonly definition: string | null;
  readonly evidence: readonly Evidence[] | null;
  /** Slugs. */
  readonly sources: ReadonlySet<string> | null;
  readonly isDisputed: boolean | null;
  readonly isUnknown: boolean | null;
}

function conditionsOf(view: View, property: PropertyId, shape: FigureShape): Read<Conditions> {
  const { certainly, possibly, definition, evidence, sources, isDisputed, isUnknown: unknown } = withoutNull(shape);
  const named = sources && view.namedAll(listed(sources, 'sources').map((id) => sourceNamed(id)));
  return whenRead(named, (found) => ({
    certainly: certainly === undefined ? null : rangeArgument(certainly, property),
    possibly: possibly === undefined ? null : rangeArgument(possibly, property),
    definition: definition ?? null,
    evidence: evidence === undefined ? null : evidencesOf(evidence),
    sources: found === undefined ? null : new Set(found.flat().map(({ row }) => row.slug)),
    isDisputed: isDisputed ?? null,
    isUnknown: unknown ?? null,
  }));
}

function sourceNamed(id: string) {
  return { type: 'Source' as const, name: id.replace(/^Source:/, '') };
}

/** Null where the figure cannot be said of that row: it has no such fiscal calendar, or not that currency. */
function figureFor(
  row: Seen<EntityRow>,
  { property, period }: FigureOfRows,
  { definition, certainly, possibly }: Conditions,
): Read<Figure | null> {
  const unit = certainly?.unit ?? possibly?.unit ?? null;
  const currency = unit !== null && isCurrency(unit) ? unit : null;
  try {
    return figureOf(row, { property, period, definition, unit: currency, rate: 'mean' });
  } catch (error) {
    if (isClientError(error, 'BAD_PERIOD') || isClientError(error, 'UNIT_MISMATCH')) return null;
    throw error;
  }
}

function meets(view: View, figure: Figure | null, conditions: Conditions): Read<boolean> {
  const known = figure === null || isUnknown(figure.quantity) || isWeak(view, figure) ? null : figure;
  const { certainly, possibly, evidence, sources, isDisputed, isUnknown: unknown } = conditions;
  if (unknown !== null && unknown !== (known === null)) return false;
  const asksMore = [certainly, possibly, evidence, sources, isDisputed].some((one) => one !== null);
  if (known === null) return !asksMore;
  const answers = whenAllRead([
    certainly === null || lies(view, known, certainly, isCertainlyIn),
    possibly === null || lies(view, known, possibly, isPossiblyIn),
    evidence === null || evidence.includes(known.evidence),
    sources === null || isFrom(known, sources),
    isDisputed === null || whenRead(isContradicted(known), (disputed) => disputed === isDisputed),
  ]);
  return whenRead(answers, (all) => all.every((answer) => answer));
}

function isWeak({ lens }: View, { tentative }: Figure): boolean {
  return tentative && !lens.includeTentative;
}

function lies(
  view: View,
  figure: Figure,
  range: Range,
  isIn: (quantity: Quantity, numbers: NonNullable<Range['numbers']>) => boolean,
): Read<boolean> {
  const { numbers } = range;
  if (numbers === null) return false;
  return whenRead(inUnitOf(range, figure, view), (quantity) => quantity !== null && isIn(quantity, numbers));
}

function isFrom({ origin }: Figure, sources: ReadonlySet<string>): boolean {
  return origin instanceof ClaimedFact && origin.counting[0].sources.some(({ slug }) => sources.has(slug));
}

function isContradicted({ origin }: Figure): Read<boolean> {
  return origin instanceof ClaimedFact && disputedOf(origin);
}
