import { z } from 'zod';

/** Whose turn it is: ours, the reader's, nobody's before a chosen time, or nobody's any more. */
export const ConversationStatus = z.enum(['open', 'waiting', 'snoozed', 'done']);
export type ConversationStatus = z.infer<typeof ConversationStatus>;

/** What staff can say it is; a snooze has a time of its own. */
export const ChosenStatus = ConversationStatus.exclude(['snoozed']);
export type ChosenStatus = z.infer<typeof ChosenStatus>;

export const ConversationState = z.object({
  status: ConversationStatus,
  /** Why it is open again by itself; null where it is not. */
  due: z.enum(['snooze', 'reminder']).nullable(),
  /** When it opens by itself; null when it does not. Milliseconds since the epoch. */
  wakesAt: z.number().nullable(),
});
export type ConversationState = Readonly<z.infer<typeof ConversationState>>;
