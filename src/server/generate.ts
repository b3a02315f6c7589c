import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { type Generated, generatedRecords } from '../dataset/generatedRecords.ts';

/** Writes generated facts as JSON Lines, as fast as they are taken. */
export async function generate(generated: Generated, out: Writable): Promise<void> {
  let piece = '';
  for (const [path, content] of generatedRecords(generated)) {
    piece += `${JSON.stringify({ [path]: content })}\n`;
    if (piece.length < pieceLength) continue;
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  }
  if (piece !== '' && !out.write(piece)) await once(out, 'drain');
}

const pieceLength = 65_536;
