import { setImmediate } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import type { SectionSettings } from '../../../../shared/model/section-settings.ts';
import type { Clock } from '../../clock.ts';
import { errorKind } from '../../error-kind.ts';
import type { Log } from '../../log.ts';
import type { Account } from '../../mail/account.ts';
import type { Connections } from '../../mail/connections.ts';
import { keptBeginning, largestMessage } from '../../mail/imap/limits.ts';
import { asPart } from '../../mail/mime/as-part.ts';
import type { MimePool } from '../../mail/mime/worker-pool.ts';
import { findFolderById } from '../../store/folders.ts';
import { dropOldBodies, findPartial, keepAsked } from '../../store/message-bodies.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { createTurn } from '../../turn.ts';
import { repeatWhenWoken } from '../repeat-when-woken.ts';
import { wantedBy } from '../sync/portions.ts';
import { withUidsOf } from '../sync/selected-mailbox.ts';
import { toSyncError } from '../sync/sync-error.ts';
import { type Fetched, fetchMessage } from './fetch-message.ts';
import { renewSearch } from './renew-search.ts';

export type FetchProgress = {
  readonly messageId: MessageId;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
};

type Dependencies = {
  readonly db: SectionDatabase;
  readonly mime: MimePool;
  readonly clock: Clock;
  readonly log: Log;
  readonly account: () => Account | null;
  readonly settings: () => SectionSettings;
  readonly openImap: Connections['openImap'];
  readonly changed: (conversationIds: ReadonlySet<ConversationId>) => void;
  readonly progress: (progress: FetchProgress) => void;
  /** Something was deleted from the store. */
  readonly forgotten: () => void;
};

export type BodyJob = {
  /** Sees to it that a message's text is here, and all of it unless it is large. */
  readonly needText: (id: MessageId) => Promise<Result<null>>;
  /** Sees to it that all of a message is here. */
  readonly needWhole: (id: MessageId) => Promise<Result<null>>;
  /** Leaves off fetching a message: whoever waits for it is told. */
  readonly cancel: (id: MessageId) => void;
  /** Writes search words anew where they are of before, and looks for letters that need not be here any more. */
  readonly tidy: () => void;
  readonly stop: () => Promise<void>;
};

/** The connection stays for the next letter that somebody opens, in milliseconds. */
const idleTime = 10_000;

/** What was asked for stays so long, in milliseconds. */
const askedStays = 30 * 24 * 60 * 60_000;

/** Letters grow old by the day, and each is looked at for it; milliseconds. */
const tidyInterval = 12 * 60 * 60_000;

