import type { ExpungeEvent, ImapFlow } from 'imapflow';
import { refusedCommand } from '../../mail/connection-error.ts';
import { countStoredUids, isStored } from '../../store/folder-messages.ts';
import type { Folder } from '../../store/folders.ts';
import { findDeletionUids } from '../../store/mail-deletions.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import { type FolderDifference, fetchFlags } from './compare-folder.ts';
import { modseqOf, selectedMailbox } from './selected-mailbox.ts';

/**
 * What changed in the selected folder since it was last complete, from a server that remembers what
 * was deleted (QRESYNC, RFC 7162 3.2.6): not one UID that stayed goes over the line. Null where the
 * server does not offer it, and where its answers do not add up to the number of messages it says
 * that it has; then everything is to be compared.
 */
export async function askForChanges(
  client: ImapFlow,
  db: SectionDatabase,
  folder: Folder,
): Promise<FolderDifference | null> {
  const { id, uidNext } = folder;
  const mailbox = selectedMailbox(client);
  if (!client.enabled.has('QRESYNC') || folder.highestModseq === null || uidNext === null)
    return null;
  if (modseqOf(mailbox) === null || mailbox.exists === 0) return null;
  const gone = new Set<number>();
  const hear = ({ uid, path }: ExpungeEvent): void => {
    if (uid !== undefined && path === mailbox.path) gone.add(uid);
  };
  client.on('expunge', hear);
  try {
    const arrived = mailbox.uidNext > uidNext ? await findFrom(client, uidNext) : [];
    const { flags, highestModseq } = await fetchFlags(client, folder);
    const deleted = new Set(findDeletionUids(db, id));
    const isHere = (uid: number) => deleted.has(uid) || isStored(db, id, uid);
    // One that arrived and went at once is in both.
    const vanished = [...gone].filter(isHere);
    const candidates = new Set([...arrived, ...flags.map(({ uid }) => uid)]);
    const missing = [...candidates].filter((uid) => !gone.has(uid) && !isHere(uid));
    const expected = countStoredUids(db, id) + deleted.size - vanished.length + missing.length;
    if (mailbox.exists !== expected) return null;
    return { missing: missing.sort((a, b) => b - a), vanished, flags, highestModseq };
  } finally {
    client.off('expunge', hear);
  }
}

/** UIDs from one on. `*` is the last message, whatever its UID (RFC 9051 9, seq-range). */
async function findFrom(client: ImapFlow, first: number): Promise<number[]> {
  const found = await client.search({ uid: `${first}:*` }, { uid: true });
  if (!Array.isArray(found)) throw refusedCommand('SEARCH');
  return found.filter((uid) => uid >= first);
}
