import { setImmediate } from 'node:timers/promises';
import { errorKind } from '../../error-kind.ts';
import type { Log } from '../../log.ts';
import { forgetDeleted } from '../../store/forget-deleted.ts';
import type { SectionDatabase } from '../../store/open-database.ts';

type Dependencies = { readonly db: SectionDatabase; readonly log: Log };

export type ForgettingJob = {
  /** Something was deleted. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

/** One time for all that is deleted shortly after each other, in milliseconds. */
const quietMs = 3000;

/**
 * Clears away what is left of deleted mail, drafts and replies, soon after it was deleted. What a
 * lock or a crash cuts short is done after the next start: wake it then.
 */
export function createForgettingJob({ db, log }: Dependencies): ForgettingJob {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  async function forget(): Promise<void> {
    try {
      for (const _ of forgetDeleted(db)) {
        await setImmediate();
        if (isStopped) return;
      }
    } catch (error) {
      // A full disk, say: what is left is looked for again at the next deletion or start.
      log('forgetting.failed', errorKind(error));
    }
  }

  function begin(): void {
    timer = null;
    if (running !== null) {
      wake();
      return;
    }
    running = forget().finally(() => {
      running = null;
    });
  }

  function wake(): void {
    if (!isStopped) timer ??= setTimeout(begin, quietMs);
  }

  return {
    wake,
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
