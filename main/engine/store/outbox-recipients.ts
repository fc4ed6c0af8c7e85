import type { AppError } from '../../../shared/errors.ts';
import type { OutboxItemId } from '../../../shared/ids.ts';
import type { OutboxRecipient } from '../../../shared/model/outbox-item.ts';
import type { SectionDatabase } from './open-database.ts';
import { statement } from './statement.ts';

/** What the server said of one recipient that it did not take a letter for. */
export type RecipientRefusal = {
  readonly address: string;
  /** RFC 5321 4.2.1: 5yz is final, 4yz may be tried again. */
  readonly isPermanent: boolean;
  readonly error: AppError;
};

/** Those that were refused for now stay waiting, with the server's words. */
export function refuseRecipients(
  db: SectionDatabase,
  id: OutboxItemId,
  refusals: readonly RecipientRefusal[],
): void {
  for (const { address, isPermanent, error } of refusals) {
    statement(
      db,
      `UPDATE outbox_recipient SET state = :state, error = :error
       WHERE outbox_item_id = :id AND address = :address AND state = 'waiting'`,
    ).run({
      id,
      address,
      state: isPermanent ? 'refused' : 'waiting',
      error: JSON.stringify(error),
    });
  }
}

/** Everybody whom the server was last asked for, and did not refuse then, has it. */
export function acceptRecipients(db: SectionDatabase, id: OutboxItemId): void {
  statement(
    db,
    `UPDATE outbox_recipient SET state = 'accepted' WHERE outbox_item_id = ?
     AND state = 'waiting' AND error IS NULL`,
  ).run(id);
}

/** What the server said of those who wait was said the last time. */
export function askAnew(db: SectionDatabase, id: OutboxItemId): void {
  moveRecipients(db, id, 'waiting', 'waiting');
}

/** From one state to another, whatever was said of them. */
export function moveRecipients(
  db: SectionDatabase,
  id: OutboxItemId,
  from: OutboxRecipient['state'],
  to: OutboxRecipient['state'],
): void {
  statement(
    db,
    `UPDATE outbox_recipient SET state = :to, error = iif(:to = 'waiting', NULL, error)
     WHERE outbox_item_id = :id AND state = :from`,
  ).run({ id, from, to });
}

/** The Message-ID of a letter that whoever it is addressed to does not have; null where somebody does. */
export function findUndeliveredId(db: SectionDatabase, id: OutboxItemId): string | null {
  const row = statement<{ headerMessageId: string }>(
    db,
    `SELECT header_message_id AS headerMessageId FROM outbox_item o
     WHERE id = ? AND NOT EXISTS (SELECT 1 FROM outbox_recipient r
       WHERE r.outbox_item_id = o.id AND r.role = 'to' AND r.state = 'accepted')`,
  ).get(id);
  return row?.headerMessageId ?? null;
}

export type RecipientStandings = {
  readonly waiting: number;
  readonly accepted: number;
  readonly refused: number;
};

export function countRecipients(db: SectionDatabase, id: OutboxItemId): RecipientStandings {
  const row = statement<RecipientStandings>(
    db,
    `SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
       count(*) FILTER (WHERE state = 'accepted') AS accepted,
       count(*) FILTER (WHERE state = 'refused') AS refused
     FROM outbox_recipient WHERE outbox_item_id = ?`,
  ).get(id);
  return row ?? { waiting: 0, accepted: 0, refused: 0 };
}
