import type { Log } from '../../log.ts';
import { logSize, setCopiesItself } from '../../store/copy-log.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import type { StoreRun, StoreThreads } from '../../store/store-threads.ts';

type Dependencies = {
  readonly db: SectionDatabase;
  readonly path: string;
  readonly key: Buffer;
  readonly threads: StoreThreads;
  readonly log: Log;
  /** Bytes: what a thread costs to begin is little beside copying as much. */
  readonly longLog?: number;
};

export type CheckpointJob = {
  /**
   * Long work in slices, of which none copies the log: to copy one of the usual length is a pause of
   * a third of a second. Between slices it waits for `keepShort`, in which a thread does, when the
   * log is long.
   */
  readonly whileWriting: <T>(work: (keepShort: () => Promise<void>) => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
};

/** Bytes: as much is copied unnoticed. */
const shortLog = 1024 * 1024;

/** Copies the write-ahead log in a thread while much is written. */
export function createCheckpointJob({
  db,
  path,
  key,
  threads,
  log,
  longLog = 64 * 1024 * 1024,
}: Dependencies): CheckpointJob {
  let run: StoreRun<null> | null = null;
  let writers = 0;
  let isStopped = false;
  /** Of a log that a reader kept from being emptied: it is not tried again at every slice. */
  let left = 0;

  async function copy(): Promise<void> {
    if (isStopped) return;
    run ??= threads.start({ kind: 'checkpoint', path }, [key]);
    const { answer } = run;
    const copied = await answer;
    run = null;
    if (!db.open) return;
    left = logSize(db);
    if (!copied.ok && copied.error.code !== 'cancelled')
      log('checkpoint.failed', { error: copied.error.code });
  }

  return {
    async whileWriting(work) {
      writers += 1;
      setCopiesItself(db, false);
      try {
        return await work(async () => {
          if (db.open && logSize(db) > left + longLog) await copy();
        });
      } finally {
        writers -= 1;
        if (db.open && logSize(db) > left + shortLog) await copy();
        if (db.open && writers === 0) setCopiesItself(db, true);
      }
    },
    async stop() {
      isStopped = true;
      await run?.cancel();
    },
  };
}
