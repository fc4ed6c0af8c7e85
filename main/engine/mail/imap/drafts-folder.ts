import type { ImapFlow } from 'imapflow';
import { refusedCommand } from '../connection-error.ts';
import { deleteMessages } from './delete-messages.ts';
import { listFolders } from './list-folders.ts';
import type { DraftPlaceOnServer } from './read-drafts.ts';

/** The folder that the server says is for drafts (RFC 6154), made where there is none. */
export async function openDraftsFolder(client: ImapFlow): Promise<string> {
  const listed = await listFolders(client);
  const found =
    listed.find(({ specialUse }) => specialUse === '\\Drafts') ??
    listed.find(({ path }) => /^drafts$/i.test(path));
  return found?.path ?? (await client.mailboxCreate('Drafts')).path;
}

export async function appendDraft(
  client: ImapFlow,
  path: string,
  headerMessageId: string,
  raw: Buffer,
): Promise<DraftPlaceOnServer> {
  // RFC 9051 2.3.2: \Draft is how another program knows that it is not finished.
  const appended = await client.append(path, raw, ['\\Draft', '\\Seen']);
  if (appended === false) throw refusedCommand('APPEND');
  if (appended.uid !== undefined && appended.uidValidity !== undefined) {
    return { uid: appended.uid, uidValidity: appended.uidValidity.toString() };
  }
  // A server without UIDPLUS does not say.
  const place = (await findDraftCopies(client, path, headerMessageId)).at(-1);
  if (place === undefined) throw refusedCommand('APPEND');
  return place;
}

/** Where messages with this Message-ID are: another program may have saved its own under it. */
export async function findDraftCopies(
  client: ImapFlow,
  path: string,
  headerMessageId: string,
): Promise<readonly DraftPlaceOnServer[]> {
  const lock = await client.getMailboxLock(path);
  try {
    const found = await client.search(
      { header: { 'message-id': `<${headerMessageId}>` } },
      { uid: true },
    );
    if (!Array.isArray(found)) throw refusedCommand('SEARCH');
    if (client.mailbox === false) return [];
    const uidValidity = client.mailbox.uidValidity.toString();
    return found.map((uid) => ({ uid, uidValidity }));
  } finally {
    lock.release();
  }
}

/**
 * Takes one message out of Drafts and nothing else. A server that cannot delete by UID moves it, if it
 * can. Throws when the server refuses: it is then still there.
 */
export async function removeDraftCopy(
  client: ImapFlow,
  path: string,
  { uid, uidValidity }: DraftPlaceOnServer,
): Promise<void> {
  const trash = (await listFolders(client)).find(
    ({ specialUse }) => specialUse === '\\Trash',
  )?.path;
  const lock = await client.getMailboxLock(path);
  try {
    // RFC 9051 2.3.1.1: under another UIDVALIDITY the number is another message's.
    if (client.mailbox === false || client.mailbox.uidValidity.toString() !== uidValidity) return;
    const range = String(uid);
    const canMove = client.capabilities.has('MOVE') && trash !== undefined;
    if (!client.capabilities.has('UIDPLUS') && canMove) {
      if (!(await client.messageMove(range, trash, { uid: true }))) throw refusedCommand('MOVE');
    } else if (!(await deleteMessages(client, range))) throw refusedCommand('EXPUNGE');
  } finally {
    lock.release();
  }
}
