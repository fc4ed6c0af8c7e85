import { setImmediate } from 'node:timers/promises';
import { errorKind } from '../../error-kind.ts';
import type { Log } from '../../log.ts';
import {
  emptyLog,
  forgetWords,
  giveBackPages,
  hasDeletedWords,
} from '../../store/forget-deleted.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import type { CheckpointJob } from '../checkpoint/checkpoint-job.ts';

type Dependencies = {
  readonly db: SectionDatabase;
  readonly log: Log;
  /** One time for all that is deleted shortly after each other, in milliseconds. */
  readonly quietMs?: number;
  readonly checkpoint?: Pick<CheckpointJob, 'whileWriting'>;
  /** Forgets what could be put back until now; in how many ms there is more of it, null for none. */
  readonly forgetRemoved?: () => number | null;
};

export type ForgettingJob = {
  /** Something was deleted. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Words are taken out of the whole index, whether one letter was deleted or a thousand: two seconds'
 * work with 40,000 letters. So it rests for so many times as long as that took, ten minutes at most.
 */
const restFactor = 50;
const longestRestMs = 10 * 60_000;

/**
 * Clears away what is left of deleted mail, drafts and replies, soon after it was deleted. What a
 * lock or a crash cuts short is done after the next start: wake it then.
 */
export function createForgettingJob({
  db,
  log,
  quietMs = 3000,
  checkpoint = { whileWriting: (work) => work(async () => undefined) },
  forgetRemoved = () => null,
}: Dependencies): ForgettingJob {
  let timer: NodeJS.Timeout | null = null;
  let rest: NodeJS.Timeout | null = null;
  let later: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isStopped = false;

  async function forget(): Promise<void> {
    try {
      const more = forgetRemoved();
      if (more !== null) wakeIn(more);
      await checkpoint.whileWriting(async (keepShort) => {
        if (rest === null && hasDeletedWords(db)) {
          const began = performance.now();
          await inSteps(forgetWords(db), keepShort);
          restFor(Math.min(longestRestMs, restFactor * (performance.now() - began)));
        }
        await inSteps(giveBackPages(db), keepShort);
      });
      if (!isStopped && !emptyLog(db)) wake();
    } catch (error) {
      // A full disk, say: what is left is looked for again at the next deletion or start.
      log('forgetting.failed', errorKind(error));
    }
  }

  async function inSteps(work: Generator<void>, keepShort: () => Promise<void>): Promise<void> {
    for (const _ of work) {
      await keepShort();
      await setImmediate();
      if (isStopped) return;
    }
  }

  function restFor(milliseconds: number): void {
    if (isStopped) return;
    rest = setTimeout(() => {
      rest = null;
      wake();
    }, milliseconds);
  }

  function wakeIn(milliseconds: number): void {
    if (isStopped || later !== null) return;
    later = setTimeout(() => {
      later = null;
      wake();
    }, milliseconds);
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
      for (const waiting of [timer, rest, later]) if (waiting !== null) clearTimeout(waiting);
      await running;
    },
  };
}
