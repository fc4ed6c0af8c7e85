import { z } from 'zod';
import { StaffId } from '../ids.ts';
import { ChainEntry, ChainQuery, ChainVerdict } from '../model/chain-entry.ts';
import { inConversation, inSection, nothing } from './places.ts';

/** What is on record. */
export const ledgerCalls = {
  'ledger.list': {
    input: inSection.extend(ChainQuery.shape),
    output: z.object({
      total: z.int(),
      /** Newest first. */
      items: z.array(ChainEntry),
      /** Everybody that an entry of the section names. */
      staff: z.array(z.object({ id: StaffId, name: z.string() })),
    }),
  },
  /** Looks at a section's whole chain. */
  'ledger.verify': { input: inSection, output: ChainVerdict },
  /** Before so many entries are printed. */
  'ledger.print': { input: inSection.extend({ count: z.int().nonnegative() }), output: nothing },
  /** Before a conversation is printed; answers which entry says so. */
  'conversation.print': {
    input: inConversation,
    output: z.object({
      entry: z.int(),
      /** Who prints it; '' when unknown. */
      by: z.string(),
      /** Milliseconds since the epoch. */
      at: z.number(),
    }),
  },
  /** Staff cancelled it, or the printer refused. */
  'conversation.notPrinted': {
    input: inConversation.extend({ entry: z.int() }),
    output: nothing,
  },
  /** What the engine was kept from reaching since it started, the newest last. */
  'refusals.list': {
    input: nothing,
    output: z.array(z.object({ what: z.string(), at: z.number() })),
  },
} as const;
