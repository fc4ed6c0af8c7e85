import type { EventPayload } from '../../shared/contract.ts';
import { type AppError, failure, type Result, success } from '../../shared/errors.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { type SectionId, sectionIds } from '../../shared/model/section.ts';
import type { SectionSummary } from '../../shared/model/section-summary.ts';
import type { SyncStatus } from '../../shared/model/sync-status.ts';
import { coalesce, coalesceLatest } from './coalesce.ts';
import { createEgress } from './egress/egress.ts';
import { endJobs } from './end-jobs.ts';
import type { EngineOptions } from './engine-options.ts';
import { errorKind } from './error-kind.ts';
import { createBackupJob } from './jobs/backup/backup-job.ts';
import { createBodyJob } from './jobs/bodies/body-job.ts';
import { createCheckpointJob } from './jobs/checkpoint/checkpoint-job.ts';
import { createExpiryJob } from './jobs/expiry/expiry-job.ts';
import { createForgettingJob } from './jobs/forgetting/forgetting-job.ts';
import { createIntakeJob } from './jobs/intake/intake-job.ts';
import { createOutboxJob } from './jobs/outbox/outbox-job.ts';
import { createRetentionJob } from './jobs/retention/retention-job.ts';
import { createServerDraftsJob } from './jobs/server-drafts/server-drafts-job.ts';
import { createSyncJob } from './jobs/sync/sync-job.ts';
import { createWakingJob } from './jobs/waking/waking-job.ts';
import type { SectionKeys } from './keyring/key-holder.ts';
import { type Actor, openLedger } from './ledger/ledger.ts';
import type { ServerLogin } from './mail/account.ts';
import { createConnections } from './mail/connections.ts';
import type { MimePool } from './mail/mime/worker-pool.ts';
import { createSmtpSender } from './mail/smtp/smtp-sender.ts';
import { createBrowserSignIn } from './services/browser-sign-in.ts';
import { composeServerDraft } from './services/compose-server-draft.ts';
import { undoDecisionOf } from './services/decide-registration.ts';
import { expireRegistrations } from './services/expire-registrations.ts';
import { takeBackReleaseOf } from './services/held-data/take-back-release.ts';
import { createAnswerLanding } from './services/land-answers.ts';
import { openSection, quarantineSection } from './services/open-section.ts';
import type { FindSection, SectionContext } from './services/section-context.ts';
import { listSections } from './services/sections.ts';
import { takeInMail } from './services/take-in-mail.ts';
import { findAccount, renewTokensOf } from './store/account.ts';
import { clearDraftAttachments, forgetRemovedAttachments } from './store/draft-attachments.ts';
import { keepLetterLimit } from './store/letter-limit.ts';
import type { SectionDatabase } from './store/open-database.ts';
import { databasePath, headPath } from './store/section-files.ts';
import { findSectionSettings } from './store/section-settings.ts';
import { toStoreError } from './store/store-error.ts';
import type { StoreThreads } from './store/store-threads.ts';

export type Sections = {
  /** Opens what the keys open, and starts its jobs. */
  readonly open: (keys: SectionKeys) => void;
  readonly find: FindSection;
  readonly list: () => Result<SectionSummary[]>;
  /** Tries again to open what would not. */
  readonly reopen: (sectionId: SectionId) => Result<null>;
  readonly quarantine: (sectionId: SectionId) => Result<{ keptAs: string }>;
  /** Of a section that is granted, whether or not it opens. */
  readonly keysOf: (sectionId: SectionId) => Result<readonly Buffer[]>;
  /** Ends a section's jobs for some work on its file, and opens it with the keys that this returns. */
  readonly whileClosed: (
    sectionId: SectionId,
    work: (keys: readonly Buffer[]) => Promise<readonly Buffer[]>,
  ) => Promise<void>;
  /** What a section is opened with from now on. */
  readonly setKeys: (sectionId: SectionId, keys: readonly Buffer[]) => void;
  readonly close: () => Promise<void>;
};

type SectionsOptions = EngineOptions & {
  readonly mime: MimePool;
  readonly threads: StoreThreads;
  /** Who is signed in. */
  readonly staff: () => Actor | null;
};

/** Events of one kind go out at most this often, in milliseconds; nobody reads faster. */
const eventInterval = 100;

