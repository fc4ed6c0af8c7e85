import { z } from 'zod';

/** What a letter says of its sender that may mislead; the address shown is always the one used. */
export const SenderDoubt = z.discriminatedUnion('kind', [
  /** The name has an address in it that is not the sender's. */
  z.object({ kind: z.literal('name'), named: z.string(), address: z.string() }),
  /** More than one is said to have written it. */
  z.object({ kind: z.literal('several'), addresses: z.array(z.string()) }),
  /** Another one sent it (RFC 5322 3.6.2, Sender). */
  z.object({ kind: z.literal('sent-by'), address: z.string() }),
  /** Answers go to another address. */
  z.object({ kind: z.literal('answers-to'), addresses: z.array(z.string()) }),
  /** The domain looks like one of the company's. */
  z.object({ kind: z.literal('passes-for'), domain: z.string(), company: z.string() }),
  /** The domain has letters of other scripts than it seems; as the network has it. */
  z.object({ kind: z.literal('scripts'), domain: z.string() }),
]);
export type SenderDoubt = Readonly<z.infer<typeof SenderDoubt>>;
