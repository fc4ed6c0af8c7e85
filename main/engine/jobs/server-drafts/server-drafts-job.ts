import { errorKind } from '../../error-kind.ts';
import { openDraftsFolder } from '../../mail/imap/drafts-folder.ts';
import {
  type DraftToCopy,
  findAllCopies,
  findDraftsToCopy,
  findStaleCopies,
  findUncertainCopies,
} from '../../store/server-drafts.ts';
import { copyDrafts, removeCopies, settleCopies } from './copy-drafts.ts';
import type { ServerDraftsDependencies } from './server-drafts-dependencies.ts';

export type ServerDraftsJob = {
  /** A draft changed, a conversation was left, or the setting changed. */
  readonly look: () => void;
  readonly stop: () => Promise<void>;
};

/** How long nothing is typed before a copy goes out while the conversation is open, in milliseconds. */
const calm = 30_000;

/** After a failure, in milliseconds, and after a server did not take one. */
const retryWait = 60_000;
const refusedWait = 30 * 60_000;

/** Keeps a copy of each reply that is being written in the account's Drafts, where staff chose so. */
export function createServerDraftsJob(deps: ServerDraftsDependencies): ServerDraftsJob {
  const { db, clock, isOn, isOpen } = deps;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let again = false;
  const stopping = new AbortController();
  const { signal } = stopping;

  const isDue = ({ conversationId, savedAt }: DraftToCopy) =>
    !isOpen(conversationId) || savedAt + calm <= clock.now();

  async function work(): Promise<void> {
    const drafts = isOn() ? findDraftsToCopy(db) : [];
    const due = drafts.filter(isDue);
    const stale = () => (isOn() ? findStaleCopies(db) : findAllCopies(db));
    const account = deps.account();
    const isIdle = due.length === 0 && stale().length === 0 && findUncertainCopies(db).length === 0;
    if (!isIdle && account !== null) {
      const opened = await deps.openImap(account.imap, signal);
      if (!opened.ok) return schedule(retryWait);
      const client = opened.value;
      const abort = (): void => client.close();
      signal.addEventListener('abort', abort, { once: true });
      try {
        const path = await openDraftsFolder(client);
        await settleCopies(client, db, path);
        // The newer one first: at no time is there none.
        const areAllTaken = await copyDrafts(deps, client, path, due, account.imap.host);
        await removeCopies(client, db, path, stale());
        if (!areAllTaken) return schedule(refusedWait);
      } finally {
        signal.removeEventListener('abort', abort);
        await client.logout().catch(() => client.close());
      }
    }
    if (due.length < drafts.length) schedule(calm);
  }

  function schedule(milliseconds: number): void {
    if (signal.aborted) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(look, milliseconds);
  }

  function look(): void {
    if (signal.aborted) return;
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
  }

  async function run(): Promise<void> {
    while (again && !signal.aborted) {
      again = false;
      try {
        await work();
      } catch (error) {
        if (signal.aborted) return;
        // What was on its way is looked for the next time.
        deps.log('drafts.failed', errorKind(error));
        schedule(retryWait);
      }
    }
  }

  return {
    look,
    async stop() {
      stopping.abort();
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
