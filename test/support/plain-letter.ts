import type { DraftPlace } from '../../main/engine/store/drafts.ts';
import type { ConversationId } from '../../shared/ids.ts';
import { emptyLetter, type LetterContent } from '../../shared/model/letter-content.ts';

/** A letter of plain text and nothing else. */
export function plainLetter(text: string): LetterContent {
  return { ...emptyLetter, text };
}

/** Where the reply to a conversation is kept that nobody in particular writes. */
export function replyDraft(conversationId: ConversationId): DraftPlace {
  return { conversationId, kind: 'reply', writer: null };
}
