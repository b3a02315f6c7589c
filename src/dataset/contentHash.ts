import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataFiles } from './dataFiles.ts';

/**
 * The SHA-256 over paths and contents of all files of a folder of facts, in hex: where it is unchanged, so is what they
 * compile into. It loads no parser, so that a start on unchanged facts is quick.
 */
export function contentHash(folder: string): string {
  const hash = createHash('sha256');
  for (const path of dataFiles(folder)) {
    const content = readFileSync(`${folder}/${path}`);
    // The length says where a content ends, so that no two folders make the same text.
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
