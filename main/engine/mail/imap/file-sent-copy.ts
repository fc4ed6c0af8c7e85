import type { ImapFlow } from 'imapflow';
import { refusedCommand } from '../connection-error.ts';
import { findFolders } from './find-folders.ts';

export type SentCopy = {
  readonly headerMessageId: string;
  readonly raw: Buffer;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
};

/**
 * Whether Sent has a message with this Message-ID: a server may file what it sends by itself, and an
 * earlier try may have been cut off after its APPEND.
 */
export async function isInSent(client: ImapFlow, headerMessageId: string): Promise<boolean> {
  const { sent } = findFolders(await client.list());
  return sent !== null && (await isInFolder(client, sent, headerMessageId));
}

/** Puts a copy into Sent unless one is there, making the folder if the account has none. */
export async function fileSentCopy(client: ImapFlow, copy: SentCopy): Promise<void> {
  const found = findFolders(await client.list()).sent;
  const sent = found ?? (await client.mailboxCreate('Sent')).path;
  if (found !== null && (await isInFolder(client, sent, copy.headerMessageId))) return;
  const appended = await client.append(sent, copy.raw, ['\\Seen'], new Date(copy.sentAt));
  if (appended === false) throw refusedCommand('APPEND');
}

async function isInFolder(
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
