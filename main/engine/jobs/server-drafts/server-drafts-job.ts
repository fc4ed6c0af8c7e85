import type { ImapFlow } from 'imapflow';
import type { ConversationId } from '../../../../shared/ids.ts';
import { errorKind } from '../../error-kind.ts';
import { openDraftsFolder } from '../../mail/imap/drafts-folder.ts';
import {
  findReplacedEdits,
  forgetEditsOfNone,
  forgetUndecidedEdits,
} from '../../store/edited-drafts.ts';
import {
  type DraftToCopy,
  findAllCopies,
  findCopiedReplies,
  findDraftsToCopy,
  findStaleCopies,
  findUncertainCopies,
  forgetCopiedWords,
  hasCopy,
  type ServerDraft,
} from '../../store/server-drafts.ts';
import { repeatWhenWoken } from '../repeat-when-woken.ts';
import { copyDrafts } from './copy-drafts.ts';
import { noticeEdits, removeReplacedEdits } from './notice-edits.ts';
import type { ServerDraftsDependencies } from './server-drafts-dependencies.ts';
import { removeCopies, settleCopies } from './tend-copies.ts';

export type ServerDraftsJob = {
  /** A draft changed, a conversation was left, the setting changed, or somebody chose. */
  readonly look: () => void;
  /** Somebody has a conversation before them: what became of its copy is looked for. */
  readonly opened: (conversationId: ConversationId) => void;
  readonly stop: () => Promise<void>;
};

/** How long nothing is typed before a copy goes out while the conversation is open, in milliseconds. */
const calm = 30_000;

/** How often Drafts is looked at while a conversation with a copy is open, in milliseconds. */
const lookEvery = 3 * 60_000;

/** After a failure, in milliseconds, and what a server did not take. */
const retryWait = 60_000;
const refusedWait = 30 * 60_000;

/**
 * Keeps a copy of each reply that is being written in the account's Drafts, where staff chose so, and
 * notices what another program makes of it there.
 */
export function createServerDraftsJob(deps: ServerDraftsDependencies): ServerDraftsJob {
  const { db, clock, isOn, isOpen } = deps;
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Texts that the server did not take, and until when they are not tried again. */
  let refused: { readonly texts: ReadonlySet<string>; readonly until: number } | null = null;
  let asked = 0;
  let last: { readonly asked: number; readonly at: number } | null = null;
  const written = new Set<string>();

  const isRefused = (draft: DraftToCopy) =>
    refused !== null && clock.now() < refused.until && refused.texts.has(textKey(draft));
  const isCalm = ({ conversationId, savedAt }: DraftToCopy) =>
    !isOpen(conversationId) || savedAt + calm <= clock.now();
  const isDue = (draft: DraftToCopy) => isCalm(draft) && !isRefused(draft);
  const findStale = () => (isOn() ? findStaleCopies(db) : findAllCopies(db));
  const isLookDue = () =>
    last === null || last.asked !== asked || Math.abs(clock.now() - last.at) >= lookEvery;

  const { wake, stop } = repeatWhenWoken({
    async work() {
      // Before anything is waited for: what was thrown away is gone in that moment.
      const words = forgetCopiedWords(db) + forgetEditsOfNone(db);
      const undecided = isOn() ? 0 : forgetUndecidedEdits(db);
      if (words + undecided > 0) deps.forgotten();
      const drafts = isOn() ? findDraftsToCopy(db) : [];
      const copied = isOn() ? findCopiedReplies(db) : [];
      const stale = findStale();
      const isIdle =
        !drafts.some(isDue) &&
        stale.length === 0 &&
        !(copied.length > 0 && isLookDue()) &&
        findUncertainCopies(db).length === 0 &&
        findReplacedEdits(db).length === 0;
      const account = deps.account();
      if (!isIdle && account !== null) {
        const opened = await deps.openImap(account.imap, signal);
        if (!opened.ok) return retryWait;
        await tend(opened.value, account.imap.host, stale);
      }
      if (!drafts.every(isDue)) return calm;
      return copied.some(({ conversationId }) => isOpen(conversationId)) ? lookEvery : null;
    },
    failed(error) {
      // What was on its way is looked for the next time.
      if (!signal.aborted) deps.log('drafts.failed', errorKind(error));
      return retryWait;
    },
  });

  async function tend(
    client: ImapFlow,
    server: string,
    stale: readonly ServerDraft[],
  ): Promise<void> {
    const abort = (): void => client.close();
    signal.addEventListener('abort', abort, { once: true });
    try {
      const path = await openDraftsFolder(client);
      await settleCopies(deps, client, path);
      if (isOn()) await lookForEdits(client, path);
      // What was noticed just now keeps ours from going out beside it.
      const due = isOn() ? findDraftsToCopy(db).filter(isDue) : [];
      // The newer one first: at no time is there none.
      const notTaken = await copyDrafts(deps, client, path, due, server);
      if (notTaken.length > 0) {
        const texts = new Set([...(refused?.texts ?? []), ...notTaken.map(textKey)]);
        refused = { texts, until: clock.now() + refusedWait };
      }
      await removeCopies(deps, client, path, due.length === 0 ? stale : findStale());
      await removeReplacedEdits(deps, client, path);
    } finally {
      signal.removeEventListener('abort', abort);
      await client.logout().catch(() => client.close());
    }
  }

  async function lookForEdits(client: ImapFlow, path: string): Promise<void> {
    const looking = { asked, at: clock.now() };
    await noticeEdits(deps, client, path, written);
    last = looking;
  }

  return {
    look: wake,
    opened(conversationId) {
      if (!hasCopy(db, conversationId)) return;
      asked += 1;
      wake();
    },
    async stop() {
      stopping.abort();
      await stop();
    },
  };
}

function textKey({ conversationId, staffId, savedAt }: DraftToCopy): string {
  return `${conversationId} ${staffId} ${savedAt}`;
}
