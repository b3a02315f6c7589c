import type { EntityType } from '../store/tables.ts';
import { idOf } from './catalogue.ts';
import type { Draft } from './draft.ts';
import { draftsOf } from './drafts.ts';
import { type FileShapes, type Folder, fileShapes, folders } from './fileShapes.ts';
import type { Findings } from './findings.ts';
import { readShaped } from './readShaped.ts';
import type { WrittenFile } from './sourceFile.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The entities that files describe. A file with problems gives none, and the others are read all the same. */
export function readDrafts(files: readonly WrittenFile[], vocabulary: Vocabulary, findings: Findings) {
  const shapes = fileShapes(vocabulary);
  const drafts: Draft[] = [];
  /** The ids of those whose files have problems: it is no use telling that nobody knows them. */
  const broken = new Set<string>();
  for (const written of files) {
    const [folder = '', name = ''] = written.file.path.split('/');
    if (!isFolder(folder)) continue;
    const type = folders[folder];
    const slug = name.replace(/\.yaml$/, '');
    const read = readFile(type, shapes, written, slug, findings);
    if (read === null) broken.add(idOf({ type, slug }));
    else drafts.push(...read);
  }
  return { drafts, broken };
}

function readFile<Type extends EntityType>(
  type: Type,
  shapes: FileShapes,
  written: WrittenFile,
  slug: string,
  findings: Findings,
): readonly Draft[] | null {
  const content = readShaped(written, shapes[type], findings);
  return content === null ? null : draftsOf(type, content, { file: written.file, slug });
}

function isFolder(folder: string): folder is Folder {
  return Object.hasOwn(folders, folder);
}
