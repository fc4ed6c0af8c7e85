import Database from 'better-sqlite3';
import type { AppError } from '../../../shared/errors.ts';

/** Null when the error is not SQLite's. SQLite's own words are left out: they may quote data. */
export function toStoreError(error: unknown): AppError | null {
  if (!(error instanceof Database.SqliteError)) return null;
  if (error.code === 'SQLITE_FULL') return { code: 'disk-full', detail: error.code };
  if (error.code.startsWith('SQLITE_IOERR') || error.code.startsWith('SQLITE_CANTOPEN')) {
    return { code: 'disk-failed', detail: error.code };
  }
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) {
    return { code: 'store-damaged', detail: error.code };
  }
  return { code: 'unexpected', detail: error.code };
}
