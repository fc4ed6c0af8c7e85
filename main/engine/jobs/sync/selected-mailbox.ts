import type { ImapFlow, MailboxObject } from 'imapflow';
import type { Folder } from '../../store/folders.ts';

/** The folder that the caller's lock has selected. */
export function selectedMailbox(client: ImapFlow): MailboxObject {
  if (client.mailbox === false) throw new Error('no folder is selected');
  return client.mailbox;
}

/** RFC 9051 2.3.1.1: a UID means a message only together with the UIDVALIDITY that it came with. */
export function hasUidsOf(mailbox: MailboxObject, folder: Folder): boolean {
  return mailbox.uidValidity.toString() === folder.uidValidity;
}

/** The folder's count of changes; null where the server keeps none (RFC 7162). */
export function modseqOf(mailbox: MailboxObject): string | null {
  if (mailbox.noModseq === true || mailbox.highestModseq === undefined) return null;
  return mailbox.highestModseq.toString();
}

/**
 * Works in a folder while it is selected and its numbers are those that are kept. Under another
 * UIDVALIDITY they are other messages': nothing is done then, and the answer is undefined.
 */
export async function withUidsOf<T>(
  client: ImapFlow,
  folder: Folder,
  work: (mailbox: MailboxObject) => Promise<T>,
): Promise<T | undefined> {
  const lock = await client.getMailboxLock(folder.path);
  try {
    const mailbox = selectedMailbox(client);
    return hasUidsOf(mailbox, folder) ? await work(mailbox) : undefined;
  } finally {
    lock.release();
  }
}