export function createSections(options: SectionsOptions): Sections {
  const files = { ...options, now: options.clock.now };
  const open = new Map<SectionId, SectionContext>();
  const faults = new Map<SectionId, AppError>();
  let granted: SectionKeys | null = null;

  function openOne(sectionId: SectionId): void {
    const keys = granted?.get(sectionId) ?? [];
    if (keys.length === 0) return;
    const opening = openSection(files, sectionId, keys);
    if (!opening.ok) {
      fail(sectionId, opening.error);
      return;
    }
    try {
      open.set(sectionId, startJobs(options, sectionId, opening));
      faults.delete(sectionId);
    } catch (error) {
      // A page further in is damaged: the other sections open all the same.
      const known = toStoreError(error);
      opening.db.close();
      if (known === null) throw error;
      fail(sectionId, known);
    }
  }

  function fail(sectionId: SectionId, error: AppError): void {
    options.log('section.closed', { section: sectionId, error: error.code });
    faults.set(sectionId, error);
  }

  return {
    open(keys) {
      granted = keys;
      for (const sectionId of sectionIds) openOne(sectionId);
    },
    find(sectionId) {
      const section = open.get(sectionId);
      if (section !== undefined) return success(section);
      if (granted === null) return failure('locked');
      const fault = faults.get(sectionId);
      return fault === undefined ? failure('section-not-granted') : { ok: false, error: fault };
    },
    list: () => (granted === null ? failure('locked') : success(listSections(open, faults))),
    reopen(sectionId) {
      if (granted === null) return failure('locked');
      // While its key changes nobody may have the file open.
      if (faults.get(sectionId)?.code === 'section-busy') return failure('section-busy');
      if (faults.has(sectionId)) openOne(sectionId);
      options.emit('section.changed', { sectionId, conversationIds: null });
      const fault = faults.get(sectionId);
      return fault === undefined ? success(null) : { ok: false, error: fault };
    },
    quarantine(sectionId) {
      if (granted === null) return failure('locked');
      // A full disk passes, and a newer version reads what this one cannot: those files stay.
      if (faults.get(sectionId)?.code !== 'store-damaged') return failure('bad-request');
      const keptAs = quarantineSection(files, sectionId);
      openOne(sectionId);
      // An empty ledger must not look like that of a section where nothing ever left.
      open.get(sectionId)?.ledger.write((record) => record({ kind: 'set-aside', target: keptAs }));
      options.emit('section.changed', { sectionId, conversationIds: null });
      return success({ keptAs });
    },
    keysOf(sectionId) {
      if (granted === null) return failure('locked');
      const keys = granted.get(sectionId);
      return keys === undefined ? failure('section-not-granted') : success(keys);
    },
    setKeys(sectionId, keys) {
      if (granted !== null) granted = new Map(granted).set(sectionId, keys);
    },
    async whileClosed(sectionId, work) {
      const section = open.get(sectionId);
      open.delete(sectionId);
      faults.set(sectionId, { code: 'section-busy' });
      options.emit('section.changed', { sectionId, conversationIds: null });
      if (section !== undefined) {
        await endJobs(section);
        section.db.close();
      }
      const keys = await work(granted?.get(sectionId) ?? []);
      // The engine was closed meanwhile: nothing opens any more.
      if (granted === null) return;
      granted = new Map(granted).set(sectionId, keys);
      openOne(sectionId);
      options.emit('section.changed', { sectionId, conversationIds: null });
    },
    async close() {
      granted = null;
      const closing = [...open.values()];
      open.clear();
      await Promise.all(closing.map(endJobs));
      for (const { db } of closing) db.close();
    },
  };
}

/** Staff wait for it: how far a sync is can wait. */
function comesToRest(): (status: SyncStatus) => boolean {
  let before: SyncStatus['phase'] | null = null;
  return ({ phase }) => {
    const isNews = phase !== before && phase !== 'connecting' && phase !== 'syncing';
    before = phase;
    return isNews;
  };
}

