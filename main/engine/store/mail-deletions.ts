import type { ConversationId, ErasureId, MessageId } from '../../../shared/ids.ts';
import { beginningOf } from '../mail/imap/message-print.ts';
import { headDigest, partHash } from '../mail/mime/head-digest.ts';
import { refreshConversation } from './conversation-summaries.ts';
import type { SectionDatabase } from './open-database.ts';
import { removeMessages } from './remove-messages.ts';
import { statement } from './statement.ts';

/**
 * Deletes messages here, whole, and remembers where the server has them: it is told with the next
 * sync. Inside the caller's transaction. Returns the conversations that changed.
 */
export function deleteMails(
  db: SectionDatabase,
  ids: readonly MessageId[],
  number: ErasureId,
): ReadonlySet<ConversationId> {
  const changed = new Set<ConversationId>();
  for (const id of ids) {
    const conversationId = statement<{ id: ConversationId }>(
      db,
      'SELECT conversation_id AS id FROM message WHERE id = ?',
    ).get(id)?.id;
    if (conversationId === undefined) continue;
    changed.add(conversationId);
    statement(
      db,
      `INSERT INTO deleted_mail (content_hash, part_hash, erasure_id)
       SELECT content_hash, :ofPart, :number FROM message WHERE id = :id
       ON CONFLICT (content_hash) DO UPDATE SET is_gone = 0`,
    ).run({ id, number, ofPart: partHashOf(db, id) });
    statement(
      db,
      `INSERT INTO deletion_place (folder_id, uid, content_hash)
       SELECT fm.folder_id, fm.uid, m.content_hash
       FROM folder_message fm JOIN message m ON m.id = fm.message_id WHERE m.id = ?`,
    ).run(id);
    statement(db, 'DELETE FROM folder_message WHERE message_id = ?').run(id);
  }
  removeMessages(db, ids);
  for (const id of changed) refreshConversation(db, id);
  return changed;
}

/** As `deleteMails`, of letters that are known by their bytes: also of those that are not here. */
export function deleteMailsByHash(
  db: SectionDatabase,
  hashes: readonly Buffer[],
  number: ErasureId,
): void {
  const ids: MessageId[] = [];
  for (const hash of hashes) {
    const sql = 'INSERT OR IGNORE INTO deleted_mail (content_hash, erasure_id) VALUES (?, ?)';
    statement(db, sql).run(hash, number);
    const found = statement<{ id: MessageId }>(db, 'SELECT id FROM message WHERE content_hash = ?');
    ids.push(...found.all(hash).map(({ id }) => id));
  }
  deleteMails(db, ids, number);
}

/** By which it is known again where only a part of it comes. */
function partHashOf(db: SectionDatabase, id: MessageId): Buffer | null {
  const row = statement<{ size: number; deflated: Buffer }>(
    db,
    `SELECT m.size, s.deflated FROM message m JOIN message_source s ON s.message_id = m.id
     WHERE m.id = ?`,
  ).get(id);
  if (row === undefined) return null;
  const digest = headDigest(beginningOf(row.deflated));
  return Buffer.from(partHash({ headDigest: digest, size: row.size }), 'hex');
}

/**
 * Notes where a deleted mail has turned up, by its bytes or, where it was deleted or comes in part, by
 * its head; false for every other mail.
 */
export function isDeletedMail(
  db: SectionDatabase,
  folderId: number,
  uid: number,
  hash: Buffer,
  ofPart: Buffer,
): boolean {
  const contentHash = statement<{ contentHash: Buffer }>(
    db,
    `UPDATE deleted_mail SET is_gone = 0 WHERE content_hash = :hash
       OR part_hash = :ofPart AND (content_hash = :ofPart OR :hash = :ofPart)
     RETURNING content_hash AS contentHash`,
  ).get({ hash, ofPart })?.contentHash;
  if (contentHash === undefined) return false;
  statement(
    db,
    `INSERT INTO deletion_place (folder_id, uid, content_hash) VALUES (?, ?, ?)
     ON CONFLICT (folder_id, uid) DO UPDATE SET content_hash = excluded.content_hash`,
  ).run(folderId, uid, contentHash);
  return true;
}

/** UIDs that the server is to delete from a folder, ascending. */
export function findDeletionUids(db: SectionDatabase, folderId: number): number[] {
  return statement<{ uid: number }>(
    db,
    'SELECT uid FROM deletion_place WHERE folder_id = ? ORDER BY uid',
  )
    .all(folderId)
    .map(({ uid }) => uid);
}

/** The server does not have these any more. */
export function removeDeletionUids(
  db: SectionDatabase,
  folderId: number,
  uids: readonly number[],
): void {
  statement(
    db,
    `DELETE FROM deletion_place
     WHERE folder_id = ? AND uid IN (SELECT value FROM json_each(?))`,
  ).run(folderId, JSON.stringify(uids));
}

export type FinishedDeletion = { readonly number: ErasureId; readonly count: number };

/**
 * Mails that no folder has any more, told once, of each erasure that has none waiting. None while a
 * folder is read anew: what it has is not known then.
 */
export function settleDeletions(db: SectionDatabase): FinishedDeletion[] {
  const finished = statement<FinishedDeletion>(
    db,
    `SELECT erasure_id AS number, count(*) AS count FROM deleted_mail d WHERE is_gone = 0
       AND NOT EXISTS (SELECT 1 FROM folder
         WHERE synced_at IS NULL AND is_synced = 1 AND is_on_server = 1)
     GROUP BY erasure_id HAVING max(EXISTS (
       SELECT 1 FROM deletion_place p WHERE p.content_hash = d.content_hash)) = 0`,
  ).all();
  for (const { number } of finished)
    statement(db, 'UPDATE deleted_mail SET is_gone = 1 WHERE erasure_id = ?').run(number);
  return finished;
}
