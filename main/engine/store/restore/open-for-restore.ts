import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrations } from '../migrations/all.ts';
import { openDatabase, type SectionDatabase } from '../open-database.ts';

/** Which of a section's keys a file has, the newest tried first; null when it has none of them. */
export function findKeyOf(
  path: string,
  keys: readonly Buffer[],
  nativeBinding: string | null,
): Buffer | null {
  for (const key of keys.toReversed()) {
    try {
      openDatabase({ path, key, nativeBinding, keepsJournal: true }).close();
      return key;
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return null;
}

/**
 * Runs the work with a section's present database; with null when there is none that can be read, or
 * when it turns out to be damaged further in.
 */
export function withPresent<T>(
  path: string,
  keys: readonly Buffer[],
  nativeBinding: string | null,
  work: (current: SectionDatabase | null) => T,
): T {
  const key = existsSync(path) ? findKeyOf(path, keys, nativeBinding) : null;
  if (key === null) return work(null);
  const db = openDatabase({ path, key, nativeBinding, keepsJournal: true });
  try {
    return work(isCurrent(db) ? db : null);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return work(null);
  } finally {
    db.close();
  }
}

function isCurrent(db: SectionDatabase): boolean {
  return db.pragma('user_version', { simple: true }) === migrations.length;
}

function isDamage(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT'))
  );
}