/** Fetches what of a message is only on the server when somebody wants it, and drops what is old. */
export function createBodyJob(deps: Dependencies): BodyJob {
  const { db, clock } = deps;
  const stopping = new AbortController();
  const inTurn = createTurn();
  const fetching = new Map<MessageId, Promise<Result<null>>>();
  const cancelled = new Set<MessageId>();
  let kept: { readonly client: ImapFlow; readonly server: string } | null = null;
  let timer: NodeJS.Timeout | null = null;
  /** When all were looked at, in milliseconds since the epoch. */
  let tidiedAt = 0;

  function hangUp(): void {
    kept?.client.close();
    kept = null;
  }

  async function connect(): Promise<Result<ImapFlow>> {
    const account = deps.account();
    if (account === null) return failure('account-missing');
    const server = JSON.stringify(account.imap);
    if (kept?.server === server) {
      // What came since is announced with an answer, and is not there before (RFC 9051 5.2).
      await kept.client.noop().catch(() => undefined);
      if (kept?.client.usable) return success(kept.client);
    }
    hangUp();
    const opened = await deps.openImap(account.imap, { signal: stopping.signal });
    if (opened.ok) kept = { client: opened.value, server };
    return opened;
  }

  async function fetch(id: MessageId, want: 'text' | 'whole'): Promise<Result<null>> {
    const partial = findPartial(db, id);
    if (partial === null) return failure('not-found');
    const { part, size, place } = partial;
    if (part === 'whole' || (want === 'text' && part === 'beginning')) return success(null);
    const folder = place === null ? null : findFolderById(db, place.folderId);
    if (place === null || folder === null) return failure('not-found');
    if (want === 'whole' && size > largestMessage) return failure('message-too-large');
    if (timer !== null) clearTimeout(timer);
    try {
      const opened = await connect();
      if (!opened.ok) return opened;
      const client = opened.value;
      const { upTo } = wantedBy(deps.settings(), clock.now());
      const fetched = await withUidsOf(client, folder, () =>
        fetchMessage(client, place.uid, {
          // Of a large one the words are wanted, and they come first.
          upTo: want === 'whole' ? largestMessage : size > upTo ? keptBeginning : upTo,
          advance(done) {
            deps.progress({ messageId: id, done, total: Math.max(size, done) });
            return !cancelled.has(id) && !stopping.signal.aborted;
          },
        }),
      );
      if (cancelled.has(id) || stopping.signal.aborted) return failure('cancelled');
      if (fetched === undefined || fetched === null) return failure('not-found');
      return await keep(id, fetched);
    } catch (error) {
      hangUp();
      return stopping.signal.aborted
        ? failure('cancelled')
        : { ok: false, error: toSyncError(error) };
    } finally {
      // It is over, whatever came of it.
      deps.progress({ messageId: id, done: size, total: size });
      timer = setTimeout(hangUp, idleTime);
    }
  }

  async function keep(id: MessageId, { raw, whole }: Fetched): Promise<Result<null>> {
    const [ingested] = await deps.mime.ingestMany([raw]);
    if (ingested === undefined) return failure('unexpected');
    const conversationId =
      whole === null
        ? keepAsked(db, id, ingested, 'whole', clock.now())
        : keepAsked(db, id, asPart(ingested, whole), 'beginning', clock.now());
    if (conversationId === null) return failure('not-found');
    deps.changed(new Set([conversationId]));
    return success(null);
  }

  /** One at a time: an account has two connections, and this is the second. */
  async function need(id: MessageId, want: 'text' | 'whole'): Promise<Result<null>> {
    const before = fetching.get(id);
    if (before !== undefined) await before;
    const mine = inTurn(async () => {
      if (stopping.signal.aborted) return failure('cancelled');
      const fetched = await fetch(id, want);
      cancelled.delete(id);
      return fetched;
    });
    fetching.set(id, mine);
    try {
      return await mine;
    } finally {
      if (fetching.get(id) === mine) fetching.delete(id);
    }
  }

  const tidying = repeatWhenWoken({
    async work() {
      await renewSearch(db, deps.mime, stopping.signal);
      const wait = tidiedAt + tidyInterval - clock.now();
      if (wait > 0) return wait;
      tidiedAt = clock.now();
      const settings = deps.settings();
      if (settings.bodyMonths === 0) return tidyInterval;
      const { since: before } = wantedBy(settings, clock.now());
      const old = { before, askedBefore: clock.now() - askedStays };
      let dropped = 0;
      for (let next: number | null = 0; next !== null && !stopping.signal.aborted; ) {
        const few = dropOldBodies(db, next, old);
        dropped += few.count;
        next = few.next;
        await setImmediate();
      }
      if (dropped > 0) deps.forgotten();
      return tidyInterval;
    },
    failed(error) {
      // A full disk, say: it is tried again.
      deps.log('bodies.failed', errorKind(error));
      return tidyInterval;
    },
  });

  return {
    async needText(id) {
      return findPartial(db, id)?.part === 'head' ? need(id, 'text') : success(null);
    },
    async needWhole(id) {
      const part = findPartial(db, id)?.part;
      return part === 'head' || part === 'beginning' ? need(id, 'whole') : success(null);
    },
    cancel(id) {
      if (fetching.has(id)) cancelled.add(id);
    },
    tidy() {
      tidiedAt = 0;
      tidying.wake();
    },
    async stop() {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      hangUp();
      await Promise.all([tidying.stop(), ...fetching.values()]);
      if (timer !== null) clearTimeout(timer);
    },
  };
}
