import type { ImapFlow } from 'imapflow';
import { refusedCommand } from '../connection-error.ts';
import { findFolders, findPath } from './find-folders.ts';
import { isInFolder } from './is-in-folder.ts';
import { listFolders } from './list-folders.ts';

export type SentCopy = {
  readonly headerMessageId: string;
  readonly raw: Buffer;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
};

/**
 * Puts a copy into Sent unless one is there, making the folder if the account has none: a server may
 * file what it sends by itself, and an earlier try may have been cut off after its APPEND. False when
 * a server that always does has not done it yet: a copy of ours would be the second.
 */
export async function fileSentCopy(
  client: ImapFlow,
  copy: SentCopy,
  smtpHost: string,
): Promise<boolean> {
  const found = findPath(findFolders(await listFolders(client)), 'sent');
  if (found !== null && (await isInFolder(client, found, copy.headerMessageId))) return true;
  if (filesByItself(client, smtpHost)) return false;
  const sent = found ?? (await client.mailboxCreate('Sent')).path;
  const appended = await client.append(sent, copy.raw, ['\\Seen'], new Date(copy.sentAt));
  if (appended === false) throw refusedCommand('APPEND');
  return true;
}

/** Those of Google say so by an extension of theirs, under whatever name they are reached. */
const gmailExtension = 'X-GM-EXT-1';

/** Those of Microsoft, which file what is sent through them. */
const filingHosts: ReadonlySet<string> = new Set([
  'smtp.office365.com',
  'smtp-mail.outlook.com',
  'smtp.gmail.com',
]);

function filesByItself(client: ImapFlow, smtpHost: string): boolean {
  return client.capabilities.has(gmailExtension) || filingHosts.has(smtpHost.toLowerCase());
}
