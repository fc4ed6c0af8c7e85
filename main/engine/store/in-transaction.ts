import type { SectionDatabase } from './open-database.ts';

/**
 * Writes that are kept or lost together. It is for writing from the start: once a transaction has read,
 * SQLite does not wait for another connection that writes or empties the log, it fails at once.
 */
export function inTransaction<T>(db: SectionDatabase, work: () => T): T {
  return db.transaction(work).immediate();
}
