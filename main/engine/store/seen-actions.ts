import type { ConversationId } from '../../../shared/ids.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Marks a conversation here at once, and notes for each message what the server is to be told. */
export function markConversationSeen(
  db: SectionDatabase,
  conversationId: ConversationId,
  seen: boolean,
): boolean {
  return inTransaction(db, () => {
    const { changes } = statement(
      db,
      `INSERT INTO flag_action (folder_id, message_id, flag, is_set)
       SELECT DISTINCT fm.folder_id, fm.message_id, 'seen', :seen FROM folder_message fm
       JOIN message m ON m.id = fm.message_id
       JOIN folder f ON f.id = fm.folder_id
       WHERE m.conversation_id = :conversationId AND fm.seen <> :seen AND f.role = 'inbox'
       ON CONFLICT (folder_id, message_id, flag) DO UPDATE SET is_set = excluded.is_set`,
    ).run({ conversationId, seen: seen ? 1 : 0 });
    if (changes === 0) return false;
    statement(
      db,
      `UPDATE folder_message SET seen = :seen WHERE (folder_id, message_id) IN (
         SELECT a.folder_id, a.message_id FROM flag_action a
         JOIN message m ON m.id = a.message_id WHERE a.flag = 'seen' AND m.conversation_id = :conversationId)`,
    ).run({ conversationId, seen: seen ? 1 : 0 });
    refreshConversation(db, conversationId);
    return true;
  });
}
