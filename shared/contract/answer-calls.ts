import { z } from 'zod';
import { DraftAttachmentId, MessageId } from '../ids.ts';
import { Draft, DraftKind, LetterKind } from '../model/draft.ts';
import { EditedDraft, EditedDraftChoice } from '../model/edited-draft.ts';
import { AttachedFile, LetterCheck } from '../model/letter-check.ts';
import { LetterContent } from '../model/letter-content.ts';
import { OutboxItem, Schedule } from '../model/outbox-item.ts';
import { inConversation, inOutboxItem, inSection, nothing } from './places.ts';

const addresses = z.array(z.string().max(320)).max(50);
const reason = z.string().trim().min(1).max(500);

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
  /** What another program made of the reply of whoever is signed in, that they have not chosen about. */
  'editedDraft.find': { input: inConversation, output: EditedDraft.nullable() },
  /** Remembers the choice for that version: our own copy takes its place in Drafts. */
  'editedDraft.settle': {
    input: inConversation.extend({
      version: EditedDraft.shape.version,
      choice: EditedDraftChoice,
    }),
    output: nothing,
  },
  /** What the policy says of a letter as it is typed. To queue it asks the policy again. */
  'letter.check': {
    input: inConversation.extend({
      kind: LetterKind,
      messageId: MessageId,
      content: LetterContent,
      to: addresses,
      attachments: z.array(AttachedFile).max(200),
      /** What an administrator is about to allow. */
      excepted: addresses,
    }),
    output: LetterCheck,
  },
  'reply.send': {
    input: inConversation.extend({
      kind: LetterKind,
      messageId: MessageId,
      content: LetterContent,
      /** The addresses that the window showed it to go to: to any other it does not go. */
      to: z.array(z.string().max(320)).min(1).max(50),
      /** The files that the window showed with it; left out for none. */
      attachments: z.array(DraftAttachmentId).max(200).optional(),
      /** What stands there like an unfilled variable, and staff say is meant so. */
      asWritten: z.array(z.string().max(100)).max(50).optional(),
      /** The same token never queues twice: a double click sends once. */
      token: z.uuid(),
      /** To leave at that time, not as soon as it can no longer be called back. */
      schedule: Schedule.optional(),
      /** Staff were told which characters the section's charset has no place for, and chose this. */
      asUtf8: z.boolean().optional(),
      /** An administrator lets these have the letter, who are neither its reader nor staff. */
      exception: z.object({ addresses, reason }).optional(),
      /** The conversation is done with it, until it is called back or refused for good. */
      isDone: z.boolean().optional(),
      /** Why a member's data are in it. */
      memberReason: reason.optional(),
    }),
    output: OutboxItem,
  },

  'outbox.list': { input: inSection, output: z.array(OutboxItem) },
  /** Sends what waits, or failed, now. */
  'outbox.retry': { input: inOutboxItem, output: OutboxItem },
  /** Gives what waits, or failed, another time to leave at. */
  'outbox.reschedule': { input: inOutboxItem.extend({ schedule: Schedule }), output: OutboxItem },
  /**
   * Takes a letter that nobody has back into the conversation's draft. Null for one about a
   * registration: that has none, and the decision that it told of is not made.
   */
  'outbox.withdraw': { input: inOutboxItem, output: Draft.nullable() },
  /** Nothing more is tried for those who did not get what others have. */
  'outbox.dismiss': { input: inOutboxItem, output: nothing },
  /** Staff decide about an uncertain reply after looking; the app must have looked first. */
  'outbox.settle': {
    input: inOutboxItem.extend({ decision: z.enum(['was-sent', 'send-again']) }),
    output: nothing,
  },
} as const;
