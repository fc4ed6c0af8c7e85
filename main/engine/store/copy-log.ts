import { existsSync, statSync } from 'node:fs';
import {
  checkpointPages,
  type OpenOptions,
  openDatabase,
  type SectionDatabase,
} from './open-database.ts';

/** Bytes of the write-ahead log beside a database. Its file only gets shorter when it is emptied. */
export function logSize(db: SectionDatabase): number {
  const path = `${db.name}-wal`;
  return existsSync(path) ? statSync(path).size : 0;
}

/**
 * Copies the write-ahead log of a database that others have open into its file, and empties the log
 * when nobody reads in it. Throws SQLite's error.
 */
export function copyLog(options: OpenOptions): void {
  const db = openDatabase(options);
  try {
    // Nobody waits for this one, which is the long one.
    db.pragma('wal_checkpoint(PASSIVE)');
    // Whoever writes waits for this one, so it waits for nobody itself.
    db.pragma('busy_timeout = 0');
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}

/** What is written from now on stays in the log until it is copied, or is copied as usual again. */
export function setCopiesItself(db: SectionDatabase, copies: boolean): void {
  db.pragma(`wal_autocheckpoint = ${copies ? checkpointPages : 0}`);
}
