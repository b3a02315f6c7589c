import type { Batch } from '../store/batch.ts';
import { Digests } from '../store/digest.ts';
import type { FigureRow } from '../store/figureRow.ts';
import { ratesOf } from '../store/rates.ts';
import type { ClaimRow, EntityRow, EntityType, RateRow } from '../store/tables.ts';
import { Passages } from './passages.ts';
import { PreparedFigures } from './preparedFigures.ts';

/** What follows from the rows of a revision, found while they go by: those of entities and rates before those of claims. */
export class PreparedRows {
  /** By the key of an entity, which is its place from 1. */
  readonly #types: EntityType[] = [];
  readonly #slugs: string[] = [];
  readonly #passages = new Passages();
  readonly #digests = new Digests();
  readonly #rates: RateRow[] = [];
  #horizon = '';
  #figures: PreparedFigures | null = null;
  /** The claims of one subject, which may come in two batches. */
  #subject: ClaimRow[] = [];

  /** Takes rows, and gives what follows from them. */
  *after(batch: Batch): Generator<Batch> {
    if (batch.table === 'meta') this.#horizon ||= batch.rows.find(({ key }) => key === 'horizon')?.value ?? '';
    else if (batch.table === 'entity') for (const row of batch.rows) this.#addEntity(row);
    else if (batch.table === 'rate') this.#rates.push(...batch.rows);
    else if (batch.table === 'claim') {
      const figures = batch.rows.flatMap((row) => this.#addClaim(row));
      if (figures.length > 0) yield { table: 'figure', rows: figures };
    }
  }

  /** What follows from all of them. */
  *rest(): Generator<Batch> {
    const figures = this.#preparedFigures();
    yield { table: 'figure', rows: [...this.#subjectDone(), ...figures.ofInvestors()] };
    yield { table: 'passage', rows: [...this.#passages.rows()] };
    yield { table: 'digest', rows: [...this.#digests.rows()] };
  }

  #addEntity(row: EntityRow): void {
    this.#types.push(row.type);
    this.#slugs.push(row.slug);
    this.#passages.addEntity(row);
  }

  #addClaim(row: ClaimRow): readonly FigureRow[] {
    this.#passages.addClaim(row);
    const done = this.#subject[0]?.subjectKey === row.subjectKey ? [] : this.#subjectDone();
    this.#subject.push(row);
    return done;
  }

  #subjectDone(): readonly FigureRow[] {
    const rows = this.#subject;
    const [first] = rows;
    if (first === undefined) return [];
    this.#subject = [];
    for (const row of rows) {
      this.#digests.add(row, {
        entity: (key) => `${this.#types[key - 1]}:${this.#slugs[key - 1]}`,
        // What restates a claim is about the same subject.
        claim: (key) => rows[key - first.key]?.id ?? '',
      });
    }
    return [...this.#preparedFigures().ofSubject(first.subjectKey, rows)];
  }

  #preparedFigures(): PreparedFigures {
    // Who publishes a rate does not show in a figure.
    const unnamed = { sourceSlug: '', sourceName: '' };
    const rates = () => ratesOf(this.#rates.map((row) => ({ ...row, ...unnamed })));
    this.#figures ??= new PreparedFigures((key) => this.#types[key - 1], rates(), this.#horizon);
    return this.#figures;
  }
}
