import { z } from 'zod';
import { ErasureId, MemberId } from '../ids.ts';
import { ErasureCertificate, ErasurePlace, longestErasureReason } from '../model/erasure.ts';
import { inMembers, nothing } from './places.ts';

const ofMember = inMembers.extend({ memberId: MemberId });

/** Erasing a person who asked for it: an administrator's, and for good. */
export const erasureCalls = {
  /** Every place that has something of the person, and what becomes of it. */
  'erasure.preview': {
    input: ofMember,
    output: z.object({
      places: z.array(ErasurePlace),
      /** When the record was last changed, to be given back with the decision. */
      changedAt: z.number(),
    }),
  },
  /** `seen` is the `changedAt` of the preview. */
  'erasure.erase': {
    input: ofMember.extend({
      reason: z.string().trim().min(1).max(longestErasureReason),
      seen: z.number(),
      /** Their letters too, here and on the mail server. */
      deletesMails: z.boolean(),
    }),
    output: ErasureCertificate,
  },
  /** Newest first. */
  'erasure.list': { input: inMembers, output: z.array(ErasureCertificate) },
  /** On record before it is printed; `entry` is that of the print. */
  'erasure.print': {
    input: inMembers.extend({ number: ErasureId }),
    output: z.object({ entry: z.int(), certificate: ErasureCertificate }),
  },
  'erasure.notPrinted': { input: inMembers.extend({ entry: z.int().positive() }), output: nothing },
} as const;
