import { z } from 'zod';
import { CannedReplyId } from '../ids.ts';
import { Locale } from './preferences.ts';

/** What staff write of a canned reply. */
export const CannedContent = z.object({
  name: z.string().trim().min(1).max(100),
  /** What is typed to find it at once; '' for none. */
  key: z.string().trim().max(20).regex(/^\S*$/),
  /** Of the letter, whatever language is on screen. */
  language: Locale,
  /** With variables in double braces (canned-text.ts). */
  text: z
    .string()
    .max(100_000)
    .refine((text) => text.trim() !== ''),
});
export type CannedContent = Readonly<z.infer<typeof CannedContent>>;

/** A text of a section that staff put into replies. */
export const CannedReply = z.object({
  id: CannedReplyId,
  ...CannedContent.shape,
  /** How often it was put into a letter. */
  uses: z.int().nonnegative(),
  /** Milliseconds since the epoch; null when never. */
  usedAt: z.number().nullable(),
  /** Null unless it was deleted: it can still be brought back. */
  deletedAt: z.number().nullable(),
});
export type CannedReply = Readonly<z.infer<typeof CannedReply>>;

/** What a canned reply said from a change of it until the next. */
export const CannedVersion = z.object({
  ...CannedContent.shape,
  /** Milliseconds since the epoch. */
  at: z.number(),
  /** As the person was called then; '' when unknown. */
  staffName: z.string(),
});
export type CannedVersion = Readonly<z.infer<typeof CannedVersion>>;
