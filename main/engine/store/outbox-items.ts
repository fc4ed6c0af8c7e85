import type { AppError } from '../../../shared/errors.ts';
import type { ConversationId, MessageId, OutboxItemId, StaffId } from '../../../shared/ids.ts';
import type { LetterContent } from '../../../shared/model/letter-content.ts';
import type {
  OutboxItem,
  OutboxRecipient,
  OutboxState,
} from '../../../shared/model/outbox-item.ts';
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
  readonly raw: Buffer;
  readonly conversationId: ConversationId;
  /** What it answers; null when that is not known, or gone. */
  readonly messageId: MessageId | null;
  /** Who wrote it; null and '' when that is not known. */
  readonly staffId: StaffId | null;
  readonly staffName: string;
};

type Row = Omit<OutboxItem, 'error' | 'recipients'> & {
  readonly error: string | null;
  readonly recipients: string;
};
type MailRow = Omit<OutboxMail, 'rcptTo'> & { readonly rcptTo: string };

const shown = `SELECT id, conversation_id AS conversationId, kind, state, recipient, subject, text,
  created_at AS createdAt, attempts, retry_at AS retryAt, error,
  (SELECT json_group_array(json_object('role', role, 'address', address, 'state', r.state,
      'error', json(r.error)) ORDER BY role = 'to' DESC, role = 'cc' DESC, address)
    FROM outbox_recipient r WHERE r.outbox_item_id = o.id) AS recipients
  FROM outbox_item o`;

const mail = `SELECT id, header_message_id AS headerMessageId, mail_from AS mailFrom, recipient,
  attempts, created_at AS createdAt, raw, conversation_id AS conversationId,
  message_id AS messageId, staff_id AS staffId, staff_name AS staffName,
  (SELECT json_group_array(address) FROM outbox_recipient r
    WHERE r.outbox_item_id = o.id AND r.state = 'waiting') AS rcptTo
  FROM outbox_item o`;

/** Queues a reply, or gives the one that the same token queued before. */
export function insertOutboxItem(db: SectionDatabase, item: NewOutboxItem): OutboxItem {
  const { recipients, ...columns } = item;
  const inserted = statement(
    db,
    `INSERT INTO outbox_item (token, conversation_id, message_id, header_message_id, kind, state,
       recipient, mail_from, subject, text, html, raw, created_at, retry_at, staff_id, staff_name)
     VALUES (:token, :conversationId, :messageId, :headerMessageId, :kind, 'queued', :recipient,
       :mailFrom, :subject, :text, :html, :raw, :createdAt, :createdAt, :staffId, :staffName)
     ON CONFLICT (token) DO NOTHING`,
  ).run({ ...columns, recipient: recipients[0]?.address ?? '' });
  for (const { role, address } of inserted.changes === 1 ? recipients : []) {
    statement(
      db,
      `INSERT INTO outbox_recipient (outbox_item_id, role, address) VALUES (?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ).run(inserted.lastInsertRowid, role, address);
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

/** The same token has queued a letter before. */
export function isQueued(db: SectionDatabase, token: string): boolean {
  return statement(db, 'SELECT 1 FROM outbox_item WHERE token = ?').get(token) !== undefined;
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
  const { html } = statement<{ html: string | null }>(
    db,
    'SELECT html FROM outbox_item WHERE id = ?',
  ).get(id) ?? { html: null };
  const addressesOf = (wanted: OutboxRecipient['role']) =>
    item.recipients.filter(({ role }) => role === wanted).map(({ address }) => address);
  // A forward's draft has those that it is addressed to where a reply's has its copies.
  const addressed = item.kind === 'forward' ? addressesOf('to') : [];
  const cc = [...addressed, ...addressesOf('cc')];
  return { text: item.text, html, cc, bcc: addressesOf('bcc') };
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
       sum(state IN ('queued', 'sending')) AS waiting FROM outbox_item WHERE filed = 0`,
  ).get();
  return { problems: row?.problems ?? 0, waiting: row?.waiting ?? 0 };
}

/** The oldest queued item whose time has come. */
export function findDueMail(db: SectionDatabase, now: number): OutboxMail | null {
  const row = statement<MailRow>(
    db,
    `${mail} WHERE state = 'queued' AND retry_at <= ? ORDER BY retry_at, id LIMIT 1`,
  ).get(now);
  return row === undefined ? null : toMail(row);
}

/** When the next queued item is due; null when none waits. Milliseconds since the epoch. */
export function findNextDue(db: SectionDatabase): number | null {
  const row = statement<{ at: number | null }>(
    db,
    `SELECT min(retry_at) AS at FROM outbox_item WHERE state = 'queued'`,
  ).get();
  return row?.at ?? null;
}

/** A clock that was put back leaves items that wait for longer than anything does: they are due. */
export function endWaitsBeyond(db: SectionDatabase, latest: number, now: number): void {
  statement(db, `UPDATE outbox_item SET retry_at = ? WHERE state = 'queued' AND retry_at > ?`).run(
    now,
    latest,
  );
}

/** Sent, or perhaps sent, with no copy in Sent that we know of. */
export function findMailToFile(
  db: SectionDatabase,
  state: Extract<OutboxState, 'sent' | 'uncertain'>,
): OutboxMail[] {
  return statement<MailRow>(db, `${mail} WHERE filed = 0 AND state = ? ORDER BY id`)
    .all(state)
    .map(toMail);
}

export type OutboxMove = {
  readonly from: readonly OutboxState[];
  readonly to: OutboxState;
  readonly error?: AppError | null;
  readonly retryAt?: number | null;
  readonly countAttempt?: boolean;
};

/** Compare-and-set: false when the item is not in a state that this move starts from. */
export function moveOutboxItem(db: SectionDatabase, id: OutboxItemId, move: OutboxMove): boolean {
  const { changes } = statement(
    db,
    `UPDATE outbox_item SET state = :to, error = :error, retry_at = :retryAt,
       attempts = attempts + :attempt
     WHERE id = :id AND filed = 0 AND state IN (SELECT value FROM json_each(:from))`,
  ).run({
    id,
    to: move.to,
    from: JSON.stringify(move.from),
    error: move.error == null ? null : JSON.stringify(move.error),
    retryAt: move.retryAt ?? null,
    attempt: move.countAttempt === true ? 1 : 0,
  });
  return changes === 1;
}

/** Its copy is in Sent. The bytes are not needed twice. */
export function markFiled(db: SectionDatabase, id: OutboxItemId): void {
  statement(
    db,
    `UPDATE outbox_item SET filed = 1, state = 'sent', error = NULL, raw = x'' WHERE id = ?`,
  ).run(id);
}

/** The app ended while these were with the server: nobody can tell from here whether they left. */
export function markSendingUncertain(db: SectionDatabase): readonly OutboxItemId[] {
  return statement<{ id: OutboxItemId }>(
    db,
    `UPDATE outbox_item SET state = 'uncertain', retry_at = NULL WHERE state = 'sending'
     RETURNING id`,
  )
    .all()
    .map(({ id }) => id);
}

export function removeOutboxItem(db: SectionDatabase, id: OutboxItemId): void {
  statement(db, 'DELETE FROM outbox_item WHERE id = ?').run(id);
}

function toItem(row: Row): OutboxItem {
  return {
    ...row,
    recipients: JSON.parse(row.recipients) as OutboxRecipient[],
    error: row.error === null ? null : (JSON.parse(row.error) as AppError),
  };
}

function toMail(row: MailRow): OutboxMail {
  return { ...row, rcptTo: JSON.parse(row.rcptTo) as string[] };
}
