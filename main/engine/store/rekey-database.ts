import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { syncFolder } from '../write-file-durably.ts';
import { type OpenOptions, openDatabase, toKeyLiteral } from './open-database.ts';

export type RekeyOptions = {
  readonly path: string;
  readonly from: Buffer;
  readonly to: Buffer;
  readonly nativeBinding: string | null;
};

/**
 * Gives a database file another key; nobody else may have it open. The new file is made beside the
 * old one and takes its place by a rename, so that a kill at any moment leaves one of the two, whole.
 * Does nothing where the file has the new key already: the caller repeats it after a kill.
 * Throws SQLite's or the file system's error; then the file has one of the two keys.
 */
export function rekeyDatabase({ path, from, to, nativeBinding }: RekeyOptions): void {
  if (!existsSync(path)) return;
  const copy = `${path}.rekey`;
  removeDatabase(copy);
  if (opens({ path, key: to, nativeBinding })) return;
  try {
    copyInto(copy, { path, key: from, nativeBinding });
    changeKey({ path: copy, from, to, nativeBinding });
    flush(copy);
  } catch (error) {
    // A full disk must not stay full of it.
    removeDatabase(copy);
    throw error;
  }
  // Its log is empty since it was closed: the new file must not meet it.
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  renameSync(copy, path);
  syncFolder(path);
}

function opens(options: OpenOptions): boolean {
  try {
    openDatabase(options).close();
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return false;
    throw error;
  }
}

function copyInto(copy: string, options: OpenOptions): void {
  const db = openDatabase(options);
  try {
    // Of the copy: it is written anew, without what was ever deleted.
    db.pragma('auto_vacuum = INCREMENTAL');
    db.prepare('VACUUM INTO ?').run(copy);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

function changeKey({ path, from, to, nativeBinding }: RekeyOptions): void {
  const old = openDatabase({ path, key: from, nativeBinding });
  try {
    // A key cannot be changed while there is a write-ahead log.
    old.pragma('journal_mode = DELETE');
    old.rekey(toKeyLiteral(to));
  } finally {
    old.close();
  }
  const renewed = openDatabase({ path, key: to, nativeBinding });
  try {
    if (renewed.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new Error('the copy with the new key is damaged');
    }
  } finally {
    renewed.close();
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
