import { z } from 'zod';
import { MessageId } from '../ids.ts';
import { Draft, DraftKind, LetterKind } from '../model/draft.ts';
import { LetterContent } from '../model/letter-content.ts';
import { OutboxItem } from '../model/outbox-item.ts';
import { inConversation, inOutboxItem, inSection, nothing } from './places.ts';

/** What staff answer, until it has left. */
export const answerCalls = {
  /** Of whoever is signed in. An empty content deletes the draft. */
  'draft.save': {
    input: inConversation.extend({
      kind: DraftKind,
      content: LetterContent,
      messageId: MessageId.nullable(),
    }),
    output: nothing,
  },
  'reply.send': {
    input: inConversation.extend({
      kind: LetterKind,
      messageId: MessageId,
      content: LetterContent,
      /** The addresses that the window showed it to go to: to any other it does not go. */
      to: z.array(z.string().max(320)).min(1).max(50),
      /** What stands there like an unfilled variable, and staff say is meant so. */
      asWritten: z.array(z.string().max(100)).max(50).optional(),
      /** The same token never queues twice: a double click sends once. */
      token: z.uuid(),
    }),
    output: OutboxItem,
  },

  'outbox.list': { input: inSection, output: z.array(OutboxItem) },
  'outbox.retry': { input: inOutboxItem, output: OutboxItem },
  /** Takes a queued or failed reply back into the conversation's draft. */
  'outbox.withdraw': { input: inOutboxItem, output: Draft },
  /** Staff decide about an uncertain reply after looking. */
  'outbox.settle': {
    input: inOutboxItem.extend({ decision: z.enum(['was-sent', 'send-again']) }),
    output: nothing,
  },
} as const;
