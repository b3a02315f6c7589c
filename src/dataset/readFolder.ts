import { readFileSync, statSync } from 'node:fs';
import { dataFiles } from './dataFiles.ts';
import { folders } from './fileShapes.ts';
import { suggestion } from './nearest.ts';
import type { Problem } from './problem.ts';
import { recordsEnding } from './recordLines.ts';
import type { TextFile } from './sourceFile.ts';

/** The texts of a folder of facts, and what is wrong with its files before any is understood. */
export function readFolder(folder: string): {
  readonly texts: readonly TextFile[];
  readonly problems: readonly Problem[];
} {
  const texts: TextFile[] = [];
  const problems: Problem[] = [];
  for (const path of dataFiles(folder)) {
    const misplaced = misplacement(path);
    if (misplaced === 'ignored') continue;
    const file = `${folder}/${path}`;
    const text = misplaced === null ? readText(file) : { problem: misplaced };
    if (typeof text === 'string') texts.push({ path, text });
    else problems.push({ file, line: 1, column: 1, message: text.problem });
  }
  return { texts, problems };
}

/** The files that stand alone in the folder of facts. */
export const standaloneFiles = ['properties.yaml', 'revision.yaml', 'exchange-rates.yaml', 'control-definitions.yaml'];

/** Why a file cannot hold facts where it lies; null where it can. */
function misplacement(path: string): string | 'ignored' | null {
  const [first = '', second, ...deeper] = path.split('/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^(readme|licen[cs]e)/i.test(name) || name.endsWith('.md')) return 'ignored';
  if (second === undefined) {
    if (first.endsWith(recordsEnding)) return null;
    return standaloneFiles.includes(first)
      ? null
      : `unknown file: ${suggestion(first, standaloneFiles)} Entities lie in folders`;
  }
  if (!(first in folders)) return `unknown folder \`${first}\`: ${suggestion(first, Object.keys(folders))}`;
  if (deeper.length > 0) return `too deep: facts lie in data/${first}/ itself`;
  if (/^[a-z0-9]+(-[a-z0-9]+)*\.yaml$/.test(name)) return null;
  return 'the name of the file is the id of what it is about: write lower-case letters, digits and single hyphens, and .yaml, for example `nvidia-h20.yaml`';
}

function readText(file: string): string | { readonly problem: string } {
  try {
    const { size } = statSync(file);
    if (size > mostBytes && !file.endsWith(recordsEnding))
      return { problem: `too large, with ${size} bytes: split it, a file may have ${mostBytes}` };
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'this is no UTF-8: save it in that encoding' };
    return { problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

const mostBytes = 4 * 1024 * 1024;
