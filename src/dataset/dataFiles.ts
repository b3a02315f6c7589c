import { type Dirent, readdirSync } from 'node:fs';
import { compareTexts } from './compareTexts.ts';

/**
 * The files of a folder of facts, by their path in it (`companies/alibaba.yaml`), in byte order. Hidden ones are left
 * out, and so is what is neither a file nor a folder.
 */
export function dataFiles(folder: string): readonly string[] {
  return filesBelow(folder, '').sort(compareTexts);
}

function filesBelow(folder: string, inner: string): string[] {
  const entries = readdirSync(`${folder}/${inner}`, { withFileTypes: true }).filter(
    ({ name }) => !name.startsWith('.'),
  );
  return entries.flatMap((entry) => filesOf(folder, inner, entry));
}

function filesOf(folder: string, inner: string, entry: Dirent): string[] {
  const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
  if (entry.isDirectory()) return filesBelow(folder, path);
  return entry.isFile() ? [path] : [];
}
