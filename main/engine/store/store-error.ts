import Database from 'better-sqlite3';
import type { AppError } from '../../../shared/errors.ts';

/** Null when the error is not SQLite's. SQLite's own words are left out: they may quote data. */
export function toStoreError(error: unknown): AppError | null {
  if (!(error instanceof Database.SqliteError)) return null;
  if (error.code === 'SQLITE_FULL') return { code: 'disk-full', detail: error.code };
  if (error.code.startsWith('SQLITE_READONLY')) {
    return { code: 'disk-read-only', detail: error.code };
  }
  if (error.code.startsWith('SQLITE_IOERR') || error.code.startsWith('SQLITE_CANTOPEN')) {
    return { code: 'disk-failed', detail: error.code };
  }
  if (error.code === 'SQLITE_NOTADB' || error.code.startsWith('SQLITE_CORRUPT')) {
    return { code: 'store-damaged', detail: error.code };
  }
  return { code: 'unexpected', detail: error.code };
}

/** SQLite's or the file system's; null when it is neither's. Paths are left out. */
export function toFileError(error: unknown): AppError | null {
  const known = toStoreError(error);
  if (known !== null) return known;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full', detail: code };
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return { code: 'disk-read-only', detail: code };
  }
  return /^(E[A-Z]+|ERR_FS_[A-Z]+)$/.test(code) ? { code: 'disk-failed', detail: code } : null;
}
