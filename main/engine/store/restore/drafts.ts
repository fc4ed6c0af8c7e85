import type { ConversationId, MessageId } from '../../../../shared/ids.ts';
import { findDraft, saveDraft } from '../drafts.ts';
import type { SectionDatabase } from '../open-database.ts';
import { statement } from '../statement.ts';
import { findConversation, findSameMessage, hasConversation } from './find-counterpart.ts';

type StoredDraft = {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId | null;
  readonly text: string;
  readonly savedAt: number;
};

/** How many drafts would be taken along, and how many have no conversation to go to. */
export function countNewerDrafts(
  current: SectionDatabase,
  backup: SectionDatabase,
): { readonly taken: number; readonly lost: number } {
  const known = new Set(allDrafts(backup).map(({ text }) => text));
  const newer = allDrafts(current).filter(({ text }) => !known.has(text));
  const taken = newer.filter((draft) => hasConversation(current, backup, draft.conversationId));
  return { taken: taken.length, lost: newer.length - taken.length };
}

/**
 * Brings every draft of the present database along. Where the backup has another for the same
 * conversation the newer one stays if it goes on from that, else both, one after the other: what
 * staff typed is never dropped.
 */
export function takeDraftsAlong(current: SectionDatabase, restored: SectionDatabase): void {
  for (const draft of allDrafts(current)) {
    const conversationId = findConversation(current, restored, draft.conversationId);
    if (conversationId === null) continue;
    const { messageId } = draft;
    const answered = messageId === null ? null : findSameMessage(current, restored, messageId);
    const older = findDraft(restored, conversationId)?.text ?? '';
    const text = draft.text.startsWith(older) ? draft.text : `${older}\n\n${draft.text}`;
    saveDraft(restored, conversationId, text, draft.savedAt, answered?.messageId ?? null);
  }
}

function allDrafts(db: SectionDatabase): StoredDraft[] {
  return statement<StoredDraft>(
    db,
    `SELECT conversation_id AS conversationId, message_id AS messageId, text, saved_at AS savedAt
     FROM draft ORDER BY conversation_id`,
  ).all();
}
