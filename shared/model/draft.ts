import { z } from 'zod';
import { MessageId } from '../ids.ts';
import { LetterContent } from './letter-content.ts';

/** What can leave, and to whom: the reader, or staff. */
export const LetterKind = z.enum(['reply', 'forward']);
export type LetterKind = z.infer<typeof LetterKind>;

/** A note stays here: nothing that sends takes one. */
export const DraftKind = z.enum([...LetterKind.options, 'note']);
export type DraftKind = z.infer<typeof DraftKind>;

/** One a person, conversation and kind. */
export const Draft = LetterContent.extend({
  kind: DraftKind,
  /** The message that it answers or passes on; null when that is not known, or gone. */
  messageId: MessageId.nullable(),
  /** Milliseconds since the epoch. */
  savedAt: z.number(),
});
export type Draft = Readonly<z.infer<typeof Draft>>;
