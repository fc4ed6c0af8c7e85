import { rm, stat, statfs } from 'node:fs/promises';
import { failure, type Result } from '../../../../shared/errors.ts';
import type { BackupStatus } from '../../../../shared/model/backup.ts';
import type { SectionId } from '../../../../shared/model/section.ts';
import type { Clock } from '../../clock.ts';
import { errorKind } from '../../error-kind.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { recordLeft } from '../../ledger/record-left.ts';
import type { Log } from '../../log.ts';
import { expiredBackups } from '../../policy/expired-backups.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import {
  backupName,
  backupPath,
  databasePath,
  listBackups,
  listCopies,
  removePartialBackups,
} from '../../store/section-files.ts';
import { toFileError } from '../../store/store-error.ts';
import type { StoreRun, StoreThreads } from '../../store/store-threads.ts';
import { partialPath } from '../../store/write-backup.ts';

export type BackupJobDependencies = {
  readonly sectionId: SectionId;
  readonly dataFolder: string;
  /** The one that the section's file was opened with. */
  readonly key: Buffer;
  readonly db: SectionDatabase;
  readonly ledger: Ledger;
  readonly threads: StoreThreads;
  readonly clock: Clock;
  readonly log: Log;
  /** Makes them by itself, daily. */
  readonly isAutomatic: boolean;
  readonly statusChanged: (status: BackupStatus) => void;
};

export type BackupJob = {
  readonly status: () => BackupStatus;
  /** How many files have an older state of the section: its backups, and what was set aside of it. */
  readonly copies: () => number;
  /** Makes one a day from now on, while the app runs, and clears away what a kill left of the last. */
  readonly start: () => void;
  /** Makes one now; `section-busy` while one is made. */
  readonly make: () => Promise<Result<null>>;
  readonly cancel: () => Promise<void>;
  /** Gives up what is under way, and ends when nobody has the section's file open for it any more. */
  readonly stop: () => Promise<void>;
};

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * Whoever has just signed in wants the mail, and the first sync the disk. No longer than that: some
 * lock after a few minutes each time, and are backed up all the same.
 */
const firstWait = minute;

/** How often it is looked whether a day has passed; timers sleep while the computer does. */
const interval = 30 * minute;

const progressInterval = 200;

/** What a backup leaves free on the disk, in bytes, for the drafts and the mail that come meanwhile. */
const reserve = 16 * 1024 * 1024;

/** Copies a section's database into its backup folder, now and daily, and removes what has expired. */
export function createBackupJob(deps: BackupJobDependencies): BackupJob {
  const { sectionId, dataFolder, key, db, ledger, threads, clock, log } = deps;
  const path = databasePath(dataFolder, sectionId);
  let timer: NodeJS.Timeout | null = null;
  let run: StoreRun<null> | null = null;
  let made: Promise<unknown> = Promise.resolve();
  let cancelled: Promise<void> = Promise.resolve();
  let isStopped = false;
  let status: BackupStatus = { sectionId, isRunning: false, done: 0, total: 0, error: null };

  function show(change: Partial<BackupStatus>): void {
    status = { ...status, ...change };
    deps.statusChanged(status);
  }

  async function make(isAutomatic: boolean): Promise<Result<null>> {
    if (status.isRunning) return failure('section-busy');
    show({ isRunning: true, done: 0, total: 0, error: null });
    const making = copy(isAutomatic);
    made = making;
    const result = await making;
    const error = result.ok || result.error.code === 'cancelled' ? null : result.error;
    if (error !== null) log('backup.failed', { section: sectionId, error: error.code });
    show({ isRunning: false, error });
    return result;
  }

  /** On record before there is a file, and in it. */
  async function copy(isAutomatic: boolean): Promise<Result<null>> {
    const file = backupName(clock.now());
    try {
      await cancelled;
      const { size: total } = await stat(path);
      const { bavail, bsize } = await statfs(dataFolder);
      if (bavail * bsize < total + reserve) return failure('disk-full');
      if (isStopped) return failure('cancelled');
      const concerns = recordLeft({ db, ledger }, { kind: 'backup', file, isAutomatic });
      const result = await copyTo(backupPath(dataFolder, sectionId, file), total);
      if (!result.ok) {
        const detail = { concerns, outcome: 'not-done' } as const;
        ledger.write((record) => record({ kind: 'outcome', by: null, target: file, detail }));
      } else await removeExpired();
      return result;
    } catch (error) {
      const known = toFileError(error);
      if (known === null) throw error;
      return { ok: false, error: known };
    }
  }

  async function copyTo(target: string, total: number): Promise<Result<null>> {
    let watch: NodeJS.Timeout | undefined;
    try {
      removePartialBackups(dataFolder, sectionId);
      run = threads.start({ kind: 'backup', path, target }, [key]);
      watch = setInterval(() => void showProgress(target, total), progressInterval);
      return await run.answer;
    } catch (error) {
      const known = toFileError(error);
      if (known === null) throw error;
      return { ok: false, error: known };
    } finally {
      clearInterval(watch);
      run = null;
    }
  }

  /** The copy is a little smaller than its source: free pages are left out. */
  async function showProgress(target: string, total: number): Promise<void> {
    const written = await stat(partialPath(target)).catch(() => null);
    if (written !== null && status.isRunning) {
      show({ done: Math.min(written.size, total), total });
    }
  }

  /** After a newer one is whole, never before. */
  async function removeExpired(): Promise<void> {
    const backups = listBackups(dataFolder, sectionId);
    const times = backups.map(({ at }) => at);
    const expired = new Set(expiredBackups(times, clock.now()));
    for (const { name, at } of backups) {
      if (expired.has(at)) await rm(backupPath(dataFolder, sectionId, name), { force: true });
    }
  }

  /** Where the folder cannot be read as well: the try says why. */
  function isDue(): boolean {
    const now = clock.now();
    try {
      // A clock that was put back leaves some of tomorrow: they do not count.
      const newest = listBackups(dataFolder, sectionId).find(({ at }) => at <= now);
      return newest === undefined || now - newest.at >= day;
    } catch (error) {
      if (toFileError(error) === null) throw error;
      return true;
    }
  }

  /** What a kill or a cancel left. A folder that refuses keeps no section closed: the next backup tells. */
  function clearAway(): void {
    try {
      removePartialBackups(dataFolder, sectionId);
    } catch (error) {
      log('backup.failed', {
        section: sectionId,
        error: toFileError(error)?.code ?? 'unexpected',
      });
    }
  }

  function look(): void {
    timer = setTimeout(look, interval);
    if (!isDue()) return;
    make(true).catch((error: unknown) => log('process.failed', errorKind(error)));
  }

  async function cancel(): Promise<void> {
    if (run !== null) {
      cancelled = run.cancel().then(clearAway);
    }
    await Promise.all([cancelled, made]);
  }

  return {
    status: () => status,
    copies: () => listCopies(dataFolder, sectionId).length,
    start() {
      clearAway();
      if (deps.isAutomatic) timer = setTimeout(look, firstWait);
    },
    make: () => make(false),
    cancel,
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await cancel();
    },
  };
}
