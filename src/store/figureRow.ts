import type { Evidence } from '../quantity/evidence.ts';
import type { EntityType } from './tables.ts';

/**
 * What the default View answers of one fact: its best claim that counts, in doubles to sort and compare by. Prepared while
 * publishing, by the code that answers look-ups (chooseFact.ts, counting.ts, bestFirst.ts), so that filters, orders and
 * aggregates of many rows need not choose again. A choice among facts, never a metric.
 *
 * A fact stands at its subject under its own property, and the amount of an Investment of one investor once more at the
 * investor, as capital expenditure: at each (entityKey, door) where `figure` finds it.
 *
 * Its answers are those of `statedOf` in schema/figureOf.ts, which `figure` equals
 * - never for what is a metric whatever anybody states (`metrics` there);
 * - wherever a row stands here that answers the question, even one whose quantity is unknown;
 * - of Shipments, Products, Places, People, Sources and ExportControls always, of Companies, Markets and Processors where no
 *   period is asked or the property does not add up over time, and of Groups where no period is asked: a figure of which
 *   no row stands here is not known.
 *
 * Else, where no row stands here, other periods, shipments or members may give the figure (`substitutes` there), of an
 * Investment those of its investor: such rows have to be looked up one by one (schema/preparedFigure.ts says which).
 * Investments and Shipments are asked without a period, since their own is the only one.
 */
export interface FigureRow {
  readonly key: number;
  /** Where it is found: an entity of this type, and the property under which it is asked for there. */
  readonly entityKey: number;
  readonly type: EntityType;
  /** The kinds of that entity, as they stand there: lists of a kind are read in the order of their figures from an index alone. */
  readonly kindsJson: string;
  readonly door: string;
  readonly periodLabel: string | null;
  readonly periodFirst: string | null;
  readonly periodLast: string | null;
  readonly definition: string | null;
  /** 1 where qualifiers tell it apart: it is of a part only. */
  readonly qualified: 0 | 1;
  /** The best claim. */
  readonly claimKey: number;
  readonly evidence: Evidence;
  /** 1 where only weak claims support it. */
  readonly tentative: 0 | 1;
  /** 1 where another claim that counts contradicts it. */
  readonly disputed: 0 | 1;
  /** As claimed: `MW`. */
  readonly unit: string;
  /** What it measures (src/quantity/comparable.ts): what is of one dimension can be compared. */
  readonly dimension: string;
  /** Its value, else the middle of its bounds, else the one bound, in the base unit; null where it is unknown. */
  readonly sort: number | null;
  /** The bounds in the base unit; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  readonly lowOpen: 0 | 1;
  readonly highOpen: 0 | 1;
  /** The same three in USD at the mean rate of the period; null where it is no money or no rate is known. */
  readonly sortUsd: number | null;
  readonly lowUsd: number | null;
  readonly highUsd: number | null;
  /** Value and bounds in the unit as claimed, where they are whole and at most 2^53 − 1: they add up exactly. */
  readonly valueWhole: number | null;
  readonly lowWhole: number | null;
  readonly highWhole: number | null;
  /**
   * Which questions it answers at its door: for its period, with its definition or with none; and where no period is
   * asked, which means the latest by the horizon, or of an Investment or Shipment its own.
   */
  readonly answersPeriod: 0 | 1;
  readonly answersPeriodDefinition: 0 | 1;
  readonly answersLatest: 0 | 1;
  readonly answersLatestDefinition: 0 | 1;
}
