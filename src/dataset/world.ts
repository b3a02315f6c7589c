import type { Catalogue } from './catalogue.ts';
import type { Entity } from './entity.ts';
import type { Findings } from './findings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What reading a claim or link needs to know of the rest of the facts, and where it says what is wrong. */
export interface World {
  readonly vocabulary: Vocabulary;
  readonly catalogue: Catalogue;
  /** By global id. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** The day up to which the curators have looked. */
  readonly horizon: string;
  readonly findings: Findings;
}
