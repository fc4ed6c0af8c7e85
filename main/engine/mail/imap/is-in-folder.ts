import type { ImapFlow } from 'imapflow';
import { refusedCommand } from '../connection-error.ts';

/** Whether a folder has a message with this Message-ID, among those from a UID on. */
export async function isInFolder(
  client: ImapFlow,
  path: string,
  headerMessageId: string,
  first = 1,
): Promise<boolean> {
  const lock = await client.getMailboxLock(path);
  try {
    // RFC 9051 6.4.4: HEADER matches a substring, so the angle brackets keep it whole.
    const header = { 'message-id': `<${headerMessageId}>` };
    const found = await client.search(first === 1 ? { header } : { uid: `${first}:*`, header }, {
      uid: true,
    });
    if (!Array.isArray(found)) throw refusedCommand('SEARCH');
    // `*` is the last message, whatever its UID.
    return found.some((uid) => uid >= first);
  } finally {
    lock.release();
  }
}
