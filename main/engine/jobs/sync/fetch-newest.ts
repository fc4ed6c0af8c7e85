import type { ImapFlow } from 'imapflow';
import type { Folder } from '../../store/folders.ts';
import { downloadFolder } from './download-folder.ts';
import { selectedMailbox } from './selected-mailbox.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * In a long download of the selected folder: fetches what has come to it since it was looked at.
 * Returns the UID that the next message will have.
 */
export async function fetchNewest(
  client: ImapFlow,
  context: SyncContext,
  folder: Folder,
  uidNext: number,
  upTo: number,
): Promise<number> {
  // Some servers do not say (RFC 9051 2.3.1.1 has them do so): what came is found with the next look.
  if (!(uidNext > 0)) return uidNext;
  // A server tells of what came with its next answer (RFC 9051 5.2).
  await client.noop();
  const found = await client.search({ uid: `${uidNext}:*` }, { uid: true });
  // `*` is the last message, whatever its UID.
  const come = (Array.isArray(found) ? found : []).filter((uid) => uid >= uidNext);
  if (come.length === 0) return uidNext;
  const newest = { uids: come.sort((a, b) => b - a), want: 'body' as const };
  await downloadFolder(client, context, folder, newest, upTo, () => undefined);
  return Math.max(selectedMailbox(client).uidNext, ...come.map((uid) => uid + 1));
}
