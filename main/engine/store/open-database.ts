import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

export type SectionDatabase = Database.Database;

export type OpenOptions = {
  readonly path: string;
  /** 256 random bits. */
  readonly key: Buffer;
  /** An addon built for this runtime; null uses the shipped one. */
  readonly nativeBinding: string | null;
  /**
   * For a file that only rests here: a write-ahead log would leave two more beside it. One that is
   * gone is not made anew: an empty database would pass for it.
   */
  readonly keepsJournal?: boolean;
};

/**
 * Pages (16 MB) in the write-ahead log before it is copied into the file. Each copy decrypts and
 * encrypts a page again, so a page that changes often should wait; a first sync takes a third less.
 */
export const checkpointPages = 4000;

/**
 * Opens or creates one SQLCipher file and sets the pragmas that DESIGN.md gives reasons for.
 * Throws SQLite's own error when the file is not a database or the key is not its key: the key is
 * only tried at the first read, so one is made here.
 */
export function openDatabase(options: OpenOptions): SectionDatabase {
  if (options.keepsJournal !== true) makePrivateFile(options.path);
  const db = new Database(options.path, {
    fileMustExist: options.keepsJournal === true,
    ...(options.nativeBinding === null ? {} : { nativeBinding: options.nativeBinding }),
  });
  try {
    db.pragma(`cipher = 'sqlcipher'`);
    db.pragma('legacy = 4');
    db.key(toKeyLiteral(options.key));
    db.pragma('temp_store = MEMORY');
    // Of a file that is made now; one of before gets it with its next key (rekey-database.ts).
    if (db.pragma('page_count', { simple: true }) === 0) db.pragma('auto_vacuum = INCREMENTAL');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    if (options.keepsJournal !== true) db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Does work whose transactions do not wait until the disk has them. They are kept or lost whole and in
 * order: the next one of others waits for these as well.
 */
export function withoutFlush<T>(db: SectionDatabase, work: () => T): T {
  db.pragma('synchronous = NORMAL');
  try {
    return work();
  } finally {
    db.pragma('synchronous = FULL');
  }
}

/** SQLite's own would be readable by others; what it keeps beside a file gets that one's mode. */
export function makePrivateFile(path: string): void {
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}

/** A raw key as SQLCipher takes it, never as SQL text. */
export function toKeyLiteral(key: Buffer): Buffer {
  return Buffer.from(`x'${key.toString('hex')}'`);
}
