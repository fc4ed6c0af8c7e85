import { type Result, success } from '../../shared/errors.ts';
import type { LetterContent } from '../../shared/model/letter-content.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';
import { call } from '../api.ts';
import { type ConversationPlace, keyOf } from './conversation-place.ts';
import { putBefore } from './quote-message.ts';

/** A discarded reply, as long as it can be brought back. */
export type ThrownDraft = ConversationPlace & {
  readonly content: LetterContent;
  /** As it stood in the text, or may have stood there. */
  readonly quote: string;
  readonly target: ReplyTarget;
};

type PutBack = (thrown: ThrownDraft) => void;

/** The composers on screen. "Undo" may be pressed after the one that threw its text away is gone. */
const composers = new Map<string, PutBack>();

/** Has a composer take back what its conversation's draft was; until the returned function is called. */
export function takeThrown(place: ConversationPlace, putBack: PutBack): () => void {
  const key = keyOf(place);
  composers.set(key, putBack);
  return () => {
    if (composers.get(key) === putBack) composers.delete(key);
  };
}

/** Brings a discarded reply back to where its conversation is written to now, or into the store. */
export async function bringBack(thrown: ThrownDraft): Promise<Result<null>> {
  const putBack = composers.get(keyOf(thrown));
  if (putBack === undefined) return store(thrown);
  putBack(thrown);
  return success(null);
}

/** Before what the store holds by now. */
async function store(thrown: ThrownDraft): Promise<Result<null>> {
  const { sectionId, conversationId, kind, content, quote, target } = thrown;
  const conversation = await call('conversation.read', { sectionId, conversationId });
  if (!conversation.ok) return conversation;
  // Nobody looks at it: the next one who does is on record.
  await call('conversation.close', { sectionId, conversationId });
  const draft = conversation.value.drafts.find((one) => one.kind === kind);
  const { text } = content;
  return call('draft.save', {
    sectionId,
    conversationId,
    kind,
    content:
      draft === undefined
        ? content
        : { ...content, text: putBefore(text, draft.text, quote), html: null },
    messageId: draft === undefined ? target.messageId : draft.messageId,
  });
}
