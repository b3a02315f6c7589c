import { claimedProperty } from '../src/quantity/door.ts';
import { parsePeriod } from '../src/quantity/period.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import type { FigureOf } from '../src/store/figureWhere.ts';
import { isDefaultLens } from '../src/store/lens.ts';
import type { EntityType } from '../src/store/tables.ts';
import type { View } from '../src/store/view.ts';
import type { EntityWhere } from '../src/store/where.ts';
import { definitionArgument, flowDefinitionsOf } from './definitions.ts';
import { isComputed } from './figureOf.ts';

/** Which figure of all rows of a kind is asked for. */
export interface FigureOfRows {
  readonly type: EntityType;
  readonly property: PropertyId;
  /** The label of the period; null for the latest by the lens, or that of the row itself. */
  readonly period: string | null;
  readonly definition: string | null;
}

/** A figure that the store answers by itself, as `figureOf` would. */
export interface PreparedFigure {
  readonly of: FigureOf;
  /** The rows that it cannot answer for: nobody states theirs, but it may follow from others. Null where there are none. */
  readonly open: EntityWhere | null;
}

/**
 * Where the store has prepared a figure of all rows of a kind; null where each has to be looked up: through another lens,
 * for what is a metric, and for fiscal periods, which are other days for each row.
 */
export function preparedFigure(
  { lens, horizon }: View,
  { type, property, period: label, definition: named }: FigureOfRows,
): PreparedFigure | null {
  if (!isDefaultLens(lens, horizon) || isComputed(property)) return null;
  const definition = definitionArgument(property, named);
  const isOwn = type === 'Investment' || type === 'Shipment';
  const asked = isOwn || label === null ? null : parsePeriod(label, null);
  if (asked !== null && 'problem' in asked) return null;
  const period = asked && { first: asked.first, last: asked.last };
  const door = isOwn ? claimedProperty(property) : property;
  const of = { type, door, period, definition, includeTentative: lens.includeTentative };
  const follows = followsFrom(of, property);
  return { of, open: follows && { and: [{ not: { figure: { of, is: null } } }, follows] } };
}

/** Of which rows a figure that nobody states may follow from others, as `substitutes` in figureOf.ts has it. */
function followsFrom({ type, door, period, definition }: FigureOf, property: PropertyId): EntityWhere | null {
  if (type === 'Investment') {
    const spent = { references: { investor: { figureSources: { door: 'capital-expenditure' } } } };
    return door === 'amount' ? { and: [{ kinds: ['capital-expenditure'] }, spent] } : null;
  }
  if (period === null) return null;
  if (type === 'Group') return {};
  if (property === 'units' && definition === null && (type === 'Company' || type === 'Processor')) return {};
  if (type !== 'Company' && type !== 'Market' && type !== 'Processor') return null;
  const { first, last } = period;
  if (first === null || last === null || flowDefinitionsOf(property, definition).length === 0) return null;
  return { figureSources: { door, between: { first, last } } };
}
