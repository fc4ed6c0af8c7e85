import type { ImapFlow, ListResponse } from 'imapflow';
import { findFolders, findPath } from './find-folders.ts';
import { isInFolder } from './is-in-folder.ts';
import { listFolders } from './list-folders.ts';

export type FoundOnServer = {
  /** Where it is; null when it is in none of the folders. */
  readonly foundIn: string | null;
  /** What was found is the copy in Sent. */
  readonly isCopy: boolean;
  /** Where it was looked for, in order. */
  readonly folders: readonly string[];
};

/** RFC 6154: where a server may have put what it sent. Not Drafts: what is there has not left. */
const otherPlaces: ReadonlySet<string> = new Set(['\\All', '\\Archive']);

/**
 * Looks for a message by its Message-ID wherever the server could hold one that was sent: in Sent, in
 * the folder that has everything, in an archive, in the inbox.
 */
export async function findOnServer(
  client: ImapFlow,
  headerMessageId: string,
): Promise<FoundOnServer> {
  const listed = await listFolders(client);
  const found = findFolders(listed);
  const sent = findPath(found, 'sent');
  const inbox = findPath(found, 'inbox') ?? 'INBOX';
  const others = listed.filter(isOtherPlace).map(({ path }) => path);
  const folders = [...new Set([...(sent === null ? [] : [sent]), ...others, inbox])];
  for (const path of folders) {
    if (await isInFolder(client, path, headerMessageId)) {
      return { foundIn: path, isCopy: path === sent, folders };
    }
  }
  return { foundIn: null, isCopy: false, folders };
}

function isOtherPlace({ specialUse, flags }: ListResponse): boolean {
  return otherPlaces.has(specialUse ?? '') && !flags.has('\\Noselect');
}
