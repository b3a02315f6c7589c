import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps. */
const settledMs = 100;

/**
 * Calls `look` once it watches, and again after files in a folder or below have changed, never while an earlier call is
 * still running: no change falls between looking and watching.
 *
 * Watches each folder by itself, anew after each change: Node's own recursive watching loses a file that an editor
 * replaces by another, and a folder that was removed and made again. Answers how to stop.
 */
export function watchFolder(folder: string, look: () => Promise<void>): () => void {
  let watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  function watchAll(): void {
    for (const watcher of watchers) watcher.close();
    watchers = foldersOf(folder).map((path) => watch(path, wait).on('error', wait));
  }

  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(settled, settledMs);
  }

  function settled(): void {
    watchAll();
    running = running.then(look);
  }

  watchAll();
  running = running.then(look);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function foldersOf(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true });
  return [folder, ...below.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))];
}
