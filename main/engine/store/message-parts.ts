import type { FolderId, MessageId } from '../../../shared/ids.ts';
import type { MessagePart } from '../../../shared/model/message.ts';
import { beginningOf } from '../mail/imap/message-print.ts';
import { headDigest } from '../mail/mime/head-digest.ts';
import type { IngestedMessage } from '../mail/mime/ingest-message.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

const ranks: Readonly<Record<MessagePart, number>> = { head: 0, beginning: 1, whole: 2 };

export function isMore(one: MessagePart, than: MessagePart): boolean {
  return ranks[one] > ranks[than];
}

/** Whether of some message a part is missing: most sections have none, and are not asked for more. */
export function hasParts(db: SectionDatabase): boolean {
  return statement(db, `SELECT 1 FROM message WHERE part <> 'whole' LIMIT 1`).get() !== undefined;
}

/** The message at a place. */
export function findAtPlace(db: SectionDatabase, folderId: number, uid: number) {
  return statement<{ id: MessageId; part: MessagePart }>(
    db,
    `SELECT m.id, m.part FROM folder_message fm JOIN message m ON m.id = fm.message_id
     WHERE fm.folder_id = ? AND fm.uid = ?`,
  ).get(folderId, uid);
}

/** The message that a part belongs to, where the whole of it came from another folder. */
export function findWholeOf(db: SectionDatabase, part: IngestedMessage): MessageId | null {
  if (part.headerMessageId === null) return null;
  const alike = statement<{ id: MessageId; deflated: Buffer }>(
    db,
    `SELECT m.id, s.deflated FROM message m JOIN message_source s ON s.message_id = m.id
     WHERE m.header_message_id = :headerMessageId AND m.size = :size AND m.header_date IS :sentAt`,
  ).all({ headerMessageId: part.headerMessageId, size: part.size, sentAt: part.sentAt });
  const same = alike.find(({ deflated }) => headDigest(beginningOf(deflated)) === part.headDigest);
  return same?.id ?? null;
}

/** Puts more of a message in the place of what was here. Inside the caller's transaction. */
export function replacePart(
  db: SectionDatabase,
  id: MessageId,
  ingested: IngestedMessage,
  part: MessagePart,
): void {
  statement(
    db,
    `UPDATE message SET content_hash = ?, snippet = ?, size = ?, automation = ?, attachments = ?,
       part = ? WHERE id = ?`,
  ).run(
    Buffer.from(ingested.contentHash, 'hex'),
    ingested.snippet,
    ingested.size,
    ingested.automation,
    JSON.stringify(ingested.attachments),
    part,
    id,
  );
  statement(db, 'UPDATE message_source SET deflated = ? WHERE message_id = ?').run(
    ingested.compressed,
    id,
  );
  statement(db, 'DELETE FROM message_search WHERE rowid = ?').run(id);
  insertWords(db, id, ingested);
}

export function insertWords(
  db: SectionDatabase,
  id: MessageId,
  { search, searchBody }: Pick<IngestedMessage, 'search' | 'searchBody'>,
): void {
  statement(
    db,
    `INSERT INTO message_search (rowid, subject, people, body, attachments)
     VALUES (?, ?, ?, CAST(? AS TEXT), ?)`,
  ).run(id, search.subject, search.people, searchBody, search.attachments);
}

export type Wanted = {
  /** Milliseconds since the epoch: what came before need not be here. */
  readonly since: number;
  /** Bytes: what is larger need not be here as a whole. */
  readonly upTo: number;
};

/** UIDs of a folder of which more is wanted than is here, newest first. */
export function findWantedUids(
  db: SectionDatabase,
  folderId: FolderId | number,
  { since, upTo }: Wanted,
): number[] {
  return statement<{ uid: number }>(
    db,
    // Begun at the few that are here in part, and not at the folder's many.
    `SELECT fm.uid FROM message m INDEXED BY message_part
     CROSS JOIN folder_message fm ON fm.message_id = m.id
     WHERE m.part <> 'whole' AND m.arrived_at >= :since AND fm.folder_id = :folderId
       AND (m.part = 'head' OR m.size <= :upTo)
     ORDER BY fm.uid DESC`,
  )
    .all({ since, upTo, folderId })
    .map(({ uid }) => uid);
}
