import { setImmediate } from 'node:timers/promises';
import type { ImapFlow, StatusObject } from 'imapflow';
import { findFolders } from '../../mail/imap/find-folders.ts';
import { listFoldersWithCounts } from '../../mail/imap/list-folders.ts';
import { forgetPlaces, keepListedFolders } from '../../store/listed-folders.ts';
import type { SyncContext } from './sync-context.ts';

/** Places that are forgotten at a time. */
const placesAtOnce = 200;

export type FolderStatuses = ReadonlyMap<string, StatusObject>;

/**
 * Follows folders that were made, renamed or deleted elsewhere, and what staff chose to sync. Returns
 * the counts of each by its path.
 */
export async function keepFolders(
  client: ImapFlow,
  { db, changed }: SyncContext,
): Promise<FolderStatuses> {
  const found = findFolders(await listFoldersWithCounts(client));
  keepListedFolders(
    db,
    found.map(({ listed, ...folder }) => ({
      ...folder,
      uidValidity: listed.status?.uidValidity?.toString() ?? null,
    })),
  );
  for (;;) {
    const forgotten = forgetPlaces(db, placesAtOnce);
    if (forgotten === null) break;
    changed(forgotten);
    await setImmediate();
  }
  return new Map(
    found.flatMap(({ path, listed: { status } }) => (status === undefined ? [] : [[path, status]])),
  );
}
