import type { Batch } from '../store/batch.ts';
import type { FigureRow } from '../store/figureRow.ts';
import { ratesOf } from '../store/rates.ts';
import type { ClaimRow, EntityRow, RateRow } from '../store/tables.ts';
import { Passages } from './passages.ts';
import { type Kinded, PreparedFigures } from './preparedFigures.ts';

/** What follows from the rows of a revision, found while they go by: those of entities and rates before those of claims. */
export class PreparedRows {
  /** By the key of an entity, which is its place from 1. */
  readonly #entities: Kinded[] = [];
  readonly #alike = new Map<string, Kinded>();
  readonly #passages = new Passages();
  readonly #rates: RateRow[] = [];
  #horizon = '';
  #preparing: PreparedFigures | null = null;
  /** Figures that have not been handed on. */
  #figures: FigureRow[] = [];
  /** The claims of one subject, which may come in two batches. */
  #subject: ClaimRow[] = [];

  /** Takes rows, and gives what follows from them. */
  *after(batch: Batch): Generator<Batch> {
    if (batch.table === 'meta') this.#horizon ||= batch.rows.find(({ key }) => key === 'horizon')?.value ?? '';
    else if (batch.table === 'entity') for (const row of batch.rows) this.#addEntity(row);
    else if (batch.table === 'rate') this.#rates.push(...batch.rows);
    else if (batch.table === 'claim') {
      // Those of entities are all there: no need to hold them until the end.
      if (this.#subject.length === 0) yield* this.#passageBatches();
      for (const row of batch.rows) this.#addClaim(row);
      if (this.#figures.length >= batchSize) yield { table: 'figure', rows: this.#figures.splice(0) };
    }
  }

  /** What follows from all of them. */
  *rest(): Generator<Batch> {
    this.#subjectDone();
    for (const row of this.#preparedFigures().ofInvestors()) this.#figures.push(row);
    yield { table: 'figure', rows: this.#figures };
    yield* this.#passageBatches();
  }

  *#passageBatches(): Generator<Batch> {
    for (const rows of inBatches(this.#passages.rows())) yield { table: 'passage', rows };
  }

  #addEntity(row: EntityRow): void {
    const { type, kindsJson } = row;
    // A few hundred of these are all that there are.
    const alike = `${type} ${kindsJson}`;
    const known = this.#alike.get(alike) ?? { type, kindsJson };
    this.#alike.set(alike, known);
    this.#entities.push(known);
    this.#passages.addEntity(row);
  }

  #addClaim(row: ClaimRow): void {
    this.#passages.addClaim(row);
    if (this.#subject[0]?.subjectKey !== row.subjectKey) this.#subjectDone();
    this.#subject.push(row);
  }

  #subjectDone(): void {
    const rows = this.#subject;
    const [first] = rows;
    if (first === undefined) return;
    this.#subject = [];
    for (const row of this.#preparedFigures().ofSubject(first.subjectKey, rows)) this.#figures.push(row);
  }

  #preparedFigures(): PreparedFigures {
    // Who publishes a rate does not show in a figure.
    const unnamed = { sourceSlug: '', sourceName: '' };
    const rates = () => ratesOf(this.#rates.map((row) => ({ ...row, ...unnamed })));
    this.#preparing ??= new PreparedFigures((key) => this.#entities[key - 1], rates(), this.#horizon);
    return this.#preparing;
  }
}

/** About so many rows are handed on at once. */
const batchSize = 2_000;

function* inBatches<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    if (batch.push(row) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
