import type { ImapFlow } from 'imapflow';
import { findFolders } from '../../mail/imap/find-folders.ts';
import { listFolders } from '../../mail/imap/list-folders.ts';
import { type OrphanRemoval, removeOrphans } from '../../store/folder-messages.ts';
import type { Folder } from '../../store/folders.ts';
import { findFolder, keepFolder, saveFolderComplete } from '../../store/folders.ts';
import { settleDeletions } from '../../store/mail-deletions.ts';
import { downloadFolder } from './download-folder.ts';
import { type FolderLook, lookAtFolder } from './look-at-folder.ts';
import { replayDeletions } from './replay-deletions.ts';
import { replayFlags } from './replay-flags.ts';
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
  // The first time it looks for what an earlier session had to leave.
  let areSomeKept = await catchUp(client, context, folders, {
    mayBeUnchanged: true,
    areSomeKept: true,
  });
  caughtUp();
  for (;;) {
    // What came to INBOX while Sent was selected was announced to nobody. Selecting INBOX and
    // releasing it starts IDLE there.
    if (!isSelected(client, folders[0]))
      areSomeKept = await catchUp(client, context, folders.slice(0, 1), {
        mayBeUnchanged: true,
        areSomeKept,
      });
    const { inboxOnly } = await wakeups.next(client, pollInterval);
    areSomeKept = await catchUp(client, context, inboxOnly ? folders.slice(0, 1) : folders, {
      mayBeUnchanged: false,
      areSomeKept,
    });
    caughtUp();
  }
}

function isSelected(client: ImapFlow, folder: Folder | undefined): boolean {
  return client.mailbox !== false && client.mailbox.path === folder?.path;
}

async function keepFolders(client: ImapFlow, { db }: SyncContext): Promise<readonly Folder[]> {
  const { inbox, sent } = findFolders(await listFolders(client));
  const kept = [keepFolder(db, 'inbox', inbox)];
  if (sent !== null) kept.push(keepFolder(db, 'sent', sent));
  return kept;
}

type CatchUpOptions = {
  readonly mayBeUnchanged: boolean;
  /** Messages in no folder may be left from before. */
  readonly areSomeKept: boolean;
};

/** Says whether messages are left that are in no folder: they wait for the end of staff's work. */
async function catchUp(
  client: ImapFlow,
  context: SyncContext,
  folders: readonly Folder[],
  { mayBeUnchanged, areSomeKept }: CatchUpOptions,
): Promise<boolean> {
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
    await replayFlags(client, context.db, folder);
    await replayDeletions(client, context, folder);
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
  recordDeleted(context);
  if (!removedAny && !areSomeKept) return false;
  const removal = removeRecorded(context);
  if (removal.changed.size > 0) {
    context.changed(removal.changed);
    context.deleted();
  }
  return removal.areSomeKept;
}

/** What staff had deleted for good is on record once the server has none of it. */
function recordDeleted({ db, ledger, changed }: SyncContext): void {
  const finished = ledger.write((record) => {
    const settled = settleDeletions(db);
    for (const { number, count } of settled)
      record({ kind: 'mails-deleted', by: null, detail: { erasure: number, count } });
    return settled;
  });
  if (finished.length > 0) changed(new Set());
}

/**
 * What the server no longer has goes here too: by nobody's hand here, and on record. How many, not
 * whose: the ledger never forgets.
 */
function removeRecorded({ db, ledger }: SyncContext): OrphanRemoval {
  return ledger.write((record) => {
    const removal = removeOrphans(db);
    if (removal.removed > 0) {
      record({ kind: 'messages-removed', by: null, detail: { count: removal.removed } });
    }
    return removal;
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
