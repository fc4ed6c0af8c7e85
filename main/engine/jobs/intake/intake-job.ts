import { setImmediate } from 'node:timers/promises';
import type { MessageId } from '../../../../shared/ids.ts';
import { errorKind } from '../../error-kind.ts';
import type { Log } from '../../log.ts';
import { findQueuedMail } from '../../store/form-queue.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { repeatWhenWoken } from '../repeat-when-woken.ts';

type Dependencies = {
  readonly db: SectionDatabase;
  readonly log: Log;
  readonly takeIn: (messageIds: readonly MessageId[]) => Promise<unknown>;
  /** Some were looked at. */
  readonly changed: () => void;
};

export type IntakeJob = {
  /** Mail has come, or a form was taught. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
};

/** Stored in one transaction: few enough that nobody waits for it. */
const atOnce = 20;

/** After a failure, a full disk perhaps, in milliseconds. */
const retryWait = 60_000;

/** Looks through the mail that waits to be looked through, for registrations. */
export function createIntakeJob({ db, log, takeIn, changed }: Dependencies): IntakeJob {
  let isStopped = false;
  const { wake, stop } = repeatWhenWoken({
    async work() {
      for (;;) {
        const messageIds = isStopped ? [] : findQueuedMail(db, atOnce);
        if (messageIds.length === 0) return null;
        await takeIn(messageIds);
        changed();
        // Whoever waits for the engine goes first.
        await setImmediate();
      }
    },
    failed(error) {
      log('intake.failed', errorKind(error));
      return retryWait;
    },
  });
  return {
    look: wake,
    stop() {
      isStopped = true;
      return stop();
    },
  };
}
