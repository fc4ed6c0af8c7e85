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
