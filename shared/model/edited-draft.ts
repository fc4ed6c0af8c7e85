import { z } from 'zod';
import { MessageId } from '../ids.ts';

/**
 * A reply as another program saved it in the account's Drafts. Of its addresses only the writer's is
 * looked at, to tell whose it is; none of them gets into a letter.
 */
export const EditedDraft = z.object({
  /** Names this very text: a later one of the same reply is another. */
  version: z.string().max(64),
  /** The message that it answers: no letter to anybody else may take its words. */
  messageId: MessageId,
  /** When the server got it, in milliseconds since the epoch. */
  savedAt: z.number(),
  text: z.string().max(1_000_000),
  /** As the other program wrote it, not cleaned; null for plain text, and for what is too long. */
  html: z.string().max(500_000).nullable(),
  /** Files are in it, which are not taken along. */
  hasFiles: z.boolean(),
  /** Why its text cannot be shown; null where it can. */
  problem: z.enum(['too-large', 'unreadable']).nullable(),
});
export type EditedDraft = Readonly<z.infer<typeof EditedDraft>>;

export const EditedDraftChoice = z.enum(['taken', 'kept']);
export type EditedDraftChoice = z.infer<typeof EditedDraftChoice>;
