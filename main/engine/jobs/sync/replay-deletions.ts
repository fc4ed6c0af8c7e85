import type { ImapFlow } from 'imapflow';
import { deleteMessages } from '../../mail/imap/delete-messages.ts';
import type { Folder } from '../../store/folders.ts';
import { findDeletionUids } from '../../store/mail-deletions.ts';
import { withUidsOf } from './selected-mailbox.ts';
import type { SyncContext } from './sync-context.ts';
import { toUidSet } from './uid-set.ts';

/** UIDs of one command: far from together they make a long line. */
const deletionSize = 500;

/**
 * Has the server delete what was deleted here. That it is gone is known from the folder's UIDs, which
 * are looked at next, so a kill in between loses nothing.
 */
export async function replayDeletions(
  client: ImapFlow,
  { db, log }: SyncContext,
  folder: Folder,
): Promise<void> {
  const uids = findDeletionUids(db, folder.id);
  if (uids.length === 0) return;
  // Under other numbers they are found again by their bytes.
  await withUidsOf(client, folder, async () => {
    for (let start = 0; start < uids.length; start += deletionSize) {
      const range = toUidSet(uids.slice(start, start + deletionSize));
      // Asked again each time: a folder may be read-only for now, and the rest goes on.
      if (!(await deleteMessages(client, range))) log('sync.kept', { folder: folder.role });
    }
  });
}
