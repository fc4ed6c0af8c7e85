import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { OutboxItemId } from '../../../../shared/ids.ts';
import type { Draft } from '../../../../shared/model/draft.ts';
import type { OutboxItem, Schedule } from '../../../../shared/model/outbox-item.ts';
import { errorKind } from '../../error-kind.ts';
import { findNextDue, findOutboxItem } from '../../store/outbox-items.ts';
import { repeatWhenWoken } from '../repeat-when-woken.ts';
import { type DecidingOnItem, decideOnItem } from './decide-on-item.ts';
import { doubtSending } from './doubt-sending.ts';
import type { OutboxDependencies } from './outbox-dependencies.ts';
import { sendDue } from './send-due.ts';
import { takeBack } from './take-back.ts';
import { tendMailbox } from './tend-mailbox.ts';

export type OutboxJob = {
  readonly start: () => void;
  /** There may be something to send. */
  readonly wake: () => void;
  /** Something was put into it. */
  readonly added: () => void;
  /** There is about to be something to send at once. */
  readonly makeReady: () => void;
  readonly retry: (id: OutboxItemId) => Result<OutboxItem>;
  readonly reschedule: (id: OutboxItemId, schedule: Schedule) => Result<OutboxItem>;
  /** Takes a letter that nobody has back into its conversation's draft; null where it has none. */
  readonly withdraw: (id: OutboxItemId) => Result<Draft | null>;
  readonly dismiss: (id: OutboxItemId) => Result<null>;
  readonly settle: (id: OutboxItemId, decision: 'was-sent' | 'send-again') => Result<null>;
  /** Takes back what has not been handed over, and ends after what has. */
  readonly stop: () => Promise<void>;
};

/** How long until what a full disk, say, kept from being done is tried again, in milliseconds. */
const failureRetry = 60_000;

/** Sends what is due, one at a time, and files the copies. Never sends twice what may have left. */
export function createOutboxJob(deps: OutboxDependencies): OutboxJob {
  const { db, clock } = deps;
  const stopping = new AbortController();
  let unwritten: (() => void) | null = null;

  function failed(error: unknown): number {
    // A full disk, say: what is queued stays queued, and is tried again.
    deps.log('outbox.failed', errorKind(error));
    return failureRetry;
  }

  const sending = repeatWhenWoken({
    failed,
    async work() {
      settle(unwritten);
      await sendDue(deps, stopping.signal, settle);
      const due = findNextDue(db);
      return due === null ? null : Math.max(0, due - clock.now());
    },
  });
  // By itself: nobody's letter waits until the copy of another is filed.
  const tending = repeatWhenWoken({ failed, work: () => tendMailbox(deps, stopping.signal) });

  /** Kept until the disk has taken it, and tried again before anything else is sent. */
  function settle(write: (() => void) | null): void {
    unwritten = write;
    write?.();
    unwritten = null;
    if (write !== null) tending.wake();
  }

  function wake(): void {
    sending.wake();
    tending.wake();
  }

  function decide(id: OutboxItemId, decision: DecidingOnItem): Result<OutboxItem> {
    const before = findOutboxItem(db, id);
    if (before === null) return failure('not-found');
    const refusal = decideOnItem(deps, before, decision);
    if (refusal !== null) return failure(refusal);
    deps.changed();
    wake();
    return success(findOutboxItem(db, id) ?? before);
  }

  function done(result: Result<unknown>): Result<null> {
    return result.ok ? success(null) : result;
  }

  return {
    start() {
      // What this very job is sending is in no doubt.
      if (!sending.isAtIt() && doubtSending(deps)) deps.changed();
      wake();
    },
    wake,
    added() {
      // The letter first: whoever hears of the change has work of their own.
      wake();
      deps.changed();
    },
    makeReady() {
      const account = deps.account();
      if (account !== null && !stopping.signal.aborted) deps.sender.makeReady(account.smtp);
    },
    retry: (id) => decide(id, { kind: 'send-now' }),
    reschedule: (id, schedule) => decide(id, { kind: 'reschedule', schedule }),
    dismiss: (id) => done(decide(id, { kind: 'dismiss' })),
    settle: (id, decision) => done(decide(id, { kind: decision })),
    withdraw(id) {
      const taken = takeBack(deps, id);
      if (taken.ok) deps.changed();
      return taken;
    },
    async stop() {
      stopping.abort();
      deps.sender.close();
      await Promise.all([sending.stop(), tending.stop()]);
    },
  };
}
