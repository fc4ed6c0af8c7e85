import { onTestFinished } from 'vitest';
import { systemClock } from '../../main/engine/clock.ts';
import { openSocket } from '../../main/engine/egress/open-socket.ts';
import { createSyncJob, type SyncJob } from '../../main/engine/jobs/sync/sync-job.ts';
import { type Log, silentLog } from '../../main/engine/log.ts';
import type { Account, ServerLogin } from '../../main/engine/mail/account.ts';
import { openImap } from '../../main/engine/mail/imap/open-imap.ts';
import { createMimePool } from '../../main/engine/mail/mime/worker-pool.ts';
import { saveAccount } from '../../main/engine/store/account.ts';
import type { SectionDatabase } from '../../main/engine/store/open-database.ts';
import type { SyncStatus } from '../../shared/model/sync-status.ts';
import type { Dovecot } from './dovecot.ts';
import { sectionDatabase } from './section-database.ts';
import { sectionLedger } from './section-ledger.ts';
import { waitFor } from './wait-for.ts';

const mimeWorkerUrl = new URL('../../main/engine/mail/mime-worker.ts', import.meta.url);

export type SyncHarness = {
  readonly db: SectionDatabase;
  readonly job: SyncJob;
  readonly statuses: readonly SyncStatus[];
  /** Starts the job and waits until it has caught up. */
  readonly catchUp: () => Promise<void>;
};

/** The login of a Dovecot user, its self-signed certificate trusted. */
export function loginTo(dovecot: Dovecot, user: string): ServerLogin {
  return {
    host: dovecot.host,
    port: dovecot.imapsPort,
    security: 'tls',
    user,
    password: dovecot.password,
    trustedFingerprint: dovecot.certificate.fingerprint,
    trustedCertificate: dovecot.certificate.certificate,
  };
}

/** An account whose address is user@minato.example, for tests that send nothing. */
export function accountOf(login: ServerLogin): Account {
  return {
    senderName: 'World Services',
    senderAddress: `${login.user}@minato.example`,
    imap: login,
    smtp: login,
  };
}

/** A sync job of one account on a real store; ended when the test ends. */
export function syncHarness(
  account: Account,
  options: {
    readonly db?: SectionDatabase;
    readonly socketTimeout?: number;
    readonly log?: Log;
  } = {},
): SyncHarness {
  const db = options.db ?? sectionDatabase();
  saveAccount(db, account);
  const mime = createMimePool({ workerUrl: mimeWorkerUrl, size: 1 });
  const statuses: SyncStatus[] = [];
  const socket = options.socketTimeout ?? 20_000;
  const job = createSyncJob({
    sectionId: 'world-services',
    db,
    ledger: sectionLedger(db),
    mime,
    clock: systemClock,
    random: () => 0,
    log: options.log ?? silentLog,
    account: () => account,
    openImap: (server, asked) =>
      openImap(server, {
        connect: openSocket,
        ...asked,
        timeouts: { connect: 5000, greeting: 5000, socket },
      }),
    deleted: () => undefined,
    whileWriting: (work) => work(async () => undefined),
    changed: () => undefined,
    statusChanged: (status) => void statuses.push(status),
    checkChanged: () => undefined,
  });
  onTestFinished(async () => {
    await job.stop();
    await mime.close();
  });
  return {
    db,
    job,
    statuses,
    async catchUp() {
      const before = statuses.length;
      job.start();
      await waitFor('the sync to catch up', () =>
        statuses.slice(before).some(({ phase }) => phase === 'live'),
      );
    },
  };
}
