import type { AppError } from '../../../../shared/errors.ts';
import type { ConversationId, MessageId, StaffId } from '../../../../shared/ids.ts';
import type { OutboxItem, OutboxKind, OutboxState } from '../../../../shared/model/outbox-item.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findConversation, findSameMessage } from './find-counterpart.ts';

/** How a reply stands, in every column that the sending of it changes. */
type Standing = {
  readonly token: string;
  readonly state: OutboxState;
  readonly waitsFor: OutboxItem['waitsFor'];
  readonly zone: string | null;
  readonly attempts: number;
  readonly retryAt: number | null;
  readonly error: string | null;
  readonly hasCopy: number;
  readonly filed: number;
  readonly doubtedAt: number | null;
  readonly lookedAt: number | null;
  readonly lookedIn: string | null;
  readonly raw: Buffer;
};

type Reply = Standing & {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId | null;
  readonly headerMessageId: string;
  readonly recipient: string;
  readonly mailFrom: string;
  readonly kind: OutboxKind;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly quote: string | null;
  readonly createdAt: number;
  readonly staffId: StaffId | null;
  readonly staffName: string;
};

const held: AppError = { code: 'restored' };

const standing = `token, state, waits_for AS waitsFor, zone, attempts, retry_at AS retryAt, error,
  has_copy AS hasCopy, filed, doubted_at AS doubtedAt, looked_at AS lookedAt, looked_in AS lookedIn,
  raw`;
const whole = `${standing}, conversation_id AS conversationId, message_id AS messageId,
  header_message_id AS headerMessageId, recipient, mail_from AS mailFrom, kind, subject, text,
  html, quote, created_at AS createdAt, staff_id AS staffId, staff_name AS staffName`;

/**
 * What a reply of the backup becomes. One that the present database knows stands as it does there:
 * what was sent meanwhile is not sent again. One that it does not know was taken back by staff, and
 * waits for their word; where there is nothing to compare with, it may have been sent.
 */
function standingAfter(current: SectionDatabase | null, reply: Standing): Standing {
  const known =
    current &&
    statement<Standing>(current, `SELECT ${standing} FROM outbox_item WHERE token = ?`).get(
      reply.token,
    );
  if (known) return known;
  // A look that was made before the backup says nothing of what was done since.
  if (reply.state === 'uncertain') return { ...reply, lookedAt: null, lookedIn: null };
  const isWaiting = ['waiting', 'queued', 'sending'].includes(reply.state);
  if (!isWaiting && !(current === null && reply.state === 'failed')) return reply;
  const state = current === null ? 'uncertain' : 'failed';
  return {
    ...reply,
    ...{ state, waitsFor: null, zone: null, retryAt: null, error: JSON.stringify(held) },
    ...{ lookedAt: null, lookedIn: null },
  };
}

/** How many of a backup's replies would come back held or uncertain. */
export function countHeldReplies(current: SectionDatabase | null, backup: SectionDatabase): number {
  return unfiled(backup).filter((reply) => {
    const { error } = standingAfter(current, reply);
    return error !== null && error === JSON.stringify(held) && reply.error !== error;
  }).length;
}

/** Run inside the caller's transaction, before anything can send. */
export function settleReplies(current: SectionDatabase | null, restored: SectionDatabase): void {
  for (const reply of unfiled(restored)) {
    // First: a trigger asks who has it.
    if (current !== null) settleRecipients(current, restored, reply.token);
    statement(
      restored,
      `UPDATE outbox_item SET state = :state, waits_for = :waitsFor, zone = :zone,
         attempts = :attempts, retry_at = :retryAt, error = :error, has_copy = :hasCopy,
         filed = :filed, doubted_at = :doubtedAt, looked_at = :lookedAt, looked_in = :lookedIn,
         raw = :raw WHERE token = :token`,
    ).run(standingAfter(current, reply));
  }
}

