import { claimedProperty, definitionsOf } from '../src/quantity/door.ts';
import type { Figure } from '../src/quantity/figure.ts';
import type { PropertyId } from '../src/quantity/vocabulary.ts';
import { chooseFact, type FactAsked } from '../src/store/chooseFact.ts';
import { type ClaimedFact, claimedFigure } from '../src/store/claimedFigure.ts';
import { claimsAtDoor, claimsOfSubject } from '../src/store/reading.ts';
import type { Seen } from '../src/store/seen.ts';
import type { EntityRow, EntityType } from '../src/store/tables.ts';
import { type Read, whenRead } from '../src/store/whenRead.ts';
import { convert, type RateAsked } from './conversion.ts';
import { definitionArgument } from './definitions.ts';
import { growthOfInvestment } from './growthOf.ts';
import { figureFromOtherPeriods } from './otherPeriods.ts';
import { periodArgument } from './period.ts';
import {
  applicableDieAreaOf,
  densePerformanceOf,
  performanceDensityOf,
  pricePerPerformanceOf,
  processingPerformanceOf,
} from './processorFigures.ts';
import { type ScenarioShape, valueOfShipment, valueOfShipments } from './shipmentValues.ts';
import { spendingOf } from './spending.ts';
import { totalOf } from './totalOf.ts';
import { processorsUsedOf, trainingDurationOf } from './trainingFigures.ts';
import { unitsOf } from './unitsOf.ts';

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

/** Answers a figure of an entity out of others; null where it cannot be said of that entity. */
type Compute = (entity: Seen<EntityRow>, asked: FigureAsked) => Read<Figure | null>;

/** Properties that are always computed, whatever anybody states: each a metric, with the resolver that gathers its inputs. */
const metrics: { readonly [Property in PropertyId]?: Compute } = {
  'shipment-value': valueOfAnyShipments,
  growth: (entity, asked) =>
    whenRead(growthOfInvestment(entity, asked), (growth) => growth && (growth.reported ?? growth.computed)),
  'dense-performance': densePerformanceOf,
  'total-processing-performance': (processor) => processingPerformanceOf(processor),
  'applicable-die-area': (processor) => applicableDieAreaOf(processor),
  'performance-density': (processor) => performanceDensityOf(processor),
  'price-per-performance': pricePerPerformanceOf,
  'training-duration': trainingDurationOf,
  'processors-used': processorsUsedOf,
};

/** Whether a property is always computed. */
export function isComputed(property: PropertyId): boolean {
  return property in metrics;
}

/** How a figure that nobody states is computed from others of its kind, by the kind of entity that it is of. */
const substitutes: { readonly [Type in EntityType]?: Compute } = {
  Company: fromOtherFigures,
  Group: sumOfMembers,
  Investment: amountFromOtherPeriods,
  Market: figureFromOtherPeriods,
  Processor: fromOtherFigures,
};

function withoutUnit(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const metric = metrics[asked.property];
  if (metric) return metric(entity, asked);
  const substitute = substitutes[entity.row.type];
  if (!substitute) return statedOf(entity, asked);
  return whenRead(statedOf(entity, asked), (stated) => stated ?? substitute(entity, asked));
}

function fromOtherFigures(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  return whenRead(
    figureFromOtherPeriods(entity, asked),
    (figure) => figure ?? (asked.property === 'units' ? unitsOfPeriod(entity, asked) : null),
  );
}

/** What an investor spent in a period, out of what it spent in others. */
function amountFromOtherPeriods(investment: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  if (claimedProperty(asked.property) !== 'amount') return null;
  return whenRead(
    spendingOf(investment),
    (spending) =>
      spending &&
      figureFromOtherPeriods(spending.investor, { ...asked, property: 'capital-expenditure', period: spending.period }),
  );
}

/** Units of one definition are those of single shipments: put together, they are what was sold or shipped. */
function unitsOfPeriod(entity: Seen<EntityRow>, { period, definition }: FigureAsked): Read<Figure | null> {
  return period == null || definition != null ? null : unitsOf(entity, { period });
}

function valueOfAnyShipments(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  if (entity.row.type === 'Shipment') return valueOfShipment(entity, asked.scenario);
  const isTraded = entity.row.type === 'Processor' || entity.row.type === 'Company';
  return isTraded ? valueOfShipments(entity, asked) : statedOf(entity, asked);
}

/** What sources state; null where nothing that counts is claimed. */
export function statedOf(entity: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  return whenRead(statedFact(entity, asked), (chosen) => chosen && claimedFigure(chosen));
}

/** The claims of what sources state; null where none counts. */
export function statedFact(entity: Seen<EntityRow>, asked: FigureAsked): Read<ClaimedFact | null> {
  const { property } = asked;
  const isOwn = entity.row.type === 'Investment' || entity.row.type === 'Shipment';
  const fact: FactAsked = {
    property: claimedProperty(property),
    period: isOwn ? 'any' : asked.period == null ? 'latest' : periodArgument(asked.period, entity, 'period'),
    definition: definitionArgument(property, asked.definition),
    definitions: definitionsOf(property),
    has: (claim) => claim.quantity !== null,
  };
  const claims = isOwn ? claimsOfSubject(entity) : claimsAtDoor(entity, property);
  return whenRead(claims, (found) => chooseFact(entity.view, found, fact));
}

function sumOfMembers(group: Seen<EntityRow>, asked: FigureAsked): Read<Figure | null> {
  const { period } = asked;
  if (period == null) return null;
  return whenRead(totalOf(group, { ...asked, period }), ({ counted, sum }) => (counted.length === 0 ? null : sum));
}
