import type { AppError } from '../../../shared/errors.ts';
import type { ConversationId, MessageId, OutboxItemId, StaffId } from '../../../shared/ids.ts';
import type { LetterContent } from '../../../shared/model/letter-content.ts';
import type { OutboxItem, OutboxRecipient } from '../../../shared/model/outbox-item.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

export type NewOutboxItem = Pick<
  OutboxItem,
  'conversationId' | 'kind' | 'subject' | 'text' | 'createdAt'
> & {
  /** The one that it is addressed to first comes first. */
  readonly recipients: readonly Pick<OutboxRecipient, 'role' | 'address'>[];
  /** Null for plain text. */
  readonly html: string | null;
  /** Until when it waits, in ms since the epoch, and what for; null to leave at once. */
  readonly wait?: OutboxWait | null;
  /** As in LetterContent. */
  readonly quote: string | null;
  /** From the window: the same one never queues twice. */
  readonly token: string;
  /** What it answers; null when that is not known. */
  readonly messageId: MessageId | null;
  readonly headerMessageId: string;
  readonly mailFrom: string;
  readonly raw: Buffer;
  /** Who wrote it. */
  readonly staffId: StaffId | null;
  readonly staffName: string;
};

export type OutboxWait = {
  readonly for: NonNullable<OutboxItem['waitsFor']>;
  readonly until: number;
  /** The time zone that the time was chosen in; null when none was. */
  readonly zone: string | null;
};

/** What it takes to send an item, or to file its copy. */
export type OutboxMail = {
  readonly id: OutboxItemId;
  readonly headerMessageId: string;
  readonly mailFrom: string;
  readonly recipient: string;
  /** Whom the server is to be asked to take it for: those it has not answered for yet. */
  readonly rcptTo: readonly string[];
  readonly attempts: number;
  readonly createdAt: number;
  /** Since when nobody knows whether it left; null when that is in no doubt. */
  readonly doubtedAt: number | null;
  /** A look on the server that counts was made for it. */
  readonly isLookedFor: boolean;
  readonly raw: Buffer;
  readonly conversationId: ConversationId;
  /** What it answers; null when that is not known, or gone. */
  readonly messageId: MessageId | null;
  /** Who wrote it; null and '' when that is not known. */
  readonly staffId: StaffId | null;
  readonly staffName: string;
};

type Row = Omit<OutboxItem, 'error' | 'recipients' | 'looked'> & {
  readonly error: string | null;
  readonly recipients: string;
  readonly lookedAt: number | null;
  readonly lookedIn: string | null;
};
type MailRow = Omit<OutboxMail, 'rcptTo' | 'isLookedFor'> & {
  readonly rcptTo: string;
  readonly isLookedFor: number;
};

const shown = `SELECT id, conversation_id AS conversationId, kind, state, waits_for AS waitsFor, zone,
  recipient, subject, text, created_at AS createdAt, attempts, retry_at AS retryAt, error,
  looked_at AS lookedAt, looked_in AS lookedIn,
  (SELECT json_group_array(json_object('role', role, 'address', address, 'state', r.state,
      'error', json(r.error)) ORDER BY position, address)
    FROM outbox_recipient r WHERE r.outbox_item_id = o.id) AS recipients
  FROM outbox_item o`;

const mail = `SELECT id, header_message_id AS headerMessageId, mail_from AS mailFrom, recipient,
  attempts, created_at AS createdAt, doubted_at AS doubtedAt,
  looked_at IS NOT NULL AS isLookedFor, raw, conversation_id AS conversationId,
  message_id AS messageId, staff_id AS staffId, staff_name AS staffName,
  (SELECT json_group_array(address ORDER BY position) FROM outbox_recipient r
    WHERE r.outbox_item_id = o.id AND r.state = 'waiting') AS rcptTo
  FROM outbox_item o`;

