/** Pieces of about so many characters are handed on: fewer would cost a turn of the loop for each row. */
const pieceLength = 65_536;

/** The rows of a table in the text form of COPY, in pieces. */
export function* copyText(rows: Iterable<object>, columns: readonly string[]): Generator<string> {
  let piece = '';
  for (const row of rows) {
    const fields: { readonly [column: string]: unknown } = { ...row };
    let separator = '';
    for (const column of columns) {
      piece += separator + field(fields[column]);
      separator = '\t';
    }
    piece += '\n';
    if (piece.length > pieceLength) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  return /[\\\n\r\t]/.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (special) => escapes[special] ?? special) : text;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
