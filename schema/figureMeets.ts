import type { Figure } from '../src/quantity/figure.ts';
import { isUnknown, type Quantity } from '../src/quantity/quantity.ts';
import { isCertainlyIn, isPossiblyIn } from '../src/quantity/range.ts';
import { isCurrency } from '../src/quantity/unit.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { ClaimedFact } from '../src/store/claimedFigure.ts';
import { rowsOfFigure, rowsOnce } from '../src/store/figuresOfRows.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import { type Read, whenAllRead, whenRead } from '../src/store/whenRead.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { disputedOf } from './disputed.ts';
import { gather } from './entities.ts';
import { isClientError } from './errors.ts';
import { type EvidenceShape, evidencesOf } from './evidenceFilter.ts';
import { asksMore, type Conditions, figureIs } from './figureConditions.ts';
import { figureOf } from './figureOf.ts';
import { type AskedThrough, listed, withoutNull } from './filter.ts';
import { type FigureOfRows, type PreparedFigure, preparedFigure } from './preparedFigure.ts';
import { foreignTo, inUnitOf, type Range, type RangeShape, rangeArgument } from './quantityRange.ts';

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

/** A figure of rows, in the definition that the conditions on it name. */
type Asked = Omit<FigureOfRows, 'definition'>;

/**
 * The rows of a kind whose figure meets conditions, so that the store can join that with conditions of its own.
 *
 * What the default View answers is prepared, and the store compares it by itself; only rows for which it may follow from
 * other figures are looked up, or which are of a currency without a prepared equivalent. Through other lenses, and for
 * metrics, the figures of all rows that meet what is asked besides are looked up, all together, and once a request.
 */
export function rowsMeeting(
  { view, within }: AskedThrough<EntityWhere>,
  of: Asked,
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

function look(view: View, within: EntityWhere, asked: Asked, shape: FigureShape): Read<EntityWhere> {
  return whenRead(conditionsOf(view, asked.property, shape), (conditions) => {
    // Where nothing is asked of it, any figure will do, known or not.
    if (!asksMore(conditions) && conditions.isUnknown === null) return {};
    const of = { ...asked, definition: conditions.definition };
    const prepared = preparedFigure(view, of);
    if (prepared === null) return lookedUp(view, within, of, conditions, true);
    return compared(view, within, of, prepared, conditions);
  });
}

/** The rows among some whose figure meets conditions, or does not, looked up one by one. */
function lookedUp(
  view: View,
  among: EntityWhere,
  of: FigureOfRows,
  conditions: Conditions,
  wanted: boolean,
): Read<EntityWhere> {
  return whenRead(gather(view, null, { all: of.type }, among), (rows) => {
    const answers = whenAllRead(
      rows.map((row) => whenRead(figureFor(row, of, conditions), (figure) => meets(view, figure, conditions))),
    );
    return whenRead(answers, (met) => ({
      keys: rows.filter((_row, place) => met[place] === wanted).map(({ row }) => row.key),
    }));
  });
}

/** The rows whose prepared figure meets conditions, and those that have to be looked up and do. */
function compared(
  view: View,
  within: EntityWhere,
  of: FigureOfRows,
  prepared: PreparedFigure,
  conditions: Conditions,
): Read<EntityWhere> {
  const anyOpen = openTo(view, prepared, conditions);
  return whenRead(anyOpen && rowsOnce(view, of.type, anyOpen), (open) => {
    const openRows = (met: boolean) =>
      open === null ? null : lookedUp(view, { and: [within, open] }, of, conditions, met);
    if (conditions.isUnknown === true) {
      if (asksMore(conditions)) return nothing;
      const unknown = { not: { figure: { of: prepared.of, is: {} } } };
      return whenRead(openRows(false), (others) => (others ? { and: [unknown, { not: others }] } : unknown));
    }
    const is = figureIs(conditions);
    const stated = is === null ? nothing : rowsOfFigure(view, prepared.of, is);
    return whenRead(stated, (found) =>
      whenRead(openRows(true), (others) => (others ? { or: [found, others] } : found)),
    );
  });
}

/** No row. */
const nothing: EntityWhere = { keys: [] };

/** The rows that have to be looked up; null where there are none. */
function openTo(
  { revision }: View,
  { of, open }: PreparedFigure,
  { certainly, possibly }: Conditions,
): EntityWhere | null {
  const measured = revision.info.dimensions.get(of.door) ?? [];
  const foreign = [certainly, possibly].flatMap((range) => (range?.unit ? foreignTo(range.unit, measured) : []));
  const converted = foreign.length === 0 ? null : { figure: { of, is: { dimensions: foreign } } };
  if (open === null || converted === null) return open ?? converted;
  return { or: [open, converted] };
}

/** Conditions as a client writes them, read: on a figure of a property, or of any. @throws the client's error */
export function conditionsOf(view: View, property: PropertyId | null, shape: FigureShape): Read<Conditions> {
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

/**
 * Null where the figure cannot be said of that row: it has no such fiscal calendar, or not that currency. What sources
 * state stays in their currency, and only its range is converted; what is computed is computed in that of the range.
 */
function figureFor(
  row: Seen<EntityRow>,
  { property, period, definition }: FigureOfRows,
  { certainly, possibly }: Conditions,
): Read<Figure | null> {
  const unit = certainly?.unit ?? possibly?.unit ?? null;
  const asStated = unlessRefused(() => figureOf(row, { property, period, definition }));
  return whenRead(asStated, (figure) => {
    if (unit === null || !isCurrency(unit) || figure?.origin instanceof ClaimedFact) return figure;
    return unlessRefused(() => figureOf(row, { property, period, definition, unit, rate: 'mean' }));
  });
}

function unlessRefused(read: () => Read<Figure | null>): Read<Figure | null> {
  const answer = (error: unknown) => {
    if (isClientError(error, 'BAD_PERIOD') || isClientError(error, 'UNIT_MISMATCH')) return null;
    throw error;
  };
  try {
    const figure = read();
    return figure instanceof Promise ? figure.catch(answer) : figure;
  } catch (error) {
    return answer(error);
  }
}

/** Whether a figure meets conditions, but for the definition that they name. */
export function meets(view: View, figure: Figure | null, conditions: Conditions): Read<boolean> {
  const known = figure === null || isUnknown(figure.quantity) || isWeak(view, figure) ? null : figure;
  const { certainly, possibly, evidence, sources, isDisputed, isUnknown: unknown } = conditions;
  if (unknown !== null && unknown !== (known === null)) return false;
  if (known === null) return !asksMore(conditions);
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
