import { mergeIndex } from './forget-deleted.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** FTS5's own. */
const usualMerge = 4;

/** What a slice writes into the index is merged again a few times. */
const mergedPages = 12;

type WaitingWords = { readonly memberId: number; readonly words: string; readonly goesIn: 0 | 1 };

/**
 * Does work on many members, in a transaction, and brings their words into the search index, or out
 * of it, all at the end: the triggers of a single change write a part of the index for each.
 *
 * Of many, words that go out are no longer found, but only marked as gone where they stand: to take
 * out those of one member takes a millisecond. `forgetWords` takes out all of them in the end.
 */
export function withWordsAtOnce<T>(db: SectionDatabase, isMany: boolean, work: () => T): T {
  statement(
    db,
    `INSERT INTO member_words_queue (position, member_id, words, goes_in) VALUES (0, 0, '', 0)`,
  ).run();
  const result = work();
  const waiting = statement<WaitingWords>(
    db,
    `SELECT member_id AS memberId, words, goes_in AS goesIn FROM member_words_queue
     WHERE position > 0 ORDER BY position`,
  ).all();
  statement(db, 'DELETE FROM member_words_queue').run();
  const takeOut = statement(
    db,
    `INSERT INTO member_words (member_words, rowid, words) VALUES ('delete', ?, ?)`,
  );
  const putIn = statement(db, 'INSERT INTO member_words (rowid, words) VALUES (?, ?)');
  if (isMany) configure(db, 'secure-delete', 0);
  if (isMany) configure(db, 'automerge', 0);
  for (const { memberId, words, goesIn } of waiting)
    (goesIn === 1 ? putIn : takeOut).run(memberId, words);
  if (isMany) configure(db, 'automerge', usualMerge);
  if (isMany) configure(db, 'secure-delete', 1);
  // In its place: by itself the index merges rarely, and then for as long as a slice may take in all.
  if (isMany) mergeIndex(db, 'member_words', mergedPages);
  return result;
}

/** Writes out what waits, too. A number that is a parameter would be no integer to FTS5. */
function configure(
  db: SectionDatabase,
  option: 'secure-delete' | 'automerge',
  value: 0 | 1 | typeof usualMerge,
): void {
  const sql = `INSERT INTO member_words (member_words, rank) VALUES ('${option}', ${value})`;
  statement(db, sql).run();
}
