import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { makePrivateFile, type OpenOptions, openDatabase } from './open-database.ts';

/** A database's file, and what SQLite keeps beside it. */
const databaseSuffixes = ['', '-wal', '-shm', '-journal'] as const;

/**
 * Copies a database, in whatever state its log is, into a new file with the same key. VACUUM INTO
 * keeps the encryption; db.backup() fails on encrypted files, and serialize() is plaintext. It reads
 * one moment: others go on writing. The copy is written anew, without what was ever deleted.
 */
export function copyDatabase(copy: string, options: OpenOptions): void {
  const db = openDatabase(options);
  try {
    // Of the copy: one from before it was so gets it here.
    db.pragma('auto_vacuum = INCREMENTAL');
    // Empty, it is taken for none.
    makePrivateFile(copy);
    db.prepare('VACUUM INTO ?').run(copy);
  } finally {
    db.close();
  }
}

/** Throws SQLITE_CORRUPT where SQLite finds fault with a file, or its own error where it does not open. */
export function checkDatabase(options: Omit<OpenOptions, 'keepsJournal'>): void {
  const db = openDatabase({ ...options, keepsJournal: true });
  try {
    if (db.pragma('quick_check', { simple: true }) !== 'ok') {
      throw new Database.SqliteError('quick_check found a fault', 'SQLITE_CORRUPT');
    }
  } finally {
    db.close();
  }
}

/** Has the disk keep what was written. */
export function flushFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function removeDatabase(path: string): void {
  for (const suffix of databaseSuffixes) rmSync(path + suffix, { force: true });
}
