import type { ImapFlow } from 'imapflow';
import type { AppError, Result } from '../../../../shared/errors.ts';
import type { MailReport, StoreCheck } from '../../../../shared/model/mail-report.ts';
import type { SectionId } from '../../../../shared/model/section.ts';
import type { SyncStatus } from '../../../../shared/model/sync-status.ts';
import type { Account, ServerLogin } from '../../mail/account.ts';
import { endOfSession } from '../../mail/connection-error.ts';
import { findLastSyncedAt } from '../../store/folders.ts';
import { backoffDelay } from './backoff.ts';
import { createLineReport } from './line-report.ts';
import { asReplacedServer } from './replaced-server.ts';
import { createStoreCheck, type StoreCheckJob } from './store-check.ts';
import type { SyncContext } from './sync-context.ts';
import { needsStaff, toSyncError } from './sync-error.ts';
import { runSyncSession } from './sync-session.ts';
import { createTroubles } from './troubles.ts';
import { createWakeups } from './wakeups.ts';

export type SyncJobDependencies = Omit<SyncContext, 'ownAddress' | 'progress'> & {
  readonly sectionId: SectionId;
  readonly account: () => Account | null;
  readonly openImap: (
    server: ServerLogin,
    options: { readonly signal: AbortSignal; readonly onAlert: (words: string) => void },
  ) => Promise<Result<ImapFlow>>;
  /** In [0, 1). */
  readonly random: () => number;
  readonly statusChanged: (status: SyncStatus) => void;
  readonly checkChanged: (check: StoreCheck) => void;
};

export type SyncJob = {
  readonly status: () => SyncStatus;
  /** Begins, tries again at once when waiting or stopped, or looks at every folder when at rest. */
  readonly start: () => void;
  /** Staff asked it to stop. What is stored stays; `start` goes on from there. */
  readonly cancel: () => Promise<void>;
  /** Ends without a word, for a lock or a change of account. */
  readonly stop: () => Promise<void>;
  /** The network is another one: what there is of a connection may be dead, and is made anew. */
  readonly reconnect: () => void;
  /** The server is to be told or asked something now. */
  readonly poke: () => void;
  /** Every folder is to be looked at now. */
  readonly lookAround: () => void;
  readonly check: StoreCheckJob;
  readonly report: () => SyncReport;
};

/** What there is to know of the connection, and what went wrong. */
type SyncReport = Pick<MailReport, 'connection' | 'traffic' | 'troubles'>;

/** A server's words are shown up to so many characters. */
const longestAlert = 500;

/** A small catch-up after new mail does not count as syncing: the window would flicker. */
const worthShowing = 50;

/** Keeps one section's store in step with its mail account: connects, syncs, listens, retries. */
export function createSyncJob(deps: SyncJobDependencies): SyncJob {
  const wakeups = createWakeups();
  const check = createStoreCheck((status) => {
    deps.checkChanged(status);
    if (status.phase === 'waiting') wakeups.poke();
  });
  const troubles = createTroubles(deps.log, deps.clock);
  const line = createLineReport();
  let controller = new AbortController();
  let running: Promise<void> | null = null;
  let skipWait: (() => void) | null = null;
  /** The connection that there is or that is made. */
  let connection: AbortController | null = null;
  let status: SyncStatus = {
    sectionId: deps.sectionId,
    phase: deps.account() === null ? 'unconfigured' : 'stopped',
    done: 0,
    total: 0,
    lastSyncedAt: findLastSyncedAt(deps.db),
    retryAt: null,
    error: null,
    alert: null,
  };

  function show(change: Partial<SyncStatus>): void {
    status = { ...status, ...change };
    deps.statusChanged(status);
  }

  async function connectOnce(account: Account, signal: AbortSignal): Promise<AppError> {
    const opened = await deps.openImap(account.imap, {
      signal,
      onAlert: (words) =>
        show({ alert: { words: words.slice(0, longestAlert), at: deps.clock.now() } }),
    });
    // What the store has, not what is shown: the account may be another one by now.
    if (!opened.ok) return asReplacedServer(opened.error, findLastSyncedAt(deps.db) !== null);
    const client = opened.value;
    let cause: unknown = null;
    client.on('error', (error) => {
      cause = error;
    });
    let refusedWith = '';
    client.on('response', ({ response, code }) => {
      if (response !== 'OK') refusedWith = code ?? '';
    });
    const abort = (): void => client.close();
    signal.addEventListener('abort', abort, { once: true });
    wakeups.attach(client);
    const left = line.made(client, deps.clock.now());
    try {
      const context: SyncContext = {
        ...deps,
        log: troubles.log,
        ownAddress: account.senderAddress.toLowerCase(),
        progress: (done, total) => {
          const showing = status.phase !== 'live' || total >= worthShowing;
          if (showing) show({ phase: 'syncing', done, total });
        },
      };
      return await runSyncSession(client, context, {
        ...{ wakeups, check },
        caughtUp: () => show({ phase: 'live', error: null, lastSyncedAt: deps.clock.now() }),
      });
    } catch (error) {
      const byeReason = client.byeReason ?? '';
      return toSyncError(endOfSession(cause ?? error, { refusedWith, byeReason }));
    } finally {
      signal.removeEventListener('abort', abort);
      client.close();
      left();
    }
  }

  async function run(signal: AbortSignal): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt += 1) {
      const account = deps.account();
      if (account === null) return show({ phase: 'unconfigured', error: null });
      show({ phase: 'connecting', done: 0, total: 0, retryAt: null });
      connection = new AbortController();
      const error = await connectOnce(account, AbortSignal.any([signal, connection.signal]));
      if (signal.aborted) return;
      if (connection.signal.aborted) {
        attempt = 0;
        continue;
      }
      connection = null;
      troubles.log('sync.ended', { section: deps.sectionId, error: error.code });
      if (status.phase === 'live') attempt = 1;
      if (needsStaff(error)) return show({ phase: 'stopped', error });
      const wait = backoffDelay(attempt, deps.random);
      show({ phase: 'waiting', error, retryAt: deps.clock.now() + wait });
      await pause(wait, signal);
    }
  }

  function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        skipWait = null;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end, { once: true });
      skipWait = end;
    });
  }

  async function stop(): Promise<void> {
    controller.abort();
    await running;
  }

  return {
    status: () => status,
    start() {
      if (running !== null) {
        skipWait?.();
        wakeups.lookAround();
        return;
      }
      controller = new AbortController();
      running = run(controller.signal)
        // The store itself failed: there is nothing to try again by itself.
        .catch((error: unknown) => show({ phase: 'stopped', error: toSyncError(error) }))
        .finally(() => {
          running = null;
        });
    },
    async cancel() {
      await stop();
      if (status.phase !== 'unconfigured') {
        show({ phase: 'stopped', error: null, retryAt: null });
      }
    },
    stop,
    reconnect() {
      if (skipWait === null) connection?.abort();
      else skipWait();
    },
    poke: wakeups.poke,
    check,
    report: () => ({ ...line.report(), troubles: [...troubles.list()] }),
    lookAround: wakeups.lookAround,
  };
}
