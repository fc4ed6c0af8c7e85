import type { ImapFlow } from 'imapflow';
import { isRefusal } from '../../mail/connection-error.ts';
import { type Folder, findFolderById, saveFolderComplete } from '../../store/folders.ts';
import { downloadFolder } from './download-folder.ts';
import { fetchNewest } from './fetch-newest.ts';
import { type FolderLook, lookAtFolder } from './look-at-folder.ts';
import { divide, divideFew, type Portion, wantedNow } from './portions.ts';
import { replayDeletions } from './replay-deletions.ts';
import { replayFlags } from './replay-flags.ts';
import { replayMoves } from './replay-moves.ts';
import type { SyncContext } from './sync-context.ts';

/** Fetched before anything else, of each folder: what fills the first screen at once. */
const firstScreen = 60;

/** Messages of one folder after which another may need a look. */
const sliceSize = 2500;

export function isSelected(client: ImapFlow, folder: Folder | undefined): boolean {
  return client.mailbox !== false && client.mailbox.path === folder?.path;
}

/**
 * Tells the server what is new here and brings folders up to date, newest messages first and of each
 * folder its first screen before the rest. Says whether a message may have left one of them.
 */
export async function catchUp(
  client: ImapFlow,
  context: SyncContext,
  folders: readonly Folder[],
  betweenSlices: () => Promise<void> = async () => undefined,
): Promise<boolean> {
  const looks: Looked[] = [];
  const wanted = wantedNow(context);
  let hasMoved = false;
  let done = 0;
  let total = 0;
  const advance = (messages: number): void => {
    done += messages;
    context.progress(done, total);
  };
  for (const known of folders) {
    const folder = findFolderById(context.db, known.id);
    if (folder === null) continue;
    await replayDeletions(client, context, folder);
    const look = await inFolder(client, folder, (justSelected) =>
      lookAtFolder(client, context.db, folder, { justSelected }),
    );
    if (look.changed.size > 0) context.changed(look.changed);
    // A server says OK of messages that it does not have any more (RFC 9051 6.4.9): those are known now.
    await replayFlags(client, context.db, look.folder);
    if (await replayMoves(client, context, look.folder)) hasMoved = true;
    total += look.missing.length;
    context.progress(done, total);
    const [screen, rest] = [look.missing.slice(0, firstScreen), look.missing.slice(firstScreen)];
    const portions = await inFolder(client, folder, async () => {
      // Before anything is asked of all: there is something to read at once.
      for (const portion of await divideFew(client, screen, wanted))
        await downloadFolder(client, context, look.folder, portion, wanted.upTo, advance);
      return divide(client, context.db, look.folder, rest, wanted);
    });
    total += portions.reduce((sum, { uids }) => sum + uids.length, 0) - rest.length;
    looks.push({ ...look, portions });
  }
  const downloadRest = async (between: () => Promise<void>): Promise<void> => {
    for (const { folder, portions, uidNext } of looks) {
      let next = uidNext;
      for (const slice of portions.flatMap(slices)) {
        await inFolder(client, folder, () =>
          downloadFolder(client, context, folder, slice, wanted.upTo, advance),
        );
        if (total > sliceSize) {
          // Nobody waits for the end of a long download with what is new on either side.
          await replayFlags(client, context.db, folder);
          next = await inFolder(client, folder, () =>
            fetchNewest(client, context, folder, next, wanted.upTo),
          );
        }
        await between();
      }
      saveFolderComplete(context.db, folder.id, next, context.clock.now());
    }
  };
  if (total <= sliceSize) await downloadRest(betweenSlices);
  else
    await context.whileWriting((keepShort) =>
      downloadRest(async () => {
        await betweenSlices();
        await keepShort();
      }),
    );
  return hasMoved || looks.some(({ removedAny }) => removedAny);
}

type Looked = FolderLook & { readonly portions: readonly Portion[] };

function slices({ uids, want }: Portion): Portion[] {
  const count = Math.ceil(uids.length / sliceSize);
  return Array.from({ length: count }, (_, index) => ({
    uids: uids.slice(index * sliceSize, (index + 1) * sliceSize),
    want,
  }));
}

/** As `catchUp`, of one that the server may refuse to open: it was just deleted, or is not for us. */
export async function catchUpIfAllowed(
  client: ImapFlow,
  context: SyncContext,
  folder: Folder,
  betweenSlices: () => Promise<void>,
): Promise<void> {
  try {
    await catchUp(client, context, [folder], betweenSlices);
  } catch (error) {
    if (!isRefusal(error) || !client.usable) throw error;
    context.log('sync.skipped', { folder: folder.role });
  }
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
