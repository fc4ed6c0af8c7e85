import { randomUUID } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { appendDraft, findDraftCopy, removeDraftCopy } from '../../mail/imap/drafts-folder.ts';
import type { SectionDatabase } from '../../store/open-database.ts';
import {
  beginCopy,
  type DraftToCopy,
  endCopy,
  findUncertainCopies,
  removeCopy,
  type ServerDraft,
} from '../../store/server-drafts.ts';
import type { ServerDraftsDependencies } from './server-drafts-dependencies.ts';

/** What a kill left open: a copy that got there is found by its Message-ID, another was none. */
export async function settleCopies(
  client: ImapFlow,
  db: SectionDatabase,
  path: string,
): Promise<void> {
  for (const { headerMessageId } of findUncertainCopies(db)) {
    const place = await findDraftCopy(client, path, headerMessageId);
    if (place === null) removeCopy(db, headerMessageId);
    else endCopy(db, headerMessageId, place);
  }
}

/** Each is on record before it leaves. */
export async function copyDrafts(
  deps: Pick<ServerDraftsDependencies, 'db' | 'ledger' | 'compose' | 'account'>,
  client: ImapFlow,
  path: string,
  drafts: readonly DraftToCopy[],
  server: string,
): Promise<void> {
  const address = deps.account()?.senderAddress ?? '';
  for (const draft of drafts) {
    const headerMessageId = `${randomUUID()}@${address.slice(address.lastIndexOf('@') + 1)}`;
    const raw = await deps.compose(draft, headerMessageId);
    deps.ledger.write((record) => {
      beginCopy(deps.db, headerMessageId, draft);
      record({
        kind: 'draft-copied',
        by: null,
        target: server,
        conversationId: draft.conversationId,
      });
    });
    endCopy(deps.db, headerMessageId, await appendDraft(client, path, headerMessageId, raw));
  }
}

export async function removeCopies(
  client: ImapFlow,
  db: SectionDatabase,
  path: string,
  copies: readonly ServerDraft[],
): Promise<void> {
  for (const { headerMessageId, uid, uidValidity } of copies) {
    if (uid === null || uidValidity === null) continue;
    // Numbered anew since: by its Message-ID, if it is there at all.
    const place = await findDraftCopy(client, path, headerMessageId);
    if (place !== null) await removeDraftCopy(client, path, place);
    removeCopy(db, headerMessageId);
  }
}
