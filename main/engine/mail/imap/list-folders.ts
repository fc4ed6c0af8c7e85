import type { ImapFlow, ListResponse } from 'imapflow';
import { withinReason } from './within-reason.ts';

/** The account's folders. */
export function listFolders(client: ImapFlow): Promise<ListResponse[]> {
  return withinReason(client, () => client.list());
}

/** What tells whether anything changed in a folder that is not open (RFC 9051 6.3.11, RFC 7162 3.1.8). */
const statusQuery = { messages: true, uidNext: true, uidValidity: true, highestModseq: true };

/**
 * The account's folders with the counts of each: in one answer where the server offers LIST-STATUS
 * (RFC 5819), else asked one by one.
 */
export function listFoldersWithCounts(client: ImapFlow): Promise<ListResponse[]> {
  return withinReason(client, () => client.list({ statusQuery }));
}
