import { z } from 'zod';

/** A key that was pressed in the frame of an HTML mail, told to the page that holds it: it may be a shortcut. */
export const MailFrameKey = z.object({
  kind: z.literal('mail-frame.key'),
  key: z.string().max(20),
  ctrlKey: z.boolean(),
  metaKey: z.boolean(),
  altKey: z.boolean(),
  shiftKey: z.boolean(),
});
export type MailFrameKey = Readonly<z.infer<typeof MailFrameKey>>;
