import type { CallResult } from '../../shared/bridge.ts';
import type {
  CallInput,
  CallName,
  CallOutput,
  EngineCallName,
  EventPayload,
} from '../../shared/contract.ts';
import { engineCalls } from '../../shared/contract.ts';
import { failure, type Result, success } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { coalesceLatest } from './coalesce.ts';
import type { DemoNewsroom } from './demo-newsroom.ts';
import type { EngineOptions } from './engine-options.ts';
import { errorKind } from './error-kind.ts';
import { createHandlers } from './handlers.ts';
import { createAttemptCounter } from './keyring/attempts.ts';
import { openKeyringBook } from './keyring/keyring-book.ts';
import { createRememberedProfile } from './keyring/remembered-profile.ts';
import { type LeftByWindow, recordLeft } from './ledger/record-left.ts';
import { createMimePool } from './mail/mime/worker-pool.ts';
import { createSections } from './sections.ts';
import { createBackupService } from './services/backups.ts';
import { createMemberImports } from './services/member-import/member-imports.ts';
import { saveAttachment } from './services/messages.ts';
import { openDemo } from './services/open-demo.ts';
import { rekeyCopies, rekeyOwnFile } from './services/rekey-files.ts';
import { type Rekeying, rekeySection, settleKeys } from './services/rekey-section.ts';
import { type ReleaseTarget, releaseDisclosure } from './services/release-disclosure.ts';
import { renewCopies } from './services/renew-copies.ts';
import { createSessionService } from './services/session.ts';
import { createStaffService } from './services/staff.ts';
import { toStoreError } from './store/store-error.ts';
import { createStoreThreads } from './store/store-threads.ts';
import { createTurn } from './turn.ts';

export type { ReleaseTarget };
export type AttachmentTarget = CallInput<'attachment.read'> & { readonly path: string };

export type Engine = {
  /** Parses the input, then does it. Never rejects: a bug becomes `unexpected` and a log entry. */
  readonly call: (name: string, input: unknown) => Promise<CallResult>;
  /** Never rejects either. */
  readonly saveAttachment: (target: AttachmentTarget) => Promise<Result<null>>;
  /** Never rejects either. */
  readonly releaseDisclosure: (target: ReleaseTarget) => Promise<Result<null>>;
  /** Records what the window is about to hand out. Never rejects either. */
  readonly recordLeft: (
    sectionId: SectionId,
    left: readonly LeftByWindow[],
  ) => Promise<Result<null>>;
  /** Signs in to a demo newsroom with a profile of its own. */
  readonly openDemo: (newsroom: DemoNewsroom) => Promise<void>;
  /**
   * The app has just been started: signs in whoever stays signed in on this computer. Otherwise, after
   * a lock or a crash, the passphrase is asked for, also by the next start.
   */
  readonly resume: (isFirstStart: boolean) => Promise<void>;
  /** Ends every job and connection, and closes the databases. */
  readonly close: () => Promise<void>;
};

/** By which call the window hands it out. */
const leavingBy = {
  link: 'link.open',
  contact: 'contact.copy',
  'member-copied': 'member.copy',
} as const satisfies Readonly<Record<LeftByWindow['kind'], CallName>>;

