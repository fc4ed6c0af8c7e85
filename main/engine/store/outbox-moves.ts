import type { AppError } from '../../../shared/errors.ts';
import type { OutboxItemId } from '../../../shared/ids.ts';
import type { OutboxState, ServerLook } from '../../../shared/model/outbox-item.ts';
import type { SectionDatabase } from './open-database.ts';
import type { OutboxWait } from './outbox-items.ts';
import { statement } from './statement.ts';

export type OutboxMove = {
  readonly from: readonly OutboxState[];
  readonly to: OutboxState;
  readonly error?: AppError | null;
  readonly retryAt?: number | null;
  /** What it waits for, where it is moved to `waiting`. */
  readonly wait?: OutboxWait;
  /** Since when it is in doubt, where it is moved to `uncertain`. */
  readonly doubtedAt?: number;
  readonly countAttempt?: boolean;
};

/** Compare-and-set: false when the item is not in a state that this move starts from. */
export function moveOutboxItem(db: SectionDatabase, id: OutboxItemId, move: OutboxMove): boolean {
  const { changes } = statement(
    db,
    `UPDATE outbox_item SET state = :to, error = :error, retry_at = :retryAt, waits_for = :waitsFor,
       zone = :zone, doubted_at = :doubtedAt, looked_at = NULL, looked_in = NULL,
       attempts = attempts + :attempt
     WHERE id = :id AND filed = 0 AND state IN (SELECT value FROM json_each(:from))`,
  ).run({
    id,
    to: move.to,
    from: JSON.stringify(move.from),
    error: move.error == null ? null : JSON.stringify(move.error),
    retryAt: move.wait?.until ?? move.retryAt ?? null,
    waitsFor: move.wait?.for ?? null,
    zone: move.wait?.zone ?? null,
    doubtedAt: move.doubtedAt ?? null,
    attempt: move.countAttempt === true ? 1 : 0,
  });
  return changes === 1;
}

/** The longest that anything waits by itself, in milliseconds: for a next try, and to be called back. */
type LongestWaits = { readonly retry: number; readonly undo: number };

/**
 * A clock that was put back leaves items that wait for longer than anything does: those to be tried
 * again are due, those that can be called back wait as long as any. What staff gave a time keeps it.
 */
export function endWaitsBeyond(db: SectionDatabase, { retry, undo }: LongestWaits, now: number) {
  statement(
    db,
    `UPDATE outbox_item SET retry_at = ? WHERE filed = 0 AND state = 'queued'
       AND retry_at > ?`,
  ).run(now, now + retry);
  statement(
    db,
    `UPDATE outbox_item SET retry_at = :latest
     WHERE filed = 0 AND state = 'waiting' AND waits_for = 'undo' AND retry_at > :latest`,
  ).run({ latest: now + undo });
}

/** The app ended while these were with the server: nobody can tell from here whether they left. */
export function markSendingUncertain(db: SectionDatabase, now: number): readonly OutboxItemId[] {
  return statement<{ id: OutboxItemId }>(
    db,
    `UPDATE outbox_item SET state = 'uncertain', retry_at = NULL, doubted_at = ?
     WHERE filed = 0 AND state = 'sending' RETURNING id`,
  )
    .all(now)
    .map(({ id }) => id);
}

/** It was looked for on the server, and was not there. */
export function saveLook(db: SectionDatabase, id: OutboxItemId, { at, folders }: ServerLook): void {
  statement(
    db,
    `UPDATE outbox_item SET looked_at = ?, looked_in = ? WHERE id = ? AND state = 'uncertain'`,
  ).run(at, JSON.stringify(folders), id);
}

/** Its copy is in Sent. */
export function markCopied(db: SectionDatabase, id: OutboxItemId): void {
  statement(db, 'UPDATE outbox_item SET has_copy = 1 WHERE id = ?').run(id);
  endIfDone(db, id);
}

/** Sent to everybody, and its copy filed: the bytes are not needed any more. */
export function endIfDone(db: SectionDatabase, id: OutboxItemId): void {
  const { changes } = statement(
    db,
    `UPDATE outbox_item SET filed = 1, error = NULL, raw = x''
     WHERE id = ? AND state = 'sent' AND has_copy = 1`,
  ).run(id);
  if (changes === 1) {
    statement(db, 'DELETE FROM draft_attachment WHERE outbox_item_id = ?').run(id);
  }
}

export function removeOutboxItem(db: SectionDatabase, id: OutboxItemId): void {
  statement(db, 'DELETE FROM outbox_item WHERE id = ?').run(id);
}
