import type { ImapFlow, ListResponse } from 'imapflow';
import { withinReason } from './within-reason.ts';

/** The account's folders. */
export function listFolders(client: ImapFlow): Promise<ListResponse[]> {
  return withinReason(client, () => client.list());
}
