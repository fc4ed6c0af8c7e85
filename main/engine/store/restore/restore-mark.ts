import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';

/** Says in a restored file which backup it was made of, until its chain says so. */
export function markRestored(db: SectionDatabase, backup: string): void {
  statement(db, 'REPLACE INTO restore_mark (id, backup) VALUES (1, ?)').run(backup);
}

/** Null where nothing was restored that the chain does not know of. */
export function findRestoreMark(db: SectionDatabase): string | null {
  const row = statement<{ backup: string }>(db, 'SELECT backup FROM restore_mark').get();
  return row?.backup ?? null;
}

export function removeRestoreMark(db: SectionDatabase): void {
  statement(db, 'DELETE FROM restore_mark').run();
}
