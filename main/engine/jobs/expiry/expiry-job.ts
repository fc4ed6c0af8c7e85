import { setImmediate } from 'node:timers/promises';
import { errorKind } from '../../error-kind.ts';
import type { Log } from '../../log.ts';
import { repeatWhenWoken } from '../repeat-when-woken.ts';

type Dependencies = {
  readonly log: Log;
  /** Gives how many registrations expired; more may be left. */
  readonly expire: () => number;
  readonly changed: () => void;
};

export type ExpiryJob = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
};

/** How often it is looked, in milliseconds; it is a matter of days. */
const interval = 60_000;

/** Ends the waiting of registrations whose members do not answer, while the app runs. */
export function createExpiryJob({ log, expire, changed }: Dependencies): ExpiryJob {
  let isStopped = false;
  const { wake, stop } = repeatWhenWoken({
    async work() {
      while (!isStopped && expire() > 0) {
        changed();
        // Whoever waits for the engine goes first.
        await setImmediate();
      }
      return interval;
    },
    failed(error) {
      // A full disk, say: it is tried again.
      log('expiry.failed', errorKind(error));
      return interval;
    },
  });
  return {
    start: wake,
    stop() {
      isStopped = true;
      return stop();
    },
  };
}
