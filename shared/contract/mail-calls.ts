import { z } from 'zod';
import { ConversationId } from '../ids.ts';
import { ConversationSummary, ListView, SearchOrder } from '../model/conversation.ts';
import { ConversationState } from '../model/conversation-state.ts';
import { Draft } from '../model/draft.ts';
import { MessageBody, MessageHeaders } from '../model/message.ts';
import { Note } from '../model/note.ts';
import { OutboxItem } from '../model/outbox-item.ts';
import { ReplyTarget } from '../model/reply-target.ts';
import { Tag } from '../model/tag.ts';
import { longestPaste } from '../search/parse-search.ts';
import { inAttachment, inConversation, inMessage, inSection, nothing } from './places.ts';

/** What readers wrote. */
export const mailCalls = {
  'sync.start': { input: inSection, output: nothing },
  /** The network is another one, or back: it connects anew, unless it was stopped. */
  'sync.reconnect': { input: inSection, output: nothing },
  'sync.cancel': { input: inSection, output: nothing },

  'conversation.list': {
    input: inSection.extend({
      view: ListView,
      /** As it was typed (search/parse-search.ts); '' lists everything. */
      query: z.string().max(longestPaste),
      order: SearchOrder.optional(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({
      total: z.int(),
      items: z.array(ConversationSummary),
      /** More were found than are listed: the newest are. */
      isCut: z.boolean(),
    }),
  },
  /** Reading one that is not open opens it, and is on record. */
  'conversation.read': {
    input: inConversation,
    output: z.object({
      id: ConversationId,
      subject: z.string(),
      /** Oldest first. */
      messages: z.array(MessageHeaders),
      /** Replies of ours that are not among the messages yet, oldest first. */
      outbox: z.array(OutboxItem),
      isFlagged: z.boolean(),
      tags: z.array(Tag),
      state: ConversationState,
      /** When to be told if the reader has not answered, as staff chose; null for never. */
      remindAt: z.number().nullable(),
      /** Oldest first. */
      notes: z.array(Note),
      /** Of whoever is signed in, one of a kind at most. */
      drafts: z.array(Draft),
      /** What the reply's draft was written to answer; null when that is not known, or gone. */
      draftTarget: ReplyTarget.nullable(),
      /** Others with a reply to it under way, by name. */
      alsoWriting: z.array(z.string()),
      /** What a new reply answers: the newest message from a reader. */
      replyTo: ReplyTarget.nullable(),
    }),
  },
  /** It is not before the person any more: the next look at it is on record again. */
  'conversation.close': { input: inConversation, output: nothing },
  'conversation.markSeen': {
    input: inConversation.extend({ seen: z.boolean() }),
    output: nothing,
  },

  'message.read': { input: inMessage, output: MessageBody },
  /** The raw message, for "view source"; cut at 2 MB. */
  /** Fetches what of a message is only on the server; `message.fetching` says how far it is. */
  'message.fetch': { input: inMessage, output: nothing },
  'message.cancelFetch': { input: inMessage, output: nothing },
  'message.source': { input: inMessage, output: z.object({ source: z.string() }) },
  /** For inline images; refused over 20 MB decoded. */
  'attachment.read': {
    input: inAttachment,
    output: z.object({
      mimeType: z.string(),
      content: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
    }),
  },
} as const;
