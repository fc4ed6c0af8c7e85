import { z } from 'zod';
import { AppError } from '../errors.ts';
import { SectionId } from './section.ts';
import { SyncStatus } from './sync-status.ts';

export const SectionSummary = z.object({
  id: SectionId,
  /** Conversations in the inbox with an unread message. */
  unread: z.int(),
  /** Conversations whose turn is ours, and those that wait for their reader. */
  open: z.int(),
  waiting: z.int(),
  /** Those that opened by themselves: a snooze is over, or a reader has not answered. */
  due: z.int(),
  /** Replies that failed or are uncertain. */
  outboxProblems: z.int(),
  outboxWaiting: z.int(),
  /** Form mails that could not be read. */
  unreadForms: z.int(),
  /** The section's own address; null until an account is set up. */
  address: z.string().nullable(),
  sync: SyncStatus,
  /** Why the section's database could not be opened; its mail is untouched on disk. */
  storeError: AppError.nullable(),
});
export type SectionSummary = Readonly<z.infer<typeof SectionSummary>>;
