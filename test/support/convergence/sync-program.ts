import { join } from 'node:path';
import { systemClock } from '../../../main/engine/clock.ts';
import { openSocket } from '../../../main/engine/egress/open-socket.ts';
import { createSyncJob } from '../../../main/engine/jobs/sync/sync-job.ts';
import { openLedger } from '../../../main/engine/ledger/ledger.ts';
import { silentLog } from '../../../main/engine/log.ts';
import type { Account } from '../../../main/engine/mail/account.ts';
import { openImap } from '../../../main/engine/mail/imap/open-imap.ts';
import { createMimePool } from '../../../main/engine/mail/mime/worker-pool.ts';
import { openDatabase } from '../../../main/engine/store/open-database.ts';

/* The sync of one section, in a process that can be killed: `node sync-program.ts <plan>`. */

type SyncPlan = { readonly folder: string; readonly key: string; readonly account: Account };

const { folder, key, account } = JSON.parse(process.argv[2] ?? '') as SyncPlan;
const db = openDatabase({
  path: join(folder, 'section.db'),
  key: Buffer.from(key, 'hex'),
  nativeBinding: null,
});
const job = createSyncJob({
  sectionId: 'world-services',
  db,
  ledger: openLedger({
    sectionId: 'world-services',
    db,
    head: join(folder, 'head'),
    staff: () => null,
    clock: systemClock,
    log: silentLog,
  }),
  mime: createMimePool({
    workerUrl: new URL('../../../main/engine/mail/mime-worker.ts', import.meta.url),
    size: 1,
  }),
  clock: systemClock,
  random: () => 0,
  log: (event, fields) => tell(event, fields),
  account: () => account,
  openImap: (server, asked) =>
    openImap(server, {
      connect: openSocket,
      ...asked,
      timeouts: { connect: 3000, greeting: 1500, socket: 1500 },
    }),
  deleted: () => undefined,
  whileWriting: (work) => work(async () => undefined),
  changed: () => undefined,
  checkChanged: () => undefined,
  statusChanged: ({ phase, error }) => tell(phase, error),
});
/** What it is at, for whoever looks for the cause of a failure. */
function tell(word: string, detail: unknown): void {
  process.send?.(`${word} ${JSON.stringify(detail)}`, () => undefined);
}
process.on('message', (word) => {
  if (word === 'poke') job.poke();
  else job.start();
});
process.on('disconnect', () => process.exit());
job.start();
