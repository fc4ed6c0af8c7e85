import type { ImapFlow } from 'imapflow';
import type { Folder } from '../../store/folders.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { findSeenActions, removeSeenActions } from '../../store/seen-actions.ts';
import { hasUidsOf, selectedMailbox } from './selected-mailbox.ts';
import { toUidSet } from './uid-set.ts';

/**
 * Tells the server what staff marked read or unread. An action is forgotten only after the server
 * said OK, and setting a flag twice does no harm, so a kill in between loses nothing.
 */
export async function replaySeen(
  client: ImapFlow,
  db: SectionDatabase,
  folder: Folder,
): Promise<void> {
  const actions = findSeenActions(db, folder.id);
  for (const seen of [true, false]) {
    const same = actions.filter((action) => action.seen === seen);
    if (same.length === 0) continue;
    const range = toUidSet(same.map((action) => action.uid));
    const lock = await client.getMailboxLock(folder.path);
    try {
      // The marks are kept by message: they find their new UIDs once the folder is read anew.
      if (!hasUidsOf(selectedMailbox(client), folder)) return;
      const done = seen
        ? await client.messageFlagsAdd(range, ['\\Seen'], { uid: true })
        : await client.messageFlagsRemove(range, ['\\Seen'], { uid: true });
      if (done) removeSeenActions(db, folder.id, same);
    } finally {
      lock.release();
    }
  }
}
