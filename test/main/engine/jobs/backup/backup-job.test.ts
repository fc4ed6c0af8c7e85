import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createBackupJob } from '../../../../../main/engine/jobs/backup/backup-job.ts';
import { silentLog } from '../../../../../main/engine/log.ts';
import { openSection } from '../../../../../main/engine/services/open-section.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { createStoreThreads } from '../../../../../main/engine/store/store-threads.ts';
import { storeWorkerUrl } from '../../../../../main/engine/store-worker-url.ts';
import type { BackupStatus } from '../../../../../shared/model/backup.ts';
import { sectionLedger } from '../../../../support/section-ledger.ts';
import { storeLetter } from '../../../../support/stored-letter.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { waitFor } from '../../../../support/wait-for.ts';

const sectionId = 'members' as const;
const day = 24 * 60 * 60 * 1000;

/** A section with one letter in a folder of its own, and a job with a clock that the test moves. */
function backups(dataFolder = temporaryFolder(), isAutomatic = false) {
  const key = randomBytes(32);
  let at = Date.UTC(2026, 10, 24, 9);
  const opening = openSection({ dataFolder, nativeBinding: null, now: () => at }, sectionId, [key]);
  if (!opening.ok) throw new Error(opening.error.code);
  const { db } = opening;
  storeLetter(db, { subject: 'About the ferry' });
  const statuses: BackupStatus[] = [];
  const job = createBackupJob({
    sectionId,
    dataFolder,
    key,
    db,
    ledger: sectionLedger(db),
    threads: createStoreThreads({
      workerUrl: storeWorkerUrl,
      nativeBinding: null,
      log: silentLog,
      refused: () => undefined,
    }),
    clock: { now: () => at },
    log: silentLog,
    isAutomatic,
    statusChanged: (status) => void statuses.push(status),
  });
  onTestFinished(async () => {
    await job.stop();
    db.close();
  });
  const folder = join(dataFolder, 'backups', sectionId);
  const files = () => (existsSync(folder) ? readdirSync(folder).sort() : []);
  const pass = (milliseconds: number) => {
    at += milliseconds;
  };
  return { key, db, job, statuses, folder, files, pass };
}

/** Enough that a copy takes a while. */
function fill({ db }: ReturnType<typeof backups>, megabytes: number): void {
  db.exec('CREATE TABLE ballast (content BLOB)');
  const insert = db.prepare('INSERT INTO ballast VALUES (?)');
  db.transaction(() => {
    for (let index = 0; index < megabytes; index += 1) insert.run(randomBytes(1_000_000));
  })();
}

