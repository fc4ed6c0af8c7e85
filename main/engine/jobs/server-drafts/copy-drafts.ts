import { randomUUID } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { ImapFlow } from 'imapflow';
import { domainOf } from '../../../../shared/domain-name.ts';
import { errorKind } from '../../error-kind.ts';
import { digestOfWords, markDraft } from '../../mail/imap/draft-marks.ts';
import { appendDraft } from '../../mail/imap/drafts-folder.ts';
import { findReplyThread } from '../../store/messages.ts';
import {
  beginCopy,
  type DraftToCopy,
  draftToken,
  endCopy,
  removeCopy,
} from '../../store/server-drafts.ts';
import type { ServerDraftsDependencies } from './server-drafts-dependencies.ts';

/** Each is on record before it leaves. Returns those that the server did not take. */
export async function copyDrafts(
  deps: Pick<ServerDraftsDependencies, 'db' | 'ledger' | 'compose' | 'mime' | 'account' | 'log'>,
  client: ImapFlow,
  path: string,
  drafts: readonly DraftToCopy[],
  server: string,
): Promise<readonly DraftToCopy[]> {
  const refused: DraftToCopy[] = [];
  const address = deps.account()?.senderAddress ?? '';
  for (const draft of drafts) {
    const headerMessageId = `${randomUUID()}@${domainOf(address)}`;
    const { raw, digest } = await composeCopy(deps, draft, headerMessageId);
    deps.ledger.write((record) => {
      beginCopy(deps.db, headerMessageId, draft, digest);
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
      refused.push(draft);
      removeCopy(deps.db, headerMessageId);
      deps.log('drafts.failed', errorKind(error));
    }
  }
  return refused;
}

/** The digest is of what is read from the bytes, as that of another program's version is. */
async function composeCopy(
  { db, compose, mime }: Pick<ServerDraftsDependencies, 'db' | 'compose' | 'mime'>,
  draft: DraftToCopy,
  headerMessageId: string,
): Promise<{ readonly raw: Buffer; readonly digest: string }> {
  const { messageId, staffId } = draft;
  const raw = await compose(draft, headerMessageId);
  const parsed = await mime.tryParse(deflateRawSync(raw));
  // Without what it says it could not be told from another program's version.
  if (parsed === null) throw new Error('the parser gave up on a copy');
  const digest = digestOfWords(parsed.text);
  const thread = messageId === null ? null : findReplyThread(db, messageId);
  const answered = thread?.headerMessageId ?? null;
  const token = answered === null ? null : draftToken(db, { answered, staffId });
  return { raw: markDraft(raw, { draft: token, words: digest }), digest };
}

/** The server said no (RFC 9051 7.1.2); whether anything else got there is looked for later. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'responseStatus' in error && error.responseStatus === 'NO';
}
