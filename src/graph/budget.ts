/** What a search may cost. */
export interface Budget {
  /** Entities that it may come upon. */
  readonly entities: number;
  /** Links that it may read. */
  readonly links: number;
  /** Whether its time is over. */
  readonly isOver: () => boolean;
}

/** A budget while it is being spent. */
export class Spending {
  entities: number;
  links: number;
  /** Whether something was left out because nothing was left to spend. */
  isSpent = false;
  readonly #isOver: () => boolean;

  constructor({ entities, links, isOver }: Budget) {
    this.entities = entities;
    this.links = links;
    this.#isOver = isOver;
  }

  /** Whether the search has to stop. */
  mustStop(): boolean {
    if (!this.isSpent && this.#isOver()) this.isSpent = true;
    return this.isSpent;
  }
}
