import type { ConversationId } from '../../../shared/ids.ts';
import type { MessageFlags } from '../mail/imap/message-flags.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { findKeywordActions, withActions } from './flag-actions.ts';
import { inTransaction } from './in-transaction.ts';
import type { SectionDatabase } from './open-database.ts';
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
    'SELECT message_count AS stored FROM folder WHERE id = ?',
  ).get(folderId);
  return row?.stored ?? 0;
}

export function isStored(db: SectionDatabase, folderId: number, uid: number): boolean {
  const sql = 'SELECT 1 FROM folder_message WHERE folder_id = ? AND uid = ?';
  return statement(db, sql).get(folderId, uid) !== undefined;
}

/**
 * Forgets UIDs that the server no longer has, and where they were to be moved: what was done there
 * first stands. Returns the conversations that they were in.
 */
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
    statement(
      db,
      `DELETE FROM move_action WHERE folder_id = :folderId AND NOT EXISTS (
         SELECT 1 FROM folder_message fm
         WHERE fm.folder_id = :folderId AND fm.message_id = move_action.message_id)`,
    ).run({ folderId });
    for (const id of changed) refreshConversation(db, id);
  });
  return changed;
}

/** The flags of one message, as the server has them. */
export type ServerFlags = MessageFlags & { readonly uid: number };

/**
 * Takes the server's word on flags, except where staff changed one and the server has not been told
 * yet: a mark of ours stays. UIDs that are not stored are passed over.
 */
export function applyServerFlags(
  db: SectionDatabase,
  folderId: number,
  flags: readonly ServerFlags[],
): ReadonlySet<ConversationId> {
  const changed = new Set<ConversationId>();
  inTransaction(db, () => {
    const ours = findKeywordActions(db, folderId);
    for (const each of flags) {
      const otherFlags = withActions(each.otherFlags, ours.get(each.uid));
      const { changes } = statement(db, takeFlags).run({
        folderId,
        ...toColumns({ ...each, otherFlags }),
      });
      if (changes === 0) continue;
      const conversationId = findConversationOf(db, folderId, each.uid);
      if (conversationId !== null) changed.add(conversationId);
    }
    for (const id of changed) refreshConversation(db, id);
  });
  return changed;
}

const columns = ['seen', 'answered', 'flagged'] as const;
const isOurs = (flag: string) => `EXISTS (SELECT 1 FROM flag_action a WHERE a.flag = '${flag}'
  AND a.folder_id = :folderId AND a.message_id = folder_message.message_id)`;
const takeFlags = `UPDATE folder_message
  SET ${columns.map((flag) => `${flag} = iif(${isOurs(flag)}, ${flag}, :${flag})`).join(', ')},
    other_flags = :otherFlags
  WHERE folder_id = :folderId AND uid = :uid
    AND (seen, answered, flagged, other_flags) IS NOT (:seen, :answered, :flagged, :otherFlags)`;

/** As a place has them. */
export function toColumns({ uid, seen, answered, flagged, otherFlags }: ServerFlags) {
  return {
    uid,
    ...{ seen: seen ? 1 : 0, answered: answered ? 1 : 0, flagged: flagged ? 1 : 0, otherFlags },
  };
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
