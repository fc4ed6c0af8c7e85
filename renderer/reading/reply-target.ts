import type { CallOutput } from '../../shared/contract.ts';
import type { Participant } from '../../shared/model/participant.ts';
import type { ReplyTarget } from '../../shared/model/reply-target.ts';

type Conversation = Pick<CallOutput<'conversation.read'>, 'draftTarget'> & {
  /** Oldest first. */
  readonly messages: readonly Pick<
    CallOutput<'conversation.read'>['messages'][number],
    'id' | 'from'
  >[];
};

type ChosenTarget = {
  readonly target: ReplyTarget;
  /** A message that came after the one that is answered, when a new reply would answer that. */
  readonly newer: { readonly target: ReplyTarget; readonly from: Participant } | null;
};

/**
 * What the reply answers: what is being written answers what it was begun for, even when that
 * message is gone (the engine then refuses to send); a stored draft likewise; a new reply the newest.
 */
export function chooseReplyTarget(
  { messages, draftTarget }: Conversation,
  replyTo: ReplyTarget,
  held: ReplyTarget | null,
): ChosenTarget {
  const target = held ?? draftTarget ?? replyTo;
  const place = (id: ReplyTarget['messageId']) => messages.findIndex((one) => one.id === id);
  const newest = messages[place(replyTo.messageId)];
  const isNewer = newest !== undefined && place(replyTo.messageId) > place(target.messageId);
  return { target, newer: isNewer ? { target: replyTo, from: newest.from } : null };
}