/** Queues a reply, or gives the one that the same token queued before. */
export function insertOutboxItem(db: SectionDatabase, item: NewOutboxItem): OutboxItem {
  const { recipients, wait, ...columns } = item;
  const inserted = statement(
    db,
    `INSERT INTO outbox_item (token, conversation_id, message_id, header_message_id, kind, state,
       waits_for, zone, recipient, mail_from, subject, text, html, quote, raw, created_at, retry_at,
       staff_id, staff_name)
     VALUES (:token, :conversationId, :messageId, :headerMessageId, :kind, :state, :waitsFor, :zone,
       :recipient, :mailFrom, :subject, :text, :html, :quote, :raw, :createdAt, :retryAt, :staffId,
       :staffName)
     ON CONFLICT (token) DO NOTHING`,
  ).run({
    ...columns,
    recipient: recipients[0]?.address ?? '',
    state: wait == null ? 'queued' : 'waiting',
    waitsFor: wait?.for ?? null,
    zone: wait?.zone ?? null,
    retryAt: wait?.until ?? item.createdAt,
  });
  for (const [position, { role, address }] of (inserted.changes === 1
    ? recipients
    : []
  ).entries()) {
    statement(
      db,
      `INSERT INTO outbox_recipient (outbox_item_id, position, role, address) VALUES (?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ).run(inserted.lastInsertRowid, position, role, address);
  }
  const row = statement<Row>(db, `${shown} WHERE token = ?`).get(item.token);
  if (row === undefined) throw new Error('an inserted row is gone');
  // Its copy and the answers to it belong here, also where the reader's letter had no Message-ID.
  statement(
    db,
    'INSERT OR IGNORE INTO thread_reference (header_message_id, conversation_id) VALUES (?, ?)',
  ).run(item.headerMessageId, item.conversationId);
  return toItem(row);
}

export function findOutboxItem(db: SectionDatabase, id: OutboxItemId): OutboxItem | null {
  const row = statement<Row>(db, `${shown} WHERE id = ?`).get(id);
  return row === undefined ? null : toItem(row);
}

/** The letter that the same token queued before; null for none. */
export function findByToken(db: SectionDatabase, token: string): OutboxItem | null {
  const row = statement<Row>(db, `${shown} WHERE token = ?`).get(token);
  return row === undefined ? null : toItem(row);
}

/** The Message-ID that a letter has; null when there is no such letter. */
export function findHeaderMessageId(db: SectionDatabase, id: OutboxItemId): string | null {
  const row = statement<{ headerMessageId: string }>(
    db,
    'SELECT header_message_id AS headerMessageId FROM outbox_item WHERE id = ?',
  ).get(id);
  return row?.headerMessageId ?? null;
}

/** The message that a reply answers; null when it is gone. */
export function findAnsweredMessage(db: SectionDatabase, id: OutboxItemId): MessageId | null {
  const row = statement<{ messageId: MessageId | null }>(
    db,
    'SELECT message_id AS messageId FROM outbox_item WHERE id = ?',
  ).get(id);
  return row?.messageId ?? null;
}

/** What staff wrote, as it was when it was queued. */
export function findLetter(db: SectionDatabase, id: OutboxItemId): LetterContent | null {
  const item = findOutboxItem(db, id);
  if (item === null) return null;
  const { html, quote } = statement<Pick<LetterContent, 'html' | 'quote'>>(
    db,
    'SELECT html, quote FROM outbox_item WHERE id = ?',
  ).get(id) ?? { html: null, quote: null };
  const addressesOf = (wanted: OutboxRecipient['role']) =>
    item.recipients.filter(({ role }) => role === wanted).map(({ address }) => address);
  // A forward's draft has those that it is addressed to where a reply's has its copies.
  const addressed = item.kind === 'forward' ? addressesOf('to') : [];
  const cc = [...addressed, ...addressesOf('cc')];
  return { text: item.text, html, cc, bcc: addressesOf('bcc'), quote };
}

/** Everything that has not reached its end, oldest first. */
export function findOutboxItems(db: SectionDatabase): OutboxItem[] {
  return statement<Row>(db, `${shown} WHERE filed = 0 ORDER BY id`).all().map(toItem);
}

/** A conversation's replies whose copy is not among its messages yet, oldest first. */
export function findUnfiledOutboxItems(
  db: SectionDatabase,
  conversationId: ConversationId,
): OutboxItem[] {
  return statement<Row>(
    db,
    `${shown} WHERE conversation_id = ? AND NOT EXISTS (
       SELECT 1 FROM message m WHERE m.header_message_id = o.header_message_id) ORDER BY id`,
  )
    .all(conversationId)
    .map(toItem);
}

export function countOutboxItems(db: SectionDatabase): { problems: number; waiting: number } {
  const row = statement<{ problems: number | null; waiting: number | null }>(
    db,
    `SELECT sum(state IN ('failed', 'uncertain')) AS problems,
       sum(state IN ('waiting', 'queued', 'sending')) AS waiting FROM outbox_item WHERE filed = 0`,
  ).get();
  return { problems: row?.problems ?? 0, waiting: row?.waiting ?? 0 };
}

/** What has waited for longest of that whose time has come. */
export function findDueMail(db: SectionDatabase, now: number): OutboxMail | null {
  const row = statement<MailRow>(
    db,
    `${mail} WHERE filed = 0 AND state IN ('queued', 'waiting') AND retry_at <= ?
       ORDER BY retry_at, id LIMIT 1`,
  ).get(now);
  return row === undefined ? null : toMail(row);
}

/** When the next item is due; null when none waits. Milliseconds since the epoch. */
export function findNextDue(db: SectionDatabase): number | null {
  const row = statement<{ at: number | null }>(
    db,
    `SELECT min(retry_at) AS at FROM outbox_item
     WHERE filed = 0 AND state IN ('queued', 'waiting')`,
  ).get();
  return row?.at ?? null;
}

/** Somebody has it, and no copy in Sent is known of. */
export function findMailToFile(db: SectionDatabase): OutboxMail[] {
  return statement<MailRow>(
    db,
    `${mail} WHERE filed = 0 AND has_copy = 0 AND (state = 'sent'
       OR state IN ('queued', 'failed') AND EXISTS (SELECT 1 FROM outbox_recipient r
         WHERE r.outbox_item_id = o.id AND r.state = 'accepted')) ORDER BY id`,
  )
    .all()
    .map(toMail);
}

/** Perhaps sent. */
export function findDoubtfulMail(db: SectionDatabase): OutboxMail[] {
  return statement<MailRow>(db, `${mail} WHERE filed = 0 AND state = 'uncertain' ORDER BY id`)
    .all()
    .map(toMail);
}

function toItem({ lookedAt, lookedIn, ...row }: Row): OutboxItem {
  return {
    ...row,
    recipients: JSON.parse(row.recipients) as OutboxRecipient[],
    error: row.error === null ? null : (JSON.parse(row.error) as AppError),
    looked:
      lookedAt === null || lookedIn === null
        ? null
        : { at: lookedAt, folders: JSON.parse(lookedIn) as string[] },
  };
}

function toMail(row: MailRow): OutboxMail {
  return {
    ...row,
    rcptTo: JSON.parse(row.rcptTo) as string[],
    isLookedFor: row.isLookedFor === 1,
  };
}
