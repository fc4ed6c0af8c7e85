import { z } from 'zod';

export const Attachment = z.object({
  /** Position in the message, in MIME order; the name to ask for it by. */
  index: z.int().nonnegative(),
  filename: z.string().nullable(),
  mimeType: z.string(),
  /** Decoded bytes. */
  size: z.int().nonnegative(),
  /** Without angle brackets; what a `cid:` link in the HTML names. */
  contentId: z.string().nullable(),
  inline: z.boolean(),
});
export type Attachment = Readonly<z.infer<typeof Attachment>>;
