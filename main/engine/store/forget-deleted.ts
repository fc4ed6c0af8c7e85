import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Pages of the search index that a step writes, and free pages that it gives back. */
const pagesInStep = 32;

type SearchIndex = 'message_search' | 'member_words';

/**
 * The words of deleted rows in the search index. A contentless index (FTS5 4.4.3) cannot take words
 * out: it leaves them out as it is merged into one. In steps, so that nobody waits long; what is not
 * done when it is left is done the next time.
 */
export function* forgetWords(
  db: SectionDatabase,
  index: SearchIndex = 'message_search',
): Generator<void> {
  // A negative number begins it.
  let isMerged = mergeIndex(db, index, -pagesInStep);
  while (!isMerged) {
    yield;
    isMerged = mergeIndex(db, index, pagesInStep);
  }
}

/** The marks of deleted rows are the pages from 2^53 on: the 17th bit of a segment's number. */
export function hasDeletedWords(db: SectionDatabase): boolean {
  const row = statement(db, 'SELECT 1 FROM message_search_data WHERE id >= 1 << 53 LIMIT 1').get();
  return row !== undefined;
}

/** Free pages, in steps. They hold zeros already (`secure_delete`). */
export function* giveBackPages(db: SectionDatabase): Generator<void> {
  while (canShrink(db)) {
    db.pragma(`incremental_vacuum(${pagesInStep})`);
    yield;
  }
}

/**
 * Empties the write-ahead log, which has deleted rows' old bytes. False when somebody reads the file,
 * a backup say: it is not waited for, since the whole engine would.
 */
export function emptyLog(db: SectionDatabase): boolean {
  const patience = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma('busy_timeout = 0');
  try {
    return db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}

/** True when there was nothing left to do: FTS5 6.8 says how to tell. */
export function mergeIndex(db: SectionDatabase, index: SearchIndex, pages: number): boolean {
  const changes = () =>
    statement<{ count: number }>(db, 'SELECT total_changes() AS count').get()?.count ?? 0;
  const before = changes();
  statement(db, `INSERT INTO ${index} (${index}, rank) VALUES ('merge', ?)`).run(pages);
  return changes() - before < 2;
}

function canShrink(db: SectionDatabase): boolean {
  const incremental = 2;
  return (
    db.pragma('auto_vacuum', { simple: true }) === incremental &&
    (db.pragma('freelist_count', { simple: true }) as number) > 0
  );
}
