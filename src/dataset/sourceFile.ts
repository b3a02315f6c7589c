import type { Problem } from './problem.ts';
import { type Path, parseYaml, type YamlText } from './yamlText.ts';

/** The text of a file of facts. */
export interface TextFile {
  /** In the folder of facts: `companies/alibaba.yaml`. */
  readonly path: string;
  readonly text: string;
}

/** A file of facts that has been read, and what it says: let go of when that has been checked, since it is large. */
export interface WrittenFile {
  readonly file: SourceFile;
  /** Objects, lists and texts only. */
  readonly value: unknown;
}

/** Where a file of facts is, and where in it values stand. */
export interface SourceFile {
  /** In the folder of facts. */
  readonly path: string;
  /** The file that it stands in: itself, or the one of records that holds it. */
  readonly standsIn: string;
  /** As a reader can open it: with the folder of facts in front. */
  readonly shown: string;
  readonly yaml: Omit<YamlText, 'value'>;
}

/** Reads the YAML of a file in a folder. */
export function sourceFile({ path, text }: TextFile, folder: string): WrittenFile {
  const shown = `${folder}/${path}`;
  const { value, ...yaml } = parseYaml(shown, text);
  return { file: { path, standsIn: path, shown, yaml }, value };
}

/** Something wrong with a value, where it stands. */
export function problemAt({ shown, yaml }: SourceFile, path: Path, message: string): Problem {
  return { file: shown, ...yaml.at(path), message };
}

/** Something wrong with a key, where it stands. */
export function problemAtKey({ shown, yaml }: SourceFile, path: Path, message: string): Problem {
  return { file: shown, ...yaml.atKey(path), message };
}

/** Something wrong with one character of a text, the first being 0, where it stands. */
export function problemWithin({ shown, yaml }: SourceFile, path: Path, index: number, message: string): Problem {
  return { file: shown, ...yaml.within(path, index), message };
}
