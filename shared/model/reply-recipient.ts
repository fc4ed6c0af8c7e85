import { z } from 'zod';
import { Participant } from './participant.ts';

/** Who a reply would go to, or why this message cannot be answered. */
export const ReplyRecipient = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true), recipient: Participant }),
  z.object({
    allowed: z.literal(false),
    reason: z.enum(['no-reader', 'automatic', 'invalid-address', 'several-addresses']),
  }),
]);
export type ReplyRecipient = Readonly<z.infer<typeof ReplyRecipient>>;
