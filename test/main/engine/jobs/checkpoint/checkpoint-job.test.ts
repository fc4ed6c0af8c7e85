import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createCheckpointJob } from '../../../../../main/engine/jobs/checkpoint/checkpoint-job.ts';
import { silentLog } from '../../../../../main/engine/log.ts';
import { logSize } from '../../../../../main/engine/store/copy-log.ts';
import { openDatabase } from '../../../../../main/engine/store/open-database.ts';
import { createStoreThreads } from '../../../../../main/engine/store/store-threads.ts';
import { storeWorkerUrl } from '../../../../../main/engine/store-worker-url.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';

const megabyte = 1024 * 1024;

function withLog() {
  const key = randomBytes(32);
  const path = join(temporaryFolder(), 'section.db');
  const db = openDatabase({ path, key, nativeBinding: null });
  const threads = createStoreThreads({
    workerUrl: storeWorkerUrl,
    nativeBinding: null,
    log: silentLog,
    refused: () => undefined,
  });
  const job = createCheckpointJob({
    ...{ db, path, key, threads, log: silentLog },
    longLog: 4 * megabyte,
  });
  onTestFinished(async () => {
    await job.stop();
    db.close();
  });
  db.exec('CREATE TABLE piece (content BLOB)');
  const write = (megabytes: number) => {
    for (let at = 0; at < megabytes; at += 1)
      db.prepare('INSERT INTO piece VALUES (?)').run(Buffer.alloc(megabyte, at));
  };
  const pieces = () => db.prepare('SELECT count(*) FROM piece').pluck().get();
  const copies = () => db.pragma('wal_autocheckpoint', { simple: true });
  return { db, job, write, pieces, copies };
}

it('has a long log copied by a thread between slices, and copies it as usual afterwards', async () => {
  const { db, job, write, pieces, copies } = withLog();
  const usual = copies();
  await job.whileWriting(async (keepShort) => {
    write(2);
    await keepShort();
    expect(copies()).toBe(0);
    expect(logSize(db)).toBeGreaterThan(2 * megabyte);
    write(3);
    await keepShort();
    expect(logSize(db)).toBe(0);
    write(2);
  });
  expect([logSize(db), pieces(), copies()]).toEqual([0, 7, usual]);
});

it('loses nothing where it is stopped under a copy', async () => {
  const { job, write, pieces } = withLog();
  const working = job.whileWriting(async (keepShort) => {
    write(6);
    await keepShort();
  });
  await job.stop();
  await working;
  expect(pieces()).toBe(6);
});
