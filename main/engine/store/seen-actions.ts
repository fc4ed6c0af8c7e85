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
  return markConversation(db, { conversationId, flag: 'seen', isSet: seen });
}

/** As `markConversationSeen`, for the mark of what matters. */
export function markConversationFlagged(
  db: SectionDatabase,
  conversationId: ConversationId,
  isFlagged: boolean,
): boolean {
  return markConversation(db, { conversationId, flag: 'flagged', isSet: isFlagged });
}

type Mark = {
  readonly conversationId: ConversationId;
  readonly flag: 'seen' | 'flagged';
  readonly isSet: boolean;
};

/** What we sent and what is not finished is neither read nor unread. */
function markConversation(db: SectionDatabase, { conversationId, flag, isSet }: Mark): boolean {
  return inTransaction(db, () => {
    const { changes } = statement(
      db,
      `INSERT INTO flag_action (folder_id, message_id, flag, is_set)
       SELECT DISTINCT fm.folder_id, fm.message_id, '${flag}', :isSet FROM folder_message fm
       JOIN message m ON m.id = fm.message_id
       JOIN folder f ON f.id = fm.folder_id
       WHERE m.conversation_id = :conversationId AND fm.${flag} <> :isSet
         AND f.role NOT IN ('sent', 'drafts')
       ON CONFLICT (folder_id, message_id, flag) DO UPDATE SET is_set = excluded.is_set`,
    ).run({ conversationId, isSet: isSet ? 1 : 0 });
    if (changes === 0) return false;
    statement(
      db,
      `UPDATE folder_message SET ${flag} = :isSet WHERE (folder_id, message_id) IN (
         SELECT a.folder_id, a.message_id FROM flag_action a
         JOIN message m ON m.id = a.message_id
         WHERE a.flag = '${flag}' AND m.conversation_id = :conversationId)`,
    ).run({ conversationId, isSet: isSet ? 1 : 0 });
    refreshConversation(db, conversationId);
    return true;
  });
}
