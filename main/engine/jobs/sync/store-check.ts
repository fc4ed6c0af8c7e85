import type { ImapFlow } from 'imapflow';
import type { FolderDifferences, StoreCheck } from '../../../../shared/model/mail-report.ts';
import { countStoredUids } from '../../store/folder-messages.ts';
import { findFolderById, findSyncedFolders, readAnew } from '../../store/folders.ts';
import { catchUpIfAllowed } from './catch-up.ts';
import { checkFolder } from './check-folder.ts';
import type { SyncContext } from './sync-context.ts';

export type StoreCheckJob = {
  /** Null before the first. */
  readonly status: () => StoreCheck | null;
  /** To be done with the next connection, or the one that there is. */
  readonly request: (withContent: boolean) => void;
  readonly cancel: () => void;
  /** Does what was asked for; false for nothing. `betweenFetches` is when others get their turn. */
  readonly run: (
    client: ImapFlow,
    context: SyncContext,
    betweenFetches: () => Promise<void>,
  ) => Promise<boolean>;
};

/** Compares the whole store of a section with its server, on the connection of its sync. */
export function createStoreCheck(changed: (status: StoreCheck) => void): StoreCheckJob {
  let status: StoreCheck | null = null;

  function show(change: Partial<StoreCheck>): void {
    if (status === null) return;
    status = { ...status, ...change };
    changed(status);
  }
  const isWanted = () => status?.phase === 'running';

  return {
    status: () => status,
    request(withContent) {
      if (status?.phase === 'running') return;
      status = {
        ...{ phase: 'waiting', withContent, done: 0, total: 0, folders: 0, at: null },
        differences: [],
      };
      changed(status);
    },
    cancel() {
      if (status?.phase === 'running' || status?.phase === 'waiting') show({ phase: 'cancelled' });
    },
    async run(client, context, betweenFetches) {
      if (status?.phase !== 'waiting') return false;
      const { db } = context;
      const { withContent } = status;
      const folders = findSyncedFolders(db);
      const total = folders.reduce((sum, { id }) => sum + countStoredUids(db, id), 0);
      const differences: FolderDifferences[] = [];
      show({ phase: 'running', done: 0, total, folders: folders.length, differences });
      let done = 0;
      const advance = async (messages: number): Promise<boolean> => {
        done += messages;
        show({ done, total: Math.max(done, total) });
        await betweenFetches();
        return isWanted();
      };
      try {
        for (const known of folders) {
          await catchUpIfAllowed(client, context, known, betweenFetches);
          const folder = findFolderById(db, known.id);
          if (folder === null || folder.syncedAt === null) continue;
          const found = await checkFolder(client, folder, { db, withContent, advance });
          if (!isWanted()) return true;
          if (found.missing + found.gone + found.flags + found.content > 0) differences.push(found);
          if (found.missing + found.gone + found.flags > 0) readAnew(db, folder.id);
        }
        show({ phase: 'done', at: context.clock.now(), differences });
      } catch (error) {
        // Begun anew with the next connection.
        if (isWanted()) show({ phase: 'waiting' });
        throw error;
      }
      return true;
    },
  };
}
