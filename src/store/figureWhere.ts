import type { Evidence } from '../quantity/evidence.ts';
import type { EntityType } from './tables.ts';

/** Which prepared figure of entities of a kind is meant: one of those that the default View answers (figureRow.ts). */
export interface FigureOf {
  readonly type: EntityType;
  readonly door: string;
  /** The period, by its days; null where none is asked: the latest, or that of the entity itself. */
  readonly period: { readonly first: string | null; readonly last: string | null } | null;
  /** The definition; null for the first that has a claim. */
  readonly definition: string | null;
  /** Whether one that only weak claims support is known. */
  readonly includeTentative: boolean;
}

/** Conditions on a figure that is known; all that are given must hold. */
export interface FigureIs {
  readonly ranges?: readonly FigureRange[];
  readonly evidence?: readonly Evidence[];
  /** Slugs: one of these carries its best claim. */
  readonly sources?: readonly string[];
  readonly isDisputed?: boolean;
  /** It measures one of these. */
  readonly dimensions?: readonly string[];
}

/** A range in which a figure is to lie with every value that it allows, or with one of them. */
export interface FigureRange {
  readonly certainly: boolean;
  /** Whether it is compared in dollars. */
  readonly inUsd: boolean;
  /** In the base unit (src/quantity/comparable.ts), or in dollars. */
  readonly low: FigureLimit | null;
  readonly high: FigureLimit | null;
}

/** A limit, and whether the point itself is left out. */
export interface FigureLimit {
  readonly at: number;
  readonly open: boolean;
}

/** A condition on a prepared figure. */
export interface FigureWhere {
  readonly of: FigureOf;
  /** Null where it is enough that somebody states it, be it as unknown. */
  readonly is: FigureIs | null;
}

/**
 * Figures stand at a door from which one of another period may follow: given the first and the last day of it, such as
 * begin or end there.
 */
export interface FigureSources {
  readonly door: string;
  readonly between?: { readonly first: string; readonly last: string };
}
