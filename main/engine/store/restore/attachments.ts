import type { ConversationId } from '../../../../shared/ids.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findConversation } from './find-counterpart.ts';

type Attachment = {
  readonly id: number;
  readonly token: string;
  readonly conversationId: ConversationId;
  readonly staffId: string;
  readonly kind: string;
  /** Of the queued letter that it is with; null where it is with a draft. */
  readonly letter: string | null;
  readonly name: string;
  readonly photoSize: string;
  readonly thumbnail: Buffer | null;
};

/**
 * Brings the files of drafts and of queued letters along, once both are there. Those that the backup
 * has beside stay, as its drafts do, but for those of letters that have left.
 */
export function takeAttachmentsAlong(current: SectionDatabase, restored: SectionDatabase): void {
  const attachments = statement<Attachment>(
    current,
    `SELECT a.id, a.token, a.conversation_id AS conversationId, a.staff_id AS staffId, a.kind,
       o.token AS letter, name, photo_size AS photoSize, thumbnail
     FROM draft_attachment a LEFT JOIN outbox_item o ON o.id = a.outbox_item_id
     WHERE removed_at IS NULL ORDER BY a.id`,
  ).all();
  for (const attachment of attachments) {
    const { token } = attachment;
    // Wherever it is in the backup: here is where it is now.
    statement(restored, 'DELETE FROM draft_attachment WHERE token = ?').run(token);
    const conversationId = findConversation(current, restored, attachment.conversationId);
    if (conversationId === null) continue;
    const { lastInsertRowid } = statement(
      restored,
      `INSERT INTO draft_attachment (token, conversation_id, staff_id, kind, outbox_item_id, name,
         photo_size, thumbnail)
       VALUES (:token, :conversationId, :staffId, :kind,
         (SELECT id FROM outbox_item WHERE token = :letter), :name, :photoSize, :thumbnail)`,
    ).run({ ...attachment, conversationId });
    copyFiles(current, restored, attachment.id, lastInsertRowid);
  }
}

function copyFiles(
  current: SectionDatabase,
  restored: SectionDatabase,
  from: number,
  to: number | bigint,
): void {
  const files = statement<{ photoSize: string }>(
    current,
    `SELECT photo_size AS photoSize, mime_type AS mimeType, size, privacy
     FROM draft_attachment_file WHERE draft_attachment_id = ? AND privacy IS NOT NULL`,
  ).all(from);
  for (const file of files) {
    statement(
      restored,
      `INSERT INTO draft_attachment_file (draft_attachment_id, photo_size, mime_type, size, privacy)
       VALUES (:to, :photoSize, :mimeType, :size, :privacy)`,
    ).run({ ...file, to });
    const pieces = current
      .prepare<[number, string], { position: number; content: Buffer }>(
        `SELECT position, content FROM draft_attachment_piece
         WHERE draft_attachment_id = ? AND photo_size = ? ORDER BY position`,
      )
      .iterate(from, file.photoSize);
    for (const piece of pieces) {
      statement(
        restored,
        `INSERT INTO draft_attachment_piece (draft_attachment_id, photo_size, position, content)
         VALUES (:to, :photoSize, :position, :content)`,
      ).run({ ...piece, to, photoSize: file.photoSize });
    }
  }
}
