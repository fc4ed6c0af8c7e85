import { z } from 'zod';
import { AppError } from '../errors.ts';
import { ConversationId, OutboxItemId } from '../ids.ts';

/**
 * `uncertain`: the app ended between handing the message over and hearing the answer, so it may
 * have left. It is never sent again by itself. `sent` waits only for its copy in Sent.
 */
export const OutboxState = z.enum(['queued', 'sending', 'sent', 'uncertain', 'failed']);
export type OutboxState = z.infer<typeof OutboxState>;

export const OutboxItem = z.object({
  id: OutboxItemId,
  conversationId: ConversationId,
  state: OutboxState,
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: z.number(),
  attempts: z.int(),
  /** When the next automatic attempt is due; null when none is. */
  retryAt: z.number().nullable(),
  error: AppError.nullable(),
});
export type OutboxItem = Readonly<z.infer<typeof OutboxItem>>;
