import type { ConversationId } from '../../../shared/ids.ts';
import { refreshConversation } from './conversation-summaries.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A change of read or unread that the server has not been told of. */
export type SeenAction = {
  readonly messageId: number;
  readonly uid: number;
  readonly seen: boolean;
};

/** Marks a conversation here at once, and notes for each message what the server is to be told. */
export function markConversationSeen(
  db: SectionDatabase,
  conversationId: ConversationId,
  seen: boolean,
): boolean {
  return db.transaction(() => {
    const { changes } = statement(
      db,
      `INSERT INTO seen_action (folder_id, message_id, seen)
       SELECT DISTINCT fm.folder_id, fm.message_id, :seen FROM folder_message fm
       JOIN message m ON m.id = fm.message_id
       JOIN folder f ON f.id = fm.folder_id
       WHERE m.conversation_id = :conversationId AND fm.seen <> :seen AND f.role = 'inbox'
       ON CONFLICT (folder_id, message_id) DO UPDATE SET seen = excluded.seen`,
    ).run({ conversationId, seen: seen ? 1 : 0 });
    if (changes === 0) return false;
    statement(
      db,
      `UPDATE folder_message SET seen = :seen WHERE (folder_id, message_id) IN (
         SELECT a.folder_id, a.message_id FROM seen_action a
         JOIN message m ON m.id = a.message_id WHERE m.conversation_id = :conversationId)`,
    ).run({ conversationId, seen: seen ? 1 : 0 });
    refreshConversation(db, conversationId);
    return true;
  })();
}

export function findSeenActions(db: SectionDatabase, folderId: number): readonly SeenAction[] {
  return statement<{ messageId: number; uid: number; seen: number }>(
    db,
    `SELECT a.message_id AS messageId, fm.uid, a.seen FROM seen_action a
     JOIN folder_message fm ON fm.folder_id = a.folder_id AND fm.message_id = a.message_id
     WHERE a.folder_id = ?`,
  )
    .all(folderId)
    .map((row) => ({ ...row, seen: row.seen === 1 }));
}

/** Forgets actions that the server has carried out, unless staff changed their mind meanwhile. */
export function removeSeenActions(
  db: SectionDatabase,
  folderId: number,
  done: readonly SeenAction[],
): void {
  db.transaction(() => {
    for (const action of done) {
      statement(
        db,
        'DELETE FROM seen_action WHERE folder_id = ? AND message_id = ? AND seen = ?',
      ).run(folderId, action.messageId, action.seen ? 1 : 0);
    }
  })();
}
