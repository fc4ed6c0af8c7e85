import { randomUUID } from 'node:crypto';
import type { ImapFlow } from 'imapflow';
import { domainOf } from '../../../../shared/domain-name.ts';
import { errorKind } from '../../error-kind.ts';
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

/** Each is on record before it leaves. False when the server did not take every one. */
export async function copyDrafts(
  deps: Pick<ServerDraftsDependencies, 'db' | 'ledger' | 'compose' | 'account' | 'log'>,
  client: ImapFlow,
  path: string,
  drafts: readonly DraftToCopy[],
  server: string,
): Promise<boolean> {
  let areAllTaken = true;
  const address = deps.account()?.senderAddress ?? '';
  for (const draft of drafts) {
    const headerMessageId = `${randomUUID()}@${domainOf(address)}`;
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
    try {
      endCopy(deps.db, headerMessageId, await appendDraft(client, path, headerMessageId, raw));
    } catch (error) {
      // One that the server does not take, too large perhaps, keeps no other from it.
      if (!isRefused(error)) throw error;
      areAllTaken = false;
      removeCopy(deps.db, headerMessageId);
      deps.log('drafts.failed', errorKind(error));
    }
  }
  return areAllTaken;
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

/** The server said no (RFC 9051 7.1.2); whether anything else got there is looked for later. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'responseStatus' in error && error.responseStatus === 'NO';
}
