import { z } from 'zod';
import { NoteId } from '../ids.ts';

/** Longer than anybody notes down; a longer one is a mistake or an attack. */
export const NoteText = z.string().max(100_000);

/** What staff tell each other about a conversation. It never leaves the section. */
export const Note = z.object({
  id: NoteId,
  text: z.string(),
  /** As the person was called then; '' when unknown. */
  author: z.string(),
  /** Whether it is of whoever is signed in, who alone may change it. */
  isOwn: z.boolean(),
  /** Milliseconds since the epoch. */
  at: z.number(),
  isChanged: z.boolean(),
});
export type Note = Readonly<z.infer<typeof Note>>;
