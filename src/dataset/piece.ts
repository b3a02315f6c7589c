import type { Batch } from '../store/batch.ts';
import type { TableRow, Tables } from '../store/tables.ts';

/** Rows of one table as the compiler sends them to another thread: a line of JSON each, which is soon written and read. */
export interface Piece {
  readonly table: keyof Tables;
  readonly lines: string;
}

/** About so many characters make a piece: fewer would cost a turn of the loop for a handful of rows. */
const pieceLength = 131_072;

/** Puts rows together by table, in the order in which they come; what came before the first row of a table goes before it. */
export function* piecesOf(rows: Iterable<TableRow>): Generator<Piece> {
  const waiting = new Map<keyof Tables, string>();
  for (const { table, row } of rows) {
    if (!waiting.has(table)) yield* taken(waiting);
    const lines = `${waiting.get(table) ?? ''}${JSON.stringify(row)}\n`;
    const isFull = lines.length >= pieceLength;
    waiting.set(table, isFull ? '' : lines);
    if (isFull) yield { table, lines };
  }
  yield* taken(waiting);
}

function* taken(waiting: Map<keyof Tables, string>): Generator<Piece> {
  for (const [table, lines] of waiting) if (lines !== '') yield { table, lines };
  for (const table of waiting.keys()) waiting.set(table, '');
}

/** The rows of a piece. */
export function batchOf({ table, lines }: Piece): Batch {
  const rows = lines
    .split('\n')
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));
  // `piecesOf` wrote rows of this table.
  return { table, rows } as Batch;
}
