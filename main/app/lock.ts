import { setTimeout as wait } from 'node:timers/promises';
import { errorKind } from '../engine/error-kind.ts';
import type { Log } from '../engine/log.ts';

type Dependencies = {
  /** Asks the page to store what is typed; it answers through `draftsStored`. */
  readonly askForDrafts: () => void;
  /** Ends the engine, and the keys with it, and starts a locked one. */
  readonly renewEngine: () => Promise<void>;
  /** Ends the page's process, and the mail in its memory with it, and loads a fresh page. */
  readonly renewPage: () => Promise<void>;
  /** How long the page may take to hand in its drafts, in ms. */
  readonly patienceMs: number;
  readonly log: Log;
};

export type Lock = {
  /** Locks. Never rejects: nobody who asks for a lock could do anything about it. */
  readonly now: () => Promise<void>;
  /** The page has nothing more to store. */
  readonly draftsStored: () => void;
};

/**
 * The one lock, whoever asks for it: a key, an idle desk, a computer that goes to sleep. First the
 * page hands in what is typed. A page that hangs does not keep the keys alive: the lock goes on
 * without it. So it does when the disk is full and takes no draft: that text is in the memory of the
 * page alone, and lost with it. Staff have seen that it is not saved; mail and keys that stay in
 * memory behind a locked screen would be the greater harm.
 */
export function createLock(deps: Dependencies): Lock {
  let running: Promise<void> | null = null;
  let draftsStored = () => {};

  async function lock(): Promise<void> {
    const stored = new Promise<void>((resolve) => {
      draftsStored = resolve;
    });
    deps.askForDrafts();
    await Promise.race([stored, wait(deps.patienceMs)]);
    // Side by side, and each whatever becomes of the other.
    const results = await Promise.allSettled([deps.renewEngine(), deps.renewPage()]);
    for (const result of results)
      if (result.status === 'rejected') deps.log('lock.failed', errorKind(result.reason));
  }

  return {
    now() {
      running ??= lock().finally(() => {
        running = null;
      });
      return running;
    },
    draftsStored: () => draftsStored(),
  };
}