/** A disk of its own, so that it can be full or not be written to. */
function smallDisk(options: string): string {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

const canMount = process.getuid?.() === 0 && process.platform === 'linux';

it('writes a copy that opens with the key of the section, and with no other, nor without', async () => {
  const section = backups();
  expect(await section.job.make()).toEqual({ ok: true, value: null });
  const [file = ''] = section.files();
  expect(section.files()).toEqual(['2026-11-24T09-00-00-000Z.db']);
  const path = join(section.folder, file);
  const subjects = (key: Buffer) => {
    const db = openDatabase({ path, key, nativeBinding: null, keepsJournal: true });
    try {
      return db.prepare('SELECT subject FROM message').pluck().all();
    } finally {
      db.close();
    }
  };
  expect(subjects(section.key)).toEqual(['About the ferry']);
  expect(() => subjects(randomBytes(32))).toThrow('file is not a database');
  expect(readFileSync(path).includes('SQLite format 3')).toBe(false);
  expect(readFileSync(path).includes('ferry')).toBe(false);
});

it('tells how far it is, and lets the section be written to meanwhile', async () => {
  const section = backups();
  fill(section, 80);
  const made = section.job.make();
  expect((await section.job.make()).ok).toBe(false);
  let written = 0;
  let isDone = false;
  void made.then(() => {
    isDone = true;
  });
  while (!isDone) {
    section.db.prepare('INSERT INTO ballast VALUES (?)').run('more');
    written += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(await made).toMatchObject({ ok: true });
  expect(written).toBeGreaterThan(10);
  const shares = section.statuses.filter(({ isRunning }) => isRunning).map(({ done }) => done);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect(section.statuses.at(-1)).toMatchObject({ isRunning: false, error: null });
});

it('leaves nothing of one that is cancelled, and says no error', async () => {
  const section = backups();
  fill(section, 80);
  const made = section.job.make();
  await waitFor('the partial file', () => section.files().length > 0);
  await section.job.cancel();
  expect(await made).toEqual({ ok: false, error: { code: 'cancelled' } });
  const entries = section.db
    .prepare('SELECT kind, detail FROM chain_entry ORDER BY sequence')
    .all();
  expect(entries.slice(-2)).toMatchObject([
    { kind: 'backup' },
    { kind: 'outcome', detail: expect.stringContaining('not-done') },
  ]);
  expect(section.files()).toEqual([]);
  expect(section.job.status()).toMatchObject({ isRunning: false, error: null });
  expect(await section.job.make()).toMatchObject({ ok: true });
});

it('removes what a kill left of the last one', async () => {
  const section = backups();
  mkdirSync(section.folder, { recursive: true });
  for (const suffix of ['', '-journal']) {
    writeFileSync(join(section.folder, `2026-11-23T09-00-00-000Z.db.new${suffix}`), 'half');
  }
  await section.job.make();
  expect(section.files()).toEqual(['2026-11-24T09-00-00-000Z.db']);
});

it('leaves alone a backup that is getting another key meanwhile', async () => {
  const section = backups();
  mkdirSync(section.folder, { recursive: true });
  const copy = '2026-11-23T09-00-00-000Z.db.rekey';
  for (const suffix of ['', '-journal']) writeFileSync(join(section.folder, copy + suffix), 'half');
  section.job.start();
  await section.job.make();
  await section.job.cancel();
  expect(section.files()).toEqual([copy, `${copy}-journal`, '2026-11-24T09-00-00-000Z.db']);
});

it('removes an expired one after a newer one is whole, and none when that failed', async () => {
  const section = backups();
  for (let count = 0; count < 12; count += 1) {
    await section.job.make();
    section.pass(day);
  }
  const kept = section.files();
  expect(kept.length).toBeLessThan(12);
  // What stands in the way of the next one.
  const next = '2026-12-06T09-00-00-000Z.db.new-journal';
  mkdirSync(join(section.folder, next, 'in-the-way'), { recursive: true });
  expect(await section.job.make()).toMatchObject({ ok: false });
  expect(section.job.status().error?.code).toBe('disk-failed');
  rmSync(join(section.folder, next), { recursive: true });
  expect(section.files()).toEqual(kept);
});

it('makes one soon after the sign-in, unless the last is younger than a day', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const section = backups(temporaryFolder(), true);
  section.job.start();
  const minutes = async (count: number) => {
    section.pass(count * 60_000);
    vi.advanceTimersByTime(count * 60_000);
    // A copy is made by a real thread.
    while (section.job.status().isRunning) await new Promise((resolve) => setImmediate(resolve));
  };
  await minutes(0.5);
  expect(section.files()).toHaveLength(0);
  await minutes(1);
  expect(section.files()).toHaveLength(1);
  for (let half = 0; half < 40; half += 1) await minutes(30);
  expect(section.files()).toHaveLength(1);
  for (let half = 0; half < 10; half += 1) await minutes(30);
  expect(section.files()).toHaveLength(2);
});

it.runIf(canMount)('says that the disk is full, and keeps the older ones', async () => {
  const disk = smallDisk('size=300m');
  const section = backups(disk);
  await section.job.make();
  const kept = section.files();
  section.pass(1000);
  fill(section, 80);
  const made = section.job.make();
  await waitFor('the partial file', () => section.files().length > 1);
  // Somebody else takes all the room.
  expect(() => writeFileSync(join(disk, 'film'), Buffer.alloc(300_000_000))).toThrow('ENOSPC');
  expect(await made).toMatchObject({ error: { code: 'disk-full' } });
  expect(section.files()).toEqual(kept);
  expect(section.job.status()).toMatchObject({ error: { code: 'disk-full' } });
  rmSync(join(disk, 'film'));
});

it.runIf(canMount)('leaves room on the disk for what is written meanwhile', async () => {
  const section = backups(smallDisk('size=40m'));
  fill(section, 8);
  section.db.pragma('wal_checkpoint(TRUNCATE)');
  expect(await section.job.make()).toMatchObject({ ok: true });
  section.pass(1000);
  writeFileSync(join(section.folder, 'something else'), Buffer.alloc(10_000_000));
  expect(await section.job.make()).toMatchObject({ error: { code: 'disk-full' } });
  expect(section.files()).toHaveLength(2);
});

it('says what is wrong with the folder, and keeps nothing else from working', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const dataFolder = temporaryFolder();
  const section = backups(dataFolder, true);
  mkdirSync(join(dataFolder, 'backups'));
  writeFileSync(section.folder, 'no folder');
  section.job.start();
  vi.advanceTimersByTime(60_000);
  while (section.job.status().isRunning) await new Promise((resolve) => setImmediate(resolve));
  expect(section.job.status().error).toMatchObject({ code: 'disk-failed' });
});

it.runIf(canMount)('says that the folder cannot be written to', async () => {
  const dataFolder = temporaryFolder();
  const section = backups(dataFolder);
  const backupFolder = join(dataFolder, 'backups');
  mkdirSync(backupFolder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', backupFolder]);
  onTestFinished(() => void execFileSync('umount', ['-l', backupFolder]));
  expect(await section.job.make()).toMatchObject({ error: { code: 'disk-read-only' } });
});
