import type { Batch } from '../batch.ts';
import { columnsOf } from '../tableShapes.ts';

/** Rows in the text form of COPY. */
export function copyText({ table, rows }: Batch): string {
  const columns: readonly string[] = columnsOf(table);
  let text = '';
  for (const row of rows) {
    const fields: { readonly [column: string]: unknown } = { ...row };
    text += `${columns.map((column) => field(fields[column])).join('\t')}\n`;
  }
  return text;
}

function field(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  return /[\\\n\r\t]/.test(text) ? text.replaceAll(/[\\\n\r\t]/g, (special) => escapes[special] ?? special) : text;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
