import type { ImapFlow } from 'imapflow';
import { refusedCommand } from '../connection-error.ts';

type Place = { readonly uidValidity: string; readonly uid: number };

/** The folder that the server says is for drafts (RFC 6154), made where there is none. */
export async function openDraftsFolder(client: ImapFlow): Promise<string> {
  const listed = await client.list();
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
): Promise<Place> {
  // RFC 9051 2.3.2: \Draft is how another program knows that it is not finished.
  const appended = await client.append(path, raw, ['\\Draft', '\\Seen']);
  if (appended === false) throw refusedCommand('APPEND');
  if (appended.uid !== undefined && appended.uidValidity !== undefined) {
    return { uid: appended.uid, uidValidity: appended.uidValidity.toString() };
  }
  // A server without UIDPLUS does not say.
  const place = await findDraftCopy(client, path, headerMessageId);
  if (place === null) throw refusedCommand('APPEND');
  return place;
}

/** Where a copy is, by its Message-ID; null when it is not there. */
export async function findDraftCopy(
  client: ImapFlow,
  path: string,
  headerMessageId: string,
): Promise<Place | null> {
  const lock = await client.getMailboxLock(path);
  try {
    const found = await client.search(
      { header: { 'message-id': `<${headerMessageId}>` } },
      { uid: true },
    );
    if (!Array.isArray(found)) throw refusedCommand('SEARCH');
    const uid = found.at(-1);
    if (uid === undefined || client.mailbox === false) return null;
    return { uid, uidValidity: client.mailbox.uidValidity.toString() };
  } finally {
    lock.release();
  }
}

/**
 * Takes one message out of Drafts and nothing else. EXPUNGE alone would delete whatever another
 * program has marked (RFC 4315 2.1), so a server that cannot name the message moves it, or keeps it
 * with the mark of a deleted one.
 */
export async function removeDraftCopy(
  client: ImapFlow,
  path: string,
  { uid, uidValidity }: Place,
): Promise<void> {
  const trash = (await client.list()).find(({ specialUse }) => specialUse === '\\Trash')?.path;
  const lock = await client.getMailboxLock(path);
  try {
    // RFC 9051 2.3.1.1: under another UIDVALIDITY the number is another message's.
    if (client.mailbox === false || client.mailbox.uidValidity.toString() !== uidValidity) return;
    const range = String(uid);
    if (client.capabilities.has('UIDPLUS')) await client.messageDelete(range, { uid: true });
    else if (client.capabilities.has('MOVE') && trash !== undefined)
      await client.messageMove(range, trash, { uid: true });
    else await client.messageFlagsAdd(range, ['\\Deleted'], { uid: true });
  } finally {
    lock.release();
  }
}
