import type { ConversationId, FolderId, MessageId } from '../../../shared/ids.ts';
import type { Attachment } from '../../../shared/model/attachment.ts';
import type { MessageHeaders, MessagePart } from '../../../shared/model/message.ts';
import type { Participant } from '../../../shared/model/participant.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

type Recipients = {
  readonly replyTo: Participant[];
  readonly to: Participant[];
  readonly cc: Participant[];
};

type Row = Pick<MessageHeaders, 'id' | 'direction' | 'subject' | 'snippet' | 'sentAt' | 'size'> & {
  readonly automation: MessageHeaders['automation'];
  readonly fromName: string;
  readonly fromAddress: string;
  readonly recipients: string;
  readonly attachments: string;
  readonly seen: number;
  readonly folders: string;
  readonly isDraft: number;
  readonly part: MessagePart;
};

/** Letters on their way, which are not letters yet; they are shown where there is nothing else. */
const isDraft = `EXISTS (SELECT 1 FROM message_place p WHERE p.message_id = m.id)
  AND NOT EXISTS (SELECT 1 FROM message_place p WHERE p.message_id = m.id AND p.role <> 'drafts')`;

/** A conversation's messages, oldest first. */
export function findMessages(
  db: SectionDatabase,
  conversationId: ConversationId,
): MessageHeaders[] {
  const rows = statement<Row>(
    db,
    `SELECT id, direction, from_name AS fromName, from_address AS fromAddress, recipients, subject,
       snippet, sent_at AS sentAt, size, automation, attachments, part,
       NOT EXISTS (SELECT 1 FROM folder_message fm WHERE fm.message_id = m.id AND fm.seen = 0) AS seen,
       (SELECT json_group_array(DISTINCT p.folder_id) FROM message_place p
         WHERE p.message_id = m.id AND p.folder_id IS NOT NULL) AS folders,
       ${isDraft} AS isDraft
     FROM message m WHERE conversation_id = ? ORDER BY sent_at, id`,
  ).all(conversationId);
  const letters = rows.filter((row) => row.isDraft === 0);
  return (letters.length > 0 ? letters : rows).map(toHeaders);
}

/** What a reply needs of the message that it answers. */
export type ReplyThread = {
  readonly conversationId: ConversationId;
  readonly headerMessageId: string | null;
  readonly references: readonly string[];
};

export function findReplyThread(db: SectionDatabase, id: MessageId): ReplyThread | null {
  const row = statement<{
    conversationId: ConversationId;
    headerMessageId: string | null;
    referenceIds: string;
  }>(
    db,
    `SELECT conversation_id AS conversationId, header_message_id AS headerMessageId,
       reference_ids AS referenceIds FROM message WHERE id = ?`,
  ).get(id);
  if (row === undefined) return null;
  const { referenceIds, ...thread } = row;
  return { ...thread, references: JSON.parse(referenceIds) as string[] };
}

export function findDirection(
  db: SectionDatabase,
  id: MessageId,
): MessageHeaders['direction'] | null {
  const row = statement<Pick<MessageHeaders, 'direction'>>(
    db,
    'SELECT direction FROM message WHERE id = ?',
  ).get(id);
  return row?.direction ?? null;
}

export function findConversationOf(db: SectionDatabase, id: MessageId): ConversationId | null {
  const row = statement<{ id: ConversationId }>(
    db,
    'SELECT conversation_id AS id FROM message WHERE id = ?',
  ).get(id);
  return row?.id ?? null;
}

/** Whom a message is from, and whether that is us; null when there is no such message. */
export function findSender(db: SectionDatabase, id: MessageId) {
  const row = statement<{ address: string; direction: MessageHeaders['direction'] }>(
    db,
    'SELECT from_address AS address, direction FROM message WHERE id = ?',
  ).get(id);
  return row ?? null;
}

export function findAttachments(db: SectionDatabase, id: MessageId): readonly Attachment[] {
  const row = statement<{ attachments: string }>(
    db,
    'SELECT attachments FROM message WHERE id = ?',
  ).get(id);
  return row === undefined ? [] : (JSON.parse(row.attachments) as Attachment[]);
}

/** The raw message as raw deflate, or null when there is no such message. */
export function findDeflatedSource(db: SectionDatabase, id: MessageId): Buffer | null {
  const row = statement<{ deflated: Buffer }>(
    db,
    'SELECT deflated FROM message_source WHERE message_id = ?',
  ).get(id);
  return row?.deflated ?? null;
}

function toHeaders(row: Row): MessageHeaders {
  const {
    fromName,
    fromAddress,
    recipients,
    attachments,
    seen,
    folders,
    isDraft: _,
    ...rest
  } = row;
  return {
    ...rest,
    from: { name: fromName, address: fromAddress },
    ...(JSON.parse(recipients) as Recipients),
    attachments: JSON.parse(attachments) as Attachment[],
    seen: seen === 1,
    folderIds: JSON.parse(folders) as FolderId[],
  };
}
