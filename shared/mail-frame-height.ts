import { z } from 'zod';

/** What the frame of an HTML mail tells the page that holds it, by `postMessage`: its height in CSS px. */
export const MailFrameHeight = z.object({
  kind: z.literal('mail-frame.height'),
  height: z.number().nonnegative(),
});
export type MailFrameHeight = Readonly<z.infer<typeof MailFrameHeight>>;
