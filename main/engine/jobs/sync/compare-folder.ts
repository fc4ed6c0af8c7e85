import type { ImapFlow } from 'imapflow';
import { refusedCommand } from '../../mail/connection-error.ts';
import { readFlags } from '../../mail/imap/message-flags.ts';
import { findStoredUids, type ServerFlags } from '../../store/folder-messages.ts';
import type { Folder } from '../../store/folders.ts';
import { findDeletionUids } from '../../store/mail-deletions.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { compareUids } from './compare-uids.ts';
import { modseqOf, selectedMailbox } from './selected-mailbox.ts';

/** How a folder of the server's differs from what is kept of it. */
export type FolderDifference = {
  /** UIDs on the server that are not here; newest first, since that is what staff look at. */
  readonly missing: readonly number[];
  /** UIDs that are gone from the server. */
  readonly vanished: readonly number[];
  /** Flags that may be others than here. */
  readonly flags: readonly ServerFlags[];
  /** Everything up to this count of changes is in it; null where the server keeps none. */
  readonly highestModseq: string | null;
};

/** Compares every UID, and the flags of those that are here. */
export async function compareFolder(
  client: ImapFlow,
  db: SectionDatabase,
  folder: Folder,
): Promise<FolderDifference> {
  const mailbox = selectedMailbox(client);
  const isEmpty = mailbox.exists === 0;
  const onServer = isEmpty ? [] : await client.search({ all: true }, { uid: true });
  // Refused is not the same as an empty folder.
  if (!Array.isArray(onServer)) throw refusedCommand('SEARCH');
  const stored = findStoredUids(db, folder.id);
  const { missing, vanished } = compareUids(onServer, [
    ...stored,
    ...findDeletionUids(db, folder.id),
  ]);
  if (stored.length <= vanished.length)
    return { missing, vanished, flags: [], highestModseq: modseqOf(mailbox) };
  return { missing, vanished, ...(await fetchFlags(client, folder)) };
}

/** Only what changed since the last time, where the server keeps count (RFC 7162); else every flag. */
export async function fetchFlags(
  client: ImapFlow,
  folder: Folder,
): Promise<Pick<FolderDifference, 'flags' | 'highestModseq'>> {
  // The count of before: imapflow's own goes on with what is told after the answer was complete.
  let highestModseq = modseqOf(selectedMailbox(client));
  const since = folder.highestModseq;
  const options = since === null ? { uid: true } : { uid: true, changedSince: BigInt(since) };
  const flags: ServerFlags[] = [];
  for await (const message of client.fetch('1:*', { uid: true, flags: true }, options)) {
    const { uid, modseq } = message;
    flags.push({ uid, ...readFlags(message.flags) });
    if (highestModseq !== null && modseq !== undefined && modseq > BigInt(highestModseq))
      highestModseq = modseq.toString();
  }
  return { flags, highestModseq };
}
