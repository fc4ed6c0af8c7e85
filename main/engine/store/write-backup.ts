import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../write-file-durably.ts';
import { checkDatabase, copyDatabase, flushFile, removeDatabase } from './database-files.ts';
import type { OpenOptions } from './open-database.ts';

/** What a backup is called until it is whole. */
export function partialPath(target: string): string {
  return `${target}.new`;
}

/**
 * Copies an open section's database, with its own key, to `target`. The name is there only when the
 * copy was opened, checked and flushed; what fails leaves nothing. Throws SQLite's or the file
 * system's error.
 */
export function writeBackup(target: string, { path, key, nativeBinding }: OpenOptions): void {
  const partial = partialPath(target);
  try {
    // One by one: a recursive mkdir says ENOENT where a disk is read-only.
    for (const folder of [dirname(dirname(target)), dirname(target)]) {
      if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    }
    removeDatabase(partial);
    copyDatabase(partial, { path, key, nativeBinding });
    checkDatabase({ path: partial, key, nativeBinding });
    flushFile(partial);
    renameSync(partial, target);
    syncFolder(target);
  } catch (error) {
    removeDatabase(partial);
    throw error;
  }
}
