import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StoreError } from '../storeError.ts';

/** How long a publisher waits for another one. */
const patienceMs = 60_000;

/**
 * Does something in a folder while no other process does it. The lock is one of SQLite: the system lets go of it when
 * the process ends, however it ends.
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = new Database(join(folder, 'publishing.lock'), { timeout: patienceMs });
  try {
    lock.exec('begin exclusive');
    return await work();
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') {
      throw new StoreError(
        `another program has been publishing into ${folder} for a minute: try again when it is done`,
      );
    }
    throw error;
  } finally {
    lock.close();
  }
}
