import { z } from 'zod';
import { AppError } from '../errors.ts';
import { ConversationId, OutboxItemId } from '../ids.ts';
import { LetterKind } from './draft.ts';

/**
 * `uncertain`: the app ended between handing the message over and hearing the answer, so it may
 * have left. It is never sent again by itself. `sent` waits only for its copy in Sent.
 */
export const OutboxState = z.enum(['queued', 'sending', 'sent', 'uncertain', 'failed']);
export type OutboxState = z.infer<typeof OutboxState>;

/** One of those a letter goes to, and what the server said of that one. */
export const OutboxRecipient = z.object({
  role: z.enum(['to', 'cc', 'bcc']),
  address: z.string(),
  state: z.enum(['waiting', 'accepted', 'refused']),
  error: AppError.nullable(),
});
export type OutboxRecipient = Readonly<z.infer<typeof OutboxRecipient>>;

export const OutboxItem = z.object({
  id: OutboxItemId,
  conversationId: ConversationId,
  kind: LetterKind,
  state: OutboxState,
  /** The first of those it goes to: the reader, for a reply. */
  recipient: z.string(),
  recipients: z.array(OutboxRecipient),
  subject: z.string(),
  text: z.string(),
  createdAt: z.number(),
  attempts: z.int(),
  /** When the next automatic attempt is due; null when none is. */
  retryAt: z.number().nullable(),
  error: AppError.nullable(),
});
export type OutboxItem = Readonly<z.infer<typeof OutboxItem>>;
