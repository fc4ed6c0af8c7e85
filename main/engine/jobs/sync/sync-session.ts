import type { ImapFlow } from 'imapflow';
import type { ConversationId } from '../../../../shared/ids.ts';
import { findFolders } from '../../mail/imap/find-folders.ts';
import { removeOrphans } from '../../store/folder-messages.ts';
import type { Folder } from '../../store/folders.ts';
import { findFolder, keepFolder, saveFolderComplete } from '../../store/folders.ts';
import { downloadFolder } from './download-folder.ts';
import { type FolderLook, lookAtFolder } from './look-at-folder.ts';
import { replaySeen } from './replay-seen.ts';
import type { SyncContext } from './sync-context.ts';
import type { Wakeups } from './wakeups.ts';

/** Fetched before anything else, of each folder: what fills the first screen at once. */
const firstScreen = 60;

/** How often the folder that IDLE does not watch is looked at, in milliseconds. */
const pollInterval = 60_000;

/**
 * Everything on one connection: catches up with both folders, newest first, then stays and keeps up
 * with what wakes it, until the connection ends or is closed, when it throws.
 */
export async function runSyncSession(
  client: ImapFlow,
  context: SyncContext,
  wakeups: Wakeups,
  caughtUp: () => void,
): Promise<never> {
  const folders = await keepFolders(client, context);
  await catchUp(client, context, folders, true);
  caughtUp();
  for (;;) {
    // What came to INBOX while Sent was selected was announced to nobody. Selecting INBOX and
    // releasing it starts IDLE there.
    if (!isSelected(client, folders[0])) await catchUp(client, context, folders.slice(0, 1), true);
    const { inboxOnly } = await wakeups.next(client, pollInterval);
    await catchUp(client, context, inboxOnly ? folders.slice(0, 1) : folders, false);
    caughtUp();
  }
}

function isSelected(client: ImapFlow, folder: Folder | undefined): boolean {
  return client.mailbox !== false && client.mailbox.path === folder?.path;
}

async function keepFolders(client: ImapFlow, { db }: SyncContext): Promise<readonly Folder[]> {
  const { inbox, sent } = findFolders(await client.list());
  const kept = [keepFolder(db, 'inbox', inbox)];
  if (sent !== null) kept.push(keepFolder(db, 'sent', sent));
  return kept;
}

async function catchUp(
  client: ImapFlow,
  context: SyncContext,
  folders: readonly Folder[],
  mayBeUnchanged: boolean,
): Promise<void> {
  const looks: FolderLook[] = [];
  let removedAny = false;
  let done = 0;
  let total = 0;
  const advance = (messages: number): void => {
    done += messages;
    context.progress(done, total);
  };
  for (const { role } of folders) {
    const folder = findFolder(context.db, role);
    if (folder === null) continue;
    await replaySeen(client, context.db, folder);
    const look = await inFolder(client, folder, (justSelected) =>
      lookAtFolder(client, context.db, folder, { justSelected: mayBeUnchanged && justSelected }),
    );
    if (look.changed.size > 0) context.changed(look.changed);
    removedAny ||= look.removedAny;
    total += look.missing.length;
    context.progress(done, total);
    looks.push(look);
    await inFolder(client, folder, () =>
      downloadFolder(client, context, look.folder, look.missing.slice(0, firstScreen), advance),
    );
  }
  for (const { folder, missing, uidNext } of looks) {
    await inFolder(client, folder, () =>
      downloadFolder(client, context, folder, missing.slice(firstScreen), advance),
    );
    saveFolderComplete(context.db, folder.id, uidNext, context.clock.now());
  }
  if (removedAny) context.changed(removeRecorded(context));
}

/** More senders than this are counted, not named. */
const namedSenders = 10;

/** What the server no longer has goes here too: by nobody's hand here, and on record. */
function removeRecorded({ db, ledger }: SyncContext): ReadonlySet<ConversationId> {
  return ledger.write((record) => {
    const { changed, removed, senders } = removeOrphans(db);
    if (removed > 0) {
      record({
        kind: 'messages-removed',
        by: null,
        target: senders.slice(0, namedSenders).join(', '),
        detail: { count: removed },
      });
    }
    return changed;
  });
}

async function inFolder<T>(
  client: ImapFlow,
  folder: Folder,
  work: (justSelected: boolean) => Promise<T>,
): Promise<T> {
  const selectedBefore = isSelected(client, folder);
  const lock = await client.getMailboxLock(folder.path);
  try {
    return await work(!selectedBefore);
  } finally {
    lock.release();
  }
}
