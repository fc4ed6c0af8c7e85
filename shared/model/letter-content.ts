import { z } from 'zod';

const addresses = z.array(z.string().max(320)).max(50);

/** What staff wrote, and to whom beside the reader: as a draft holds it and as it is sent. */
export const LetterContent = z.object({
  /** Plain text. Generous for a typed letter; a longer one is a mistake or an attack. */
  text: z.string().max(1_000_000),
  /** The same letter as HTML where staff write rich text, else null. */
  html: z.string().max(4_000_000).nullable(),
  /** Of a forward, which has no reader, those that it is addressed to. */
  cc: addresses,
  bcc: addresses,
  /**
   * The line that introduces the message that is answered, where that is too long to stand in the
   * text: the engine quotes it below on sending. Null for none.
   */
  quote: z.string().max(1000).nullable(),
});
export type LetterContent = Readonly<z.infer<typeof LetterContent>>;

export const emptyLetter: LetterContent = { text: '', html: null, cc: [], bcc: [], quote: null };

/** Nothing in it is worth keeping. */
export function isEmptyLetter({ text, cc, bcc }: LetterContent): boolean {
  return text === '' && cc.length === 0 && bcc.length === 0;
}
