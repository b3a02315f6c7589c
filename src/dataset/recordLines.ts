import type { TextFile, WrittenFile } from './sourceFile.ts';
import type { Place } from './yamlText.ts';

/** How the names of files of records end. */
export const recordsEnding = '.jsonl';

/**
 * The files that a file of JSON Lines stands for. Each line is one of them, in one object: its path without the ending,
 * and what it says, `{"companies/acme": {"name": "Acme"}}`. Values are texts, as they would be written in YAML.
 */
export function recordLines({ path, text }: TextFile, folder: string): readonly WrittenFile[] {
  const shown = `${folder}/${path}`;
  const files: WrittenFile[] = [];
  let line = 0;
  for (let from = 0; from < text.length; ) {
    line += 1;
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    const written = text.slice(from, end).trim();
    from = end + 1;
    if (written !== '') files.push(recordFile(written, path, shown, line));
  }
  return files;
}

function recordFile(written: string, standsIn: string, shown: string, line: number): WrittenFile {
  const place: Place = { line, column: 1 };
  const at = () => place;
  const record = readRecord(written);
  if ('problem' in record) {
    const problems = [{ file: shown, ...place, message: record.problem }];
    return {
      file: { path: standsIn, standsIn, shown, yaml: { at, atKey: at, within: at, problems } },
      value: undefined,
    };
  }
  const yaml = { at, atKey: at, within: at, problems: [] };
  return { file: { path: `${record.path}.yaml`, standsIn, shown, yaml }, value: record.value };
}

/** The records of what stands alone. */
const alone = ['revision', 'exchange-rates'];

function readRecord(
  written: string,
): { readonly path: string; readonly value: unknown } | { readonly problem: string } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(written);
  } catch (error) {
    return { problem: `this line is no JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const entries = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.entries(parsed) : [];
  const [entry] = entries;
  if (entry === undefined || entries.length > 1) {
    return { problem: 'write one object a line, of one key: `{"companies/acme": {"name": "Acme"}}`' };
  }
  const [path, value] = entry;
  if (!alone.includes(path) && !/^[a-z-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(path)) {
    return { problem: `\`${path}\` is no file of facts: write its folder and its name, such as \`companies/acme\`` };
  }
  const stray = notText(value);
  return stray === undefined ? { path, value } : { problem: `write \`${stray}\` in quotes: values are texts` };
}

/** The first value that is not made of texts; undefined where all are. */
function notText(value: unknown): string | undefined {
  if (typeof value === 'string') return undefined;
  if (typeof value !== 'object' || value === null) return String(value);
  for (const inner of Object.values(value)) {
    const stray = notText(inner);
    if (stray !== undefined) return stray;
  }
  return undefined;
}
