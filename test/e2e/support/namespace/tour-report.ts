import { z } from 'zod';

const Watched = z.object({
  packets: z.int(),
  lookUps: z.array(z.string()),
  /** Packets to elsewhere, look-ups of other names, in words. */
  strays: z.array(z.string()),
  /** Secrets that could be read in the packets. */
  readable: z.array(z.string()),
});

/** What the program in the namespace found. */
export const TourReport = z.object({
  /** While the app was driven through all that it does. */
  toured: Watched,
  /** While a program leaked on purpose. */
  leaked: Watched,
  mails: z.array(
    z.object({
      to: z.array(z.string()),
      /** What each message tells of others than its reader. */
      foreign: z.array(z.string()),
    }),
  ),
});
export type TourReport = z.infer<typeof TourReport>;
