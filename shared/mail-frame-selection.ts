import { z } from 'zod';

/** What is selected in the frame of an HTML mail, told to the page that holds it: it may be quoted. */
export const MailFrameSelection = z.object({
  kind: z.literal('mail-frame.selection'),
  text: z.string().max(20_000),
});
export type MailFrameSelection = Readonly<z.infer<typeof MailFrameSelection>>;
