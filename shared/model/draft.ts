import { z } from 'zod';
import { MessageId } from '../ids.ts';

export const Draft = z.object({
  text: z.string(),
  /** The message that it answers; null when that is not known, or gone. */
  messageId: MessageId.nullable(),
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
});
export type Draft = Readonly<z.infer<typeof Draft>>;
