import type { ConversationId, MessageId } from '../../../shared/ids.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
import { removeMessages } from './remove-messages.ts';
import { statement } from './statement.ts';

/** The UIDs stored of a folder, ascending. */
export function findStoredUids(db: SectionDatabase, folderId: number): number[] {
  return statement<{ uid: number }>(
    db,
    'SELECT uid FROM folder_message WHERE folder_id = ? ORDER BY uid',
  )
    .all(folderId)
    .map((row) => row.uid);
}

export function countStoredUids(db: SectionDatabase, folderId: number): number {
  const row = statement<{ stored: number }>(
    db,
    'SELECT count(*) AS stored FROM folder_message WHERE folder_id = ?',
  ).get(folderId);
  return row?.stored ?? 0;
}

/** Forgets UIDs that the server no longer has. Returns the conversations that they were in. */
export function removeUids(
  db: SectionDatabase,
  folderId: number,
  uids: readonly number[],
): ReadonlySet<ConversationId> {
  const changed = new Set<ConversationId>();
  inTransaction(db, () => {
    for (const uid of uids) {
      const conversationId = findConversationOf(db, folderId, uid);
      if (conversationId !== null) changed.add(conversationId);
      statement(db, 'DELETE FROM folder_message WHERE folder_id = ? AND uid = ?').run(
        folderId,
        uid,
      );
    }
    for (const id of changed) refreshConversation(db, id);
  });
  return changed;
}

/**
 * Takes the server's word on what is answered, by whatever program. A mark that it has not been told
 * of is one of ours, and stays.
 */
function applyServerAnswered(
  db: SectionDatabase,
  folderId: number,
  { uid, answered }: ServerFlags,
): boolean {
  const { changes } = statement(
    db,
    `UPDATE folder_message SET answered = :answered
     WHERE folder_id = :folderId AND uid = :uid AND answered <> :answered AND NOT EXISTS (
       SELECT 1 FROM flag_action a WHERE a.flag = 'answered'
         AND a.folder_id = :folderId AND a.message_id = folder_message.message_id)`,
  ).run({ folderId, uid, answered: answered ? 1 : 0 });
  return changes > 0;
}

/** The flags of one message, as the server has them. */
export type ServerFlags = {
  readonly uid: number;
  readonly seen: boolean;
  readonly answered: boolean;
};

/**
 * Takes the server's word on what is read and answered, except where staff changed it and the server has not
 * been told yet. UIDs that are not stored are passed over.
 */
export function applyServerFlags(
  db: SectionDatabase,
  folderId: number,
  flags: readonly ServerFlags[],
): ReadonlySet<ConversationId> {
  const changed = new Set<ConversationId>();
  inTransaction(db, () => {
    for (const each of flags) {
      const { uid, seen } = each;
      const isAnsweredAnew = applyServerAnswered(db, folderId, each);
      const { changes } = statement(
        db,
        `UPDATE folder_message SET seen = :seen
         WHERE folder_id = :folderId AND uid = :uid AND seen <> :seen AND NOT EXISTS (
           SELECT 1 FROM flag_action a
           WHERE a.flag = 'seen' AND a.folder_id = :folderId AND a.message_id = folder_message.message_id)`,
      ).run({ folderId, uid, seen: seen ? 1 : 0 });
      if (changes === 0 && !isAnsweredAnew) continue;
      const conversationId = findConversationOf(db, folderId, uid);
      if (conversationId !== null) changed.add(conversationId);
    }
    for (const id of changed) refreshConversation(db, id);
  });
  return changed;
}

export type OrphanRemoval = {
  /** Conversations that look different now, or are gone. */
  readonly changed: ReadonlySet<ConversationId>;
  readonly removed: number;
  /** Some wait for the end of a draft or of a reply, or for somebody who reads them. */
  readonly areSomeKept: boolean;
};

/**
 * Deletes messages that are in no folder any more, but for those of a conversation with a draft or
 * a reply on its way: staff are at work there; and but for a registration that could not be read, which
 * waits for a person. Call it only when every folder is complete: while one
 * is read anew after a change of UIDVALIDITY, its messages are in no folder for the moment.
 */
export function removeOrphans(db: SectionDatabase): OrphanRemoval {
  return inTransaction(db, () => {
    const orphans = statement<{
      id: MessageId;
      conversationId: ConversationId;
      isNeeded: number;
    }>(
      db,
      `SELECT id, conversation_id AS conversationId,
         EXISTS (SELECT 1 FROM draft d WHERE d.conversation_id = m.conversation_id)
           OR EXISTS (SELECT 1 FROM draft_attachment a
             WHERE a.conversation_id = m.conversation_id AND a.outbox_item_id IS NULL
               AND a.removed_at IS NULL)
           OR EXISTS (SELECT 1 FROM outbox_item o
             WHERE o.conversation_id = m.conversation_id AND o.filed = 0)
           OR EXISTS (SELECT 1 FROM form_mail w
             WHERE w.message_id = m.id AND w.state = 'unread') AS isNeeded
       FROM message m
       WHERE NOT EXISTS (SELECT 1 FROM folder_message fm WHERE fm.message_id = m.id)`,
    ).all();
    const removed = orphans.filter(({ isNeeded }) => isNeeded === 0);
    removeMessages(
      db,
      removed.map(({ id }) => id),
    );
    const changed = new Set(orphans.map((orphan) => orphan.conversationId));
    for (const id of findEmptyConversations(db)) changed.add(id);
    for (const id of changed) refreshConversation(db, id);
    return { changed, removed: removed.length, areSomeKept: removed.length < orphans.length };
  });
}

/** Kept for a draft that is gone, or made by a restore for mail that never came. */
function findEmptyConversations(db: SectionDatabase): ConversationId[] {
  return statement<{ id: ConversationId }>(
    db,
    'SELECT id FROM conversation WHERE message_count = 0',
  )
    .all()
    .map(({ id }) => id);
}

function findConversationOf(
  db: SectionDatabase,
  folderId: number,
  uid: number,
): ConversationId | null {
  const row = statement<{ id: ConversationId }>(
    db,
    `SELECT m.conversation_id AS id FROM folder_message fm JOIN message m ON m.id = fm.message_id
     WHERE fm.folder_id = ? AND fm.uid = ?`,
  ).get(folderId, uid);
  return row?.id ?? null;
}