/** The composition root: services over the stores, the jobs and one pool of MIME workers. */
export function createEngine(options: EngineOptions): Engine {
  const mime = createMimePool({
    workerUrl: options.mimeWorkerUrl,
    refused: (what) => options.refusals.record(`mime-worker ${what}`, 'mime-worker'),
  });
  const { dataFolder, clock, log } = options;
  const threads = createStoreThreads({
    workerUrl: options.storeWorkerUrl,
    nativeBinding: options.nativeBinding,
    log,
    refused: (what) => options.refusals.record(`store-worker ${what}`, 'store-worker'),
  });
  const inTurn = createTurn();
  const book = openKeyringBook(dataFolder, clock.now());
  const actor = () => {
    const signedIn = session.signedIn();
    const profile = signedIn === null ? undefined : book.find(signedIn.staffId);
    return profile === undefined ? null : { id: profile.id, name: profile.name };
  };
  const sections = createSections({ ...options, mime, threads, staff: actor });
  const attempts = createAttemptCounter(dataFolder, clock.now);
  const remembered = createRememberedProfile({ ...options, folder: dataFolder });
  const files = { dataFolder, threads };
  const rekeying: Rekeying = {
    book,
    log,
    rekeyOwnFile: (sectionId, keys) => rekeyOwnFile(files, sectionId, keys),
    rekeyCopies: (sectionId, keys) => rekeyCopies(files, sectionId, keys),
    whileClosed: sections.whileClosed,
    setKeys: sections.setKeys,
  };
  const session = createSessionService({
    book,
    inTurn,
    scryptCost: options.scryptCost,
    attempts,
    remembered,
    settleKeys: (signedIn) => settleKeys(rekeying, signedIn),
    opened(keys) {
      sections.open(keys);
      void imports.resume();
    },
    changed: (state) => options.emit('session.changed', state),
  });
  const staff = createStaffService({
    book,
    session,
    inTurn,
    scryptCost: options.scryptCost,
    attempts,
    remembered,
    renewCopies: (sectionId) => renewCopies({ dataFolder, sections }, sectionId),
    rekey: (signedIn, sectionId, withdrawn) =>
      rekeySection(rekeying, signedIn, sectionId, withdrawn),
  });
  const backups = createBackupService({
    dataFolder,
    sections,
    threads,
    clock,
    staff: actor,
    inTurn,
  });
  const importChanged = coalesceLatest<EventPayload<'memberImport.changed'>>(100, (latest) =>
    options.emit('memberImport.changed', latest),
  );
  const imports = createMemberImports({
    find: sections.find,
    isAdministrator: () => session.state().staff?.role === 'administrator',
    clock,
    log,
    csv: {
      workerUrl: options.csvWorkerUrl,
      refused: (what) => options.refusals.record(`csv-worker ${what}`, 'csv-worker'),
    },
    progress: importChanged,
  });
  const handlers = createHandlers({
    session,
    staff,
    backups,
    imports,
    sections,
    mime,
    clock,
    printPaper: options.printPaper,
    refusals: options.refusals,
  });

  async function callKnown<N extends EngineCallName>(
    name: N,
    input: unknown,
  ): Promise<Result<CallOutput<N>>> {
    const parsed = engineCalls[name].input.safeParse(input);
    if (!parsed.success) return failure('bad-request', name);
    return handlers[name](parsed.data as CallInput<N>);
  }

  async function answer<T>(name: CallName, work: () => Promise<Result<T>>): Promise<Result<T>> {
    try {
      return await work();
    } catch (error) {
      const known = toStoreError(error);
      options.log('call.failed', { call: name, ...errorKind(error) });
      return known === null ? failure('unexpected') : { ok: false, error: known };
    }
  }

  return {
    async call(name, input) {
      if (!Object.hasOwn(engineCalls, name)) return failure('bad-request');
      const known = name as EngineCallName;
      return answer(known, () => callKnown(known, input));
    },
    saveAttachment: (target) =>
      answer('attachment.save', async () => {
        const section = sections.find(target.sectionId);
        return section.ok ? saveAttachment(section.value, mime, target) : section;
      }),
    releaseDisclosure: (target) =>
      answer('disclosure.release', async () => {
        const section = sections.find(target.sectionId);
        const isAdministrator = () => session.state().staff?.role === 'administrator';
        return section.ok
          ? releaseDisclosure(section.value, target, { clock, isAdministrator })
          : section;
      }),
    recordLeft: (sectionId, left) =>
      answer(leavingBy[left[0]?.kind ?? 'link'], async () => {
        const section = sections.find(sectionId);
        if (!section.ok) return section;
        recordLeft(section.value, ...left);
        return success(null);
      }),
    openDemo: (newsroom) => openDemo(newsroom, session, sections, clock.now()),
    async resume(isFirstStart) {
      if (isFirstStart) await session.resume();
      else remembered.suspend();
    },
    async close() {
      await sections.close();
      // What changes keys ends its file first; should that take long, the process is ended.
      await inTurn(async () => undefined);
      await mime.close();
    },
  };
}
