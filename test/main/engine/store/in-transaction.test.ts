import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished } from 'vitest';
import { inTransaction } from '../../../../main/engine/store/in-transaction.ts';
import { openDatabase } from '../../../../main/engine/store/open-database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

it('waits for whoever writes, also where it reads before it writes', async () => {
  const path = join(temporaryFolder(), 'section.db');
  const key = randomBytes(32);
  const db = openDatabase({ path, key, nativeBinding: null });
  db.exec('CREATE TABLE number (value INTEGER); INSERT INTO number VALUES (1)');
  const program = new URL('../../../support/hold-write-lock.ts', import.meta.url);
  const other = new Worker(program, { workerData: { path, key, ms: 300 } });
  onTestFinished(async () => {
    await other.terminate();
    db.close();
  });
  await once(other, 'message');
  inTransaction(db, () => {
    const value = db.prepare('SELECT value FROM number').pluck().get() as number;
    db.prepare('UPDATE number SET value = ?').run(value + 1);
  });
  expect(db.prepare('SELECT value FROM number').pluck().get()).toBe(2);
});
