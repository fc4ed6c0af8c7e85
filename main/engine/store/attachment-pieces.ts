import type { DraftAttachmentId } from '../../../shared/ids.ts';
import { longestPiece, type PhotoSize } from '../../../shared/model/draft-attachment.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** Which file of an attachment: the original, or a smaller one. */
type File = { readonly id: DraftAttachmentId; readonly photoSize: PhotoSize };

const ofFile = 'draft_attachment_id = :id AND photo_size = :photoSize';

/** How many bytes of it are there. */
export function countStoredBytes(db: SectionDatabase, file: File): number {
  const row = statement<{ bytes: number | null }>(
    db,
    `SELECT sum(length(content)) AS bytes FROM draft_attachment_piece WHERE ${ofFile}`,
  ).get(file);
  return row?.bytes ?? 0;
}

export function appendPiece(db: SectionDatabase, file: File, content: Uint8Array): void {
  statement(
    db,
    `INSERT INTO draft_attachment_piece (draft_attachment_id, photo_size, position, content)
     SELECT :id, :photoSize, coalesce(max(position) + 1, 0), :content
     FROM draft_attachment_piece WHERE ${ofFile}`,
  ).run({ ...file, content });
}

/** Null behind the last one. */
export function findPiece(db: SectionDatabase, file: File, position: number): Buffer | null {
  const row = statement<{ content: Buffer }>(
    db,
    `SELECT content FROM draft_attachment_piece WHERE ${ofFile} AND position = :position`,
  ).get({ ...file, position });
  return row?.content ?? null;
}

export function readPieces(db: SectionDatabase, file: File): Buffer {
  const rows = statement<{ content: Buffer }>(
    db,
    `SELECT content FROM draft_attachment_piece WHERE ${ofFile} ORDER BY position`,
  ).all(file);
  return Buffer.concat(rows.map(({ content }) => content));
}

/** Other bytes in their place. The old ones are overwritten with zeros (`secure_delete`). */
export function replacePieces(db: SectionDatabase, file: File, content: Buffer): void {
  statement(db, `DELETE FROM draft_attachment_piece WHERE ${ofFile}`).run(file);
  for (let at = 0; at < content.length; at += longestPiece) {
    appendPiece(db, file, content.subarray(at, at + longestPiece));
  }
}