/** Replies that only the present database has, and that have not reached their end. */
export function findNewerReplies(current: SectionDatabase, backup: SectionDatabase): Reply[] {
  return statement<Reply>(current, `SELECT ${whole} FROM outbox_item WHERE filed = 0 ORDER BY id`)
    .all()
    .filter(({ token }) => {
      const known = statement(backup, 'SELECT 1 FROM outbox_item WHERE token = ?').get(token);
      return known === undefined;
    });
}

export function takeRepliesAlong(current: SectionDatabase, restored: SectionDatabase): void {
  for (const reply of findNewerReplies(current, restored)) {
    const conversationId = findConversation(current, restored, reply.conversationId);
    // Its own Message-ID is a reference, so there is always one.
    if (conversationId === null) throw new Error('a reply without a conversation');
    const { messageId } = reply;
    const answered = messageId === null ? null : findSameMessage(current, restored, messageId);
    const { lastInsertRowid } = statement(
      restored,
      `INSERT INTO outbox_item (token, conversation_id, message_id, header_message_id, state,
         waits_for, zone, recipient, mail_from, kind, subject, text, html, quote, raw, created_at,
         attempts, retry_at, error, has_copy, filed, doubted_at, looked_at, looked_in, staff_id,
         staff_name)
       VALUES (:token, :conversationId, :messageId, :headerMessageId, :state, :waitsFor, :zone,
         :recipient, :mailFrom, :kind, :subject, :text, :html, :quote, :raw, :createdAt, :attempts,
         :retryAt, :error, :hasCopy, :filed, :doubtedAt, :lookedAt, :lookedIn, :staffId, :staffName)`,
    ).run({ ...reply, conversationId, messageId: answered?.messageId ?? null });
    takeRecipientsAlong(current, restored, reply.token, lastInsertRowid);
    statement(
      restored,
      'INSERT OR IGNORE INTO thread_reference (header_message_id, conversation_id) VALUES (?, ?)',
    ).run(reply.headerMessageId, conversationId);
  }
}

/** A row that comes as sent fires no trigger: the server is told of those here. */
export function tellOfSent(restored: SectionDatabase): void {
  statement(
    restored,
    `INSERT OR IGNORE INTO flag_action (folder_id, message_id, flag, is_set)
       SELECT fm.folder_id, fm.message_id, iif(o.kind = 'forward', 'keyword:$Forwarded', 'answered'), 1
       FROM outbox_item o JOIN folder_message fm ON fm.message_id = o.message_id
       JOIN folder f ON f.id = fm.folder_id
       WHERE o.state = 'sent' AND o.filed = 0 AND f.role <> 'sent'`,
  ).run();
}

function unfiled(db: SectionDatabase): Standing[] {
  return statement<Standing>(db, `SELECT ${standing} FROM outbox_item WHERE filed = 0`).all();
}

type StoredRecipient = {
  readonly position: number;
  readonly role: string;
  readonly address: string;
  readonly state: string;
  readonly error: string | null;
};

function recipientsOf(db: SectionDatabase, token: string): StoredRecipient[] {
  return statement<StoredRecipient>(
    db,
    `SELECT position, role, address, r.state, r.error FROM outbox_recipient r
     JOIN outbox_item o ON o.id = r.outbox_item_id WHERE o.token = ?`,
  ).all(token);
}

function takeRecipientsAlong(
  current: SectionDatabase,
  restored: SectionDatabase,
  token: string,
  itemId: number | bigint,
): void {
  for (const recipient of recipientsOf(current, token)) {
    statement(
      restored,
      `INSERT INTO outbox_recipient (outbox_item_id, position, role, address, state, error)
       VALUES (:itemId, :position, :role, :address, :state, :error)`,
    ).run({ ...recipient, itemId });
  }
}

/** Whoever has it by now does not get it again. */
function settleRecipients(
  current: SectionDatabase,
  restored: SectionDatabase,
  token: string,
): void {
  for (const { address, state, error } of recipientsOf(current, token)) {
    statement(
      restored,
      `UPDATE outbox_recipient SET state = :state, error = :error WHERE address = :address
       AND outbox_item_id = (SELECT id FROM outbox_item WHERE token = :token)`,
    ).run({ token, address, state, error });
  }
}
