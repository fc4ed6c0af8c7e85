import { existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { syncFolder } from '../write-file-durably.ts';
import { checkDatabase, copyDatabase, flushFile, removeDatabase } from './database-files.ts';
import { type OpenOptions, openDatabase, toKeyLiteral } from './open-database.ts';

export type RekeyOptions = {
  readonly path: string;
  readonly from: Buffer;
  readonly to: Buffer;
  readonly nativeBinding: string | null;
};

/** Where a file with the new key is made. */
export function rekeyPath(path: string): string {
  return `${path}.rekey`;
}

/**
 * Gives a database file another key; nobody else may have it open. The new file is made beside the
 * old one and takes its place by a rename, so that a kill at any moment leaves one of the two, whole.
 * Does nothing where the file has the new key already: the caller repeats it after a kill.
 * Throws SQLite's or the file system's error; then the file has one of the two keys.
 */
export function rekeyDatabase({ path, from, to, nativeBinding }: RekeyOptions): void {
  if (!existsSync(path)) return;
  const copy = rekeyPath(path);
  removeDatabase(copy);
  if (opens({ path, key: to, nativeBinding })) return;
  try {
    // Closed after it by the last who had it open, so its log is empty then.
    copyDatabase(copy, { path, key: from, nativeBinding });
    changeKey({ path: copy, from, to, nativeBinding });
    checkDatabase({ path: copy, key: to, nativeBinding });
    flushFile(copy);
  } catch (error) {
    // A full disk must not stay full of it.
    removeDatabase(copy);
    throw error;
  }
  // The new file must not meet what is left of the old one's log.
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  renameSync(copy, path);
  syncFolder(path);
}

function opens(options: OpenOptions): boolean {
  try {
    openDatabase({ ...options, keepsJournal: true }).close();
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return false;
    throw error;
  }
}

/** A key cannot be changed while there is a write-ahead log; a copy has none. */
function changeKey({ path, from, to, nativeBinding }: RekeyOptions): void {
  const db = openDatabase({ path, key: from, nativeBinding, keepsJournal: true });
  try {
    db.rekey(toKeyLiteral(to));
  } finally {
    db.close();
  }
}