function startJobs(
  options: SectionsOptions,
  sectionId: SectionId,
  { db, key }: { readonly db: SectionDatabase; readonly key: Buffer },
): SectionContext {
  const { emit, clock, log, random, mime, refusals } = options;
  const account = () => findAccount(db);
  const head = headPath(databasePath(options.dataFolder, sectionId));
  const ledger = openLedger({ sectionId, db, head, staff: options.staff, clock, log });
  const egress = createEgress({ account, refusals });
  const connections = createConnections({
    account,
    keepTokens: (before, renewed) => renewTokensOf(db, before, renewed),
    connect: egress.connect,
    now: clock.now,
  });
  const sectionChanged = coalesce<ReadonlySet<ConversationId>>(eventInterval, (changes) => {
    const ids = new Set(changes.flatMap((change) => [...change]));
    const named = ids.size <= 200 && ids.size > 0 ? [...ids] : null;
    emit('section.changed', { sectionId, conversationIds: named });
  });
  const newsOf = <N extends Parameters<typeof emit>[0]>(event: N) =>
    coalesceLatest<EventPayload<N>>(eventInterval, (latest) => emit(event, latest));
  const checkpoint = createCheckpointJob({
    ...{ db, key, log, threads: options.threads },
    path: databasePath(options.dataFolder, sectionId),
  });
  const forgetting = createForgettingJob({
    db,
    log,
    checkpoint,
    forgetRemoved: () => forgetRemovedAttachments(db, clock.now()),
  });
  const retention = createRetentionJob({
    db,
    ledger,
    clock,
    log,
    forgotten: forgetting.wake,
    statusChanged: newsOf('retention.changed'),
  });
  const answers = createAnswerLanding({ id: sectionId, db, ledger, clock, log });
  const intake = createIntakeJob({
    db,
    log,
    takeIn: (messageIds) => takeInMail({ db, ledger, mime, now: clock.now }, messageIds),
    changed: () => sectionChanged(new Set()),
  });
  const expiry = createExpiryJob({
    log,
    expire: () => expireRegistrations({ db, ledger }, clock.now()),
    changed: () => sectionChanged(new Set()),
  });
  const checkNews = newsOf('mail.checkChanged');
  const fetchNews = newsOf('message.fetching');
  const sync = createSyncJob({
    sectionId,
    db,
    ledger,
    mime,
    clock,
    log,
    random,
    account,
    openImap: connections.openImap,
    deleted: forgetting.wake,
    whileWriting: checkpoint.whileWriting,
    changed(conversationIds) {
      answers.look();
      sectionChanged(conversationIds);
      intake.look();
    },
    statusChanged: coalesceLatest<SyncStatus>(
      eventInterval,
      (status) => emit('sync.changed', status),
      comesToRest(),
    ),
    checkChanged: (check) => checkNews({ sectionId, check }),
  });
  /** A full disk, say, must not come between a letter and the record of what became of it. */
  const keepLimit = (server: ServerLogin, bytes: number | null): void => {
    try {
      keepLetterLimit(db, server, bytes);
    } catch (error) {
      log('outbox.failed', errorKind(error));
    }
  };
  const bodies = createBodyJob({
    ...{ db, mime, clock, log, account, openImap: connections.openSecond },
    settings: () => findSectionSettings(db),
    changed: sectionChanged,
    progress: (progress) => fetchNews({ sectionId, ...progress }),
    forgotten: forgetting.wake,
  });
  const waking = createWakingJob({ db, clock, log, changed: sectionChanged });
  const inView = new Set<ConversationId>();
  const serverDrafts = createServerDraftsJob({
    db,
    ledger,
    clock,
    log,
    account,
    isOn: () => findSectionSettings(db).syncDrafts,
    isOpen: (conversationId) => inView.has(conversationId),
    mime,
    changed(conversationIds) {
      sectionChanged(conversationIds);
      forgetting.wake();
    },
    forgotten: forgetting.wake,
    compose: (draft, headerMessageId) => composeServerDraft(db, draft, headerMessageId),
    openImap: (server, signal) => connections.openSecond(server, { signal }),
  });
  const outbox = createOutboxJob({
    sectionId,
    db,
    ledger,
    account,
    clock,
    log,
    sender: createSmtpSender({ openSmtp: connections.openSmtp, onLimit: keepLimit }),
    openImap: (server, signal) => connections.openSecond(server, { signal }),
    changed: () => {
      emit('outbox.changed', { sectionId });
      sectionChanged(new Set());
      waking.look();
      serverDrafts.look();
      // A draft that was sent, a reply that was taken back or filed.
      forgetting.wake();
      sync.poke();
    },
    undoDecision(record, headerMessageId) {
      undoDecisionOf(db, record, headerMessageId, clock.now());
      takeBackReleaseOf(db, record, headerMessageId);
    },
  });
  const backup = createBackupJob({
    sectionId,
    dataFolder: options.dataFolder,
    key,
    db,
    ledger,
    threads: options.threads,
    clock,
    log,
    isAutomatic: options.hasAutomaticBackups,
    statusChanged: newsOf('backup.changed'),
  });
  try {
    clearDraftAttachments(db);
  } catch (error) {
    // A full disk must not keep anybody from reading. Damage is found by what begins next.
    log('forgetting.failed', errorKind(error));
  }
  // Mail may have come in the moment before the last lock.
  answers.look();
  // The outbox first: it reads the store before it begins, and throws where that is damaged.
  outbox.start();
  sync.start();
  forgetting.wake();
  waking.look();
  serverDrafts.look();
  intake.look();
  backup.start();
  bodies.tidy();
  if (sectionId === 'members') {
    retention.start();
    expiry.start();
  }
  return {
    id: sectionId,
    db,
    sync,
    outbox,
    backup,
    forgetting,
    checkpoint,
    retention,
    waking,
    serverDrafts,
    intake,
    expiry,
    bodies,
    egress,
    connections,
    browserSignIn: createBrowserSignIn({
      ...{ account, egress, now: clock.now },
      storedAccessToken: connections.accessToken,
    }),
    ledger,
    inView,
    changed: sectionChanged,
  };
}
