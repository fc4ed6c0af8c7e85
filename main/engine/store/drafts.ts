import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import type { Draft } from '../../../shared/model/draft.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export function findDraft(db: SectionDatabase, conversationId: ConversationId): Draft | null {
  const row = statement<Draft>(
    db,
    'SELECT text, message_id AS messageId, saved_at AS savedAt FROM draft WHERE conversation_id = ?',
  ).get(conversationId);
  return row ?? null;
}

/**
 * An empty text deletes the draft. A message that is not in the conversation is not remembered.
 * Throws SQLITE_CONSTRAINT_FOREIGNKEY for an unknown conversation.
 */
export function saveDraft(
  db: SectionDatabase,
  conversationId: ConversationId,
  text: string,
  now: number,
  messageId: MessageId | null = null,
): void {
  if (text === '') {
    statement(db, 'DELETE FROM draft WHERE conversation_id = ?').run(conversationId);
    return;
  }
  statement(
    db,
    `INSERT INTO draft (conversation_id, message_id, text, saved_at)
     VALUES (:conversationId,
       (SELECT id FROM message WHERE id = :messageId AND conversation_id = :conversationId),
       :text, :now)
     ON CONFLICT (conversation_id) DO UPDATE
     SET message_id = excluded.message_id, text = excluded.text, saved_at = excluded.saved_at`,
  ).run({ conversationId, messageId, text, now });
}

/** Notes who has changed a draft. False when that is noted already, or there is no draft. */
export function addDraftEditor(
  db: SectionDatabase,
  conversationId: ConversationId,
  staffId: string,
): boolean {
  const { changes } = statement(
    db,
    `UPDATE draft SET editors = json_insert(editors, '$[#]', :staffId)
     WHERE conversation_id = :conversationId
       AND :staffId NOT IN (SELECT value FROM json_each(editors))`,
  ).run({ conversationId, staffId });
  return changes === 1;
}
