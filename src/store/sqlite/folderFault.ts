import { StoreError } from '../storeError.ts';

/** No room: the disk is full, a quota is used up, or a file may not grow. SQLite takes some of these for a failed disk. */
const noRoom = /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|SQLITE_IOERR.*)$/;

/** Not allowed, or no folder. */
const noEntry = /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|SQLITE_READONLY.*|SQLITE_CANTOPEN.*)$/;

/** Makes of an error while a folder is written into what tells whoever runs the program what to do. */
export function folderFault(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (noRoom.test(code)) {
    return new StoreError(
      `the disk of ${folder} is full, or fails (${error.message}): make room and publish again; nothing was changed`,
      { cause: error },
    );
  }
  if (noEntry.test(code)) {
    return new StoreError(`cannot write into the folder ${folder} (${error.message}): name another with --store`, {
      cause: error,
    });
  }
  return error;
}
