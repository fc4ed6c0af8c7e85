import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  createForgettingJob,
  type ForgettingJob,
} from '../../../../../main/engine/jobs/forgetting/forgetting-job.ts';
import { silentLog } from '../../../../../main/engine/log.ts';
import { removeUids } from '../../../../../main/engine/store/folder-messages.ts';
import { keepFolder } from '../../../../../main/engine/store/folders.ts';
import { hasDeletedWords } from '../../../../../main/engine/store/forget-deleted.ts';
import { removeOrphans } from '../../../../../main/engine/store/lost-places.ts';
import { migrate } from '../../../../../main/engine/store/migrate.ts';
import {
  openDatabase,
  type SectionDatabase,
} from '../../../../../main/engine/store/open-database.ts';
import { storeMessages } from '../../../../../main/engine/store/store-messages.ts';
import { ingestedMessage } from '../../../../support/ingested-message.ts';
import { temporaryFolder } from '../../../../support/temporary-folder.ts';
import { waitFor } from '../../../../support/wait-for.ts';

type Section = {
  readonly db: SectionDatabase;
  /** Another connection, as a backup has one. */
  readonly openAgain: () => SectionDatabase;
  /** Of the write-ahead log, in bytes. */
  readonly logSize: () => number;
  readonly remove: (uid: number) => void;
  readonly job: ForgettingJob;
};

function section(letters: number): Section {
  const path = join(temporaryFolder(), 'section.db');
  const key = randomBytes(32);
  const openAgain = () => {
    const db = openDatabase({ path, key, nativeBinding: null });
    onTestFinished(() => {
      db.close();
    });
    return db;
  };
  const db = openAgain();
  migrate(db, () => undefined);
  const folderId = keepFolder(db, 'inbox', 'INBOX').id;
  const batch = Array.from({ length: letters }, (_, index) => ({
    uid: index + 1,
    seen: true,
    arrivedAt: index,
    ingested: ingestedMessage({
      subject: `Letter ${index}`,
      sentAt: index,
      searchBody: Buffer.from(
        `${index} ${randomBytes(300).toString('hex').match(/.{6}/g)?.join(' ')}`,
      ),
    }),
  }));
  storeMessages(db, { folderId, ownAddress: 'world@minato.example' }, batch);
  const job = createForgettingJob({ db, log: silentLog, quietMs: 1 });
  onTestFinished(() => job.stop());
  return {
    db,
    openAgain,
    logSize: () => statSync(`${path}-wal`).size,
    remove(uid) {
      removeUids(db, folderId, [uid]);
      removeOrphans(db);
      job.wake();
    },
    job,
  };
}

it('waits for nobody who reads the file, and empties the log when they have done', async () => {
  const { openAgain, logSize, remove } = section(10);
  const reader = openAgain();
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM message').get();
  remove(1);
  let longest = 0;
  for (const end = Date.now() + 1000; Date.now() < end; ) {
    const before = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 5));
    longest = Math.max(longest, performance.now() - before);
  }
  expect(longest).toBeLessThan(900);
  expect(logSize()).toBeGreaterThan(0);
  reader.exec('COMMIT');
  await waitFor('the empty log', () => logSize() === 0);
});

it('takes words out of a large index at once, then again only after a rest', async () => {
  const { db, logSize, remove } = section(1000);
  remove(1);
  await waitFor('the words to be gone', () => logSize() === 0 && !hasDeletedWords(db));
  const began = performance.now();
  remove(2);
  await waitFor('the log to be empty', () => logSize() === 0);
  expect(hasDeletedWords(db)).toBe(true);
  await waitFor('the words to be gone', () => !hasDeletedWords(db), 60_000);
  expect(performance.now() - began).toBeGreaterThan(500);
}, 90_000);
