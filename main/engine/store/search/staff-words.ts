import type { ConversationId } from '../../../../shared/ids.ts';
import { labelWords } from '../../../../shared/search/search-names.ts';
import { toTagName } from '../../mail/imap/tag-keyword.ts';
import { toSearchText } from '../../mail/mime/search-text.ts';
import { findNotes } from '../conversation-events.ts';
import { inTransaction } from '../in-transaction.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findKeywords } from '../tags.ts';

/**
 * Writes the notes and tags of conversations that changed into the index of the mail, each conversation as
 * one more letter with the number of the conversation below zero. Few change between two searches.
 */
export function indexStaffWords(db: SectionDatabase): void {
  const waiting = statement<{ id: ConversationId }>(
    db,
    'SELECT conversation_id AS id FROM staff_words_queue',
  ).all();
  if (waiting.length === 0) return;
  inTransaction(db, () => {
    for (const { id } of waiting) {
      statement(db, 'DELETE FROM message_search WHERE rowid = ?').run(-id);
      const words = wordsOf(db, id);
      if (words === '') continue;
      statement(
        db,
        `INSERT INTO message_search (rowid, subject, people, body, attachments)
         VALUES (?, '', '', ?, '')`,
      ).run(-id, words);
    }
    statement(db, 'DELETE FROM staff_words_queue').run();
  });
}

function wordsOf(db: SectionDatabase, id: ConversationId): string {
  const notes = findNotes(db, id, null).map(({ text }) => text);
  const tags = findKeywords(db, id).flatMap((keyword) => [
    toTagName(keyword),
    ...(labelWords[keyword.toLowerCase()] ?? []),
  ]);
  // Each is a paragraph of its own.
  return toSearchText([...notes, ...tags].join('\n\n')).trim();
}
