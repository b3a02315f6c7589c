import type { Figure } from '../src/quantity/figure.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { chooseFact, type FactAsked } from '../src/store/chooseFact.ts';
import { claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsAtDoor, claimsOfSubject } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { convert, type RateAsked } from './conversion.ts';
import { definitionArgument, definitionsOf } from './definitions.ts';
import { growthOfInvestment } from './growthOf.ts';
import { periodArgument } from './period.ts';
import { type ScenarioShape, valueOfShipment, valueOfShipments } from './shipmentValues.ts';
import { totalOf } from './totalOf.ts';

/** Which figure of an entity is wanted. */
export interface FigureAsked {
  readonly property: PropertyId;
  /** The label of the period; null for the latest by the lens, or that of an investment or shipment itself. */
  readonly period?: string | null | undefined;
  readonly definition?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly rate?: RateAsked | null | undefined;
  readonly scenario?: ScenarioShape | null | undefined;
}

/**
 * The one door to numbers: what `figure` answers, what rows are ordered by, and what is compared and added up.
 *
 * Stated where somebody states it, else computed from others; null where nothing that counts is claimed.
 */
export function figureOf(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const figure = withoutUnit(entity, asked);
  const { unit, rate } = asked;
  if (unit == null) return figure;
  return whenRead(figure, (found) => found && convert(entity.view, found, unit, rate ?? 'stated', 'unit'));
}

function withoutUnit(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const { property } = asked;
  const { type } = entity.row;
  if (property === 'shipment-value') {
    if (type === 'Shipment') return valueOfShipment(entity, asked.scenario);
    if (type === 'Processor' || type === 'Company') return valueOfShipments(entity, asked);
  }
  if (type === 'Investment' && property === 'growth') {
    return whenRead(growthOfInvestment(entity, asked), (growth) => growth && (growth.reported ?? growth.computed));
  }
  if (type === 'Group') {
    return whenRead(statedOf(entity, asked), (stated) => stated ?? sumOfMembers(entity, asked));
  }
  return statedOf(entity, asked);
}

/** What sources state; null where nothing that counts is claimed. */
export function statedOf(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const { property } = asked;
  const isOwn = entity.row.type === 'Investment' || entity.row.type === 'Shipment';
  const fact: FactAsked = {
    // The amount of an investor's capital expenditure hangs on the Investment, and is found at the investor's door.
    property: property === 'capital-expenditure' ? 'amount' : property,
    period: isOwn ? 'any' : asked.period == null ? 'latest' : periodArgument(asked.period, entity, 'period'),
    definition: definitionArgument(property, asked.definition),
    definitions: definitionsOf(property),
    has: (claim) => claim.quantity !== null,
  };
  const claims = isOwn ? claimsOfSubject(entity) : claimsAtDoor(entity, property);
  return whenRead(claims, (found) => {
    const chosen = chooseFact(entity.view, found, fact);
    return chosen && claimedFigure(chosen);
  });
}

function sumOfMembers(group: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const { period } = asked;
  if (period == null) return null;
  return whenRead(totalOf(group, { ...asked, period }), ({ counted, sum }) => (counted.length === 0 ? null : sum));
}
