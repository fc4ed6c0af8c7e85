import type { ConversationId } from '../../../shared/ids.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export function findDraft(db: SectionDatabase, conversationId: ConversationId): Draft | null {
  const row = statement<Draft>(
    db,
    'SELECT text, saved_at AS savedAt FROM draft WHERE conversation_id = ?',
  ).get(conversationId);
  return row ?? null;
}

/** An empty text deletes the draft. Throws SQLITE_CONSTRAINT_FOREIGNKEY for an unknown conversation. */
export function saveDraft(
  db: SectionDatabase,
  conversationId: ConversationId,
  text: string,
  now: number,
): void {
  if (text === '') {
    statement(db, 'DELETE FROM draft WHERE conversation_id = ?').run(conversationId);
    return;
  }
  statement(
    db,
    `INSERT INTO draft (conversation_id, text, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (conversation_id) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at`,
  ).run(conversationId, text, now);
}
