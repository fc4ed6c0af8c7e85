import type { ImapFlow } from 'imapflow';
import { refusedCommand } from '../connection-error.ts';

/** Whether a folder has a message with this Message-ID. */
export async function isInFolder(
  client: ImapFlow,
  path: string,
  headerMessageId: string,
): Promise<boolean> {
  const lock = await client.getMailboxLock(path);
  try {
    // RFC 9051 6.4.4: HEADER matches a substring, so the angle brackets keep it whole.
    const found = await client.search(
      { header: { 'message-id': `<${headerMessageId}>` } },
      { uid: true },
    );
    if (!Array.isArray(found)) throw refusedCommand('SEARCH');
    return found.length > 0;
  } finally {
    lock.release();
  }
}
