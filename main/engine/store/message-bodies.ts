import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ConversationId, FolderId, MessageId } from '../../../shared/ids.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { MessagePart } from '../../../shared/model/message.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import { headOf } from '../mail/mime/head-digest.ts';
import type { IngestedMessage } from '../mail/mime/ingest-message.ts';
import { toSearchFields } from '../mail/mime/search-fields.ts';
import { refreshConversation } from './conversation-summaries.ts';
import { inTransaction } from './in-transaction.ts';
import { insertWords, isMore, replacePart } from './message-parts.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** A message of which there is more on the server, and where. */
export type PartialMessage = {
  readonly part: MessagePart;
  /** Bytes of the whole. */
  readonly size: number;
  /** Null where no folder of the server's has it. */
  readonly place: { readonly folderId: FolderId; readonly uid: number } | null;
};

export function findPartial(db: SectionDatabase, id: MessageId): PartialMessage | null {
  const row = statement<{
    part: MessagePart;
    size: number;
    folderId: FolderId | null;
    uid: number | null;
  }>(
    db,
    `SELECT m.part, m.size, fm.folder_id AS folderId, fm.uid FROM message m
     LEFT JOIN folder_message fm ON fm.message_id = m.id WHERE m.id = ? LIMIT 1`,
  ).get(id);
  if (row === undefined) return null;
  const { part, size, folderId, uid } = row;
  return { part, size, place: folderId === null || uid === null ? null : { folderId, uid } };
}

/** Keeps more of a message, which somebody asked for. Returns its conversation; null when it is gone. */
export function keepAsked(
  db: SectionDatabase,
  id: MessageId,
  ingested: IngestedMessage,
  part: MessagePart,
  now: number,
): ConversationId | null {
  return inTransaction(db, () => {
    const row = statement<{ conversationId: ConversationId; part: MessagePart }>(
      db,
      'SELECT conversation_id AS conversationId, part FROM message WHERE id = ?',
    ).get(id);
    if (row === undefined) return null;
    if (isMore(part, row.part)) replacePart(db, id, ingested, part);
    statement(db, 'UPDATE message SET asked_at = ? WHERE id = ?').run(now, id);
    refreshConversation(db, row.conversationId);
    return row.conversationId;
  });
}

type OldMessage = {
  readonly id: MessageId;
  readonly subject: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly recipients: string;
  readonly attachments: string;
  readonly deflated: Buffer;
};

type Old = {
  /** Came before, in milliseconds since the epoch. */
  readonly before: number;
  /** And nobody has asked for it since. */
  readonly askedBefore: number;
};

/** Looked at in one go: whoever else wants the store is heard between. */
const atOnce = 200;

export type Dropped = {
  readonly count: number;
  /** Where to go on; null at the end. */
  readonly next: number | null;
};

/**
 * Of old messages that the server has, keeps the heads alone: of a few, in the order of their ids,
 * since an index of what is whole would cost every new letter. A registration that waits for a person
 * stays whole.
 */
export function dropOldBodies(
  db: SectionDatabase,
  after: number,
  { before, askedBefore }: Old,
): Dropped {
  return inTransaction(db, () => {
    const next = after + atOnce;
    const old = statement<OldMessage>(
      db,
      `SELECT m.id, m.subject, m.from_name AS fromName, m.from_address AS fromAddress, m.recipients,
         m.attachments, s.deflated
       FROM message m JOIN message_source s ON s.message_id = m.id
       WHERE m.id > :after AND m.id <= :next AND m.part <> 'head' AND m.arrived_at < :before
         AND (m.asked_at IS NULL OR m.asked_at < :askedBefore)
         AND EXISTS (SELECT 1 FROM folder_message fm WHERE fm.message_id = m.id)
         AND NOT EXISTS (SELECT 1 FROM form_mail w
           WHERE w.message_id = m.id AND w.state = 'unread')`,
    ).all({ after, next, before, askedBefore });
    for (const message of old) dropBody(db, message);
    const more = statement(db, 'SELECT 1 FROM message WHERE id > ? LIMIT 1').get(next);
    return { count: old.length, next: more === undefined ? null : next };
  });
}

function dropBody(db: SectionDatabase, message: OldMessage): void {
  const { id, subject, fromName, fromAddress, deflated } = message;
  const head = Buffer.concat([headOf(inflateRawSync(deflated)), Buffer.from('\r\n\r\n')]);
  const recipients = JSON.parse(message.recipients) as Record<
    'replyTo' | 'to' | 'cc',
    Participant[]
  >;
  statement(db, `UPDATE message SET part = 'head' WHERE id = ?`).run(id);
  statement(db, 'UPDATE message_source SET deflated = ? WHERE message_id = ?').run(
    deflateRawSync(head),
    id,
  );
  statement(db, 'DELETE FROM message_search WHERE rowid = ?').run(id);
  insertWords(db, id, {
    search: toSearchFields({
      ...recipients,
      subject,
      from: [{ name: fromName, address: fromAddress }],
      attachments: JSON.parse(message.attachments) as Attachment[],
    }),
    searchBody: Buffer.alloc(0),
  });
}

/** Messages, and how many of them are here in part. */
export function countBodies(db: SectionDatabase): { messages: number; partial: number } {
  const row = statement<{ messages: number; partial: number }>(
    db,
    `SELECT (SELECT count(*) FROM message) AS messages,
       (SELECT count(*) FROM message WHERE part <> 'whole') AS partial`,
  ).get();
  return row ?? { messages: 0, partial: 0 };
}
