import { z } from 'zod';
import { ConversationId } from '../ids.ts';
import { ConversationState, ConversationStatus } from './conversation-state.ts';
import { Participant } from './participant.ts';
import { Tag } from './tag.ts';

export const ConversationSummary = z.object({
  id: ConversationId,
  subject: z.string(),
  /** The people written with, newest first, our own address left out. */
  participants: z.array(Participant),
  snippet: z.string(),
  /** Milliseconds since the epoch of the newest message. */
  newestAt: z.number(),
  messageCount: z.int(),
  unreadCount: z.int(),
  hasAttachment: z.boolean(),
  isFlagged: z.boolean(),
  tags: z.array(Tag),
  ...ConversationState.shape,
  /** The newest message is ours, or answered by another program. */
  answered: z.boolean(),
  hasDraft: z.boolean(),
  /** The state most in need of attention among this conversation's unsent replies. */
  outbox: z.enum(['none', 'sending', 'failed', 'uncertain']),
});
export type ConversationSummary = Readonly<z.infer<typeof ConversationSummary>>;

/** `all` is every stored message but drafts, junk and trash; search uses it unless staff narrow it. The last ones are by status. */
export const ConversationView = z.enum([
  'inbox',
  'unread',
  'sent',
  'all',
  ...ConversationStatus.options,
]);
export type ConversationView = z.infer<typeof ConversationView>;

/** The newest first, or those that fit the words best. */
export const SearchOrder = z.enum(['newest', 'relevance']);
export type SearchOrder = z.infer<typeof SearchOrder>;

/** The conversations of one folder. */
const FolderView = z.templateLiteral(['folder:', z.int().positive()]);
export type FolderView = z.infer<typeof FolderView>;

export const ListView = z.union([ConversationView, FolderView]);
export type ListView = z.infer<typeof ListView>;
