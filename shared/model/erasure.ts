import { z } from 'zod';
import { ErasureId, MemberId } from '../ids.ts';

/** Longest reference, in characters. */
export const longestErasureReason = 200;

/** Where something of a person is taken away. */
export const erasedPlaces = [
  'records',
  'contacts',
  'custom',
  'history',
  'reviews',
  'pairs',
  'imports',
  'search',
  'drafts',
  'forms-of-address',
] as const;

/** Where something stays, each for a reason of its own: the letters unless they are to go too. */
export const keptPlaces = [
  'mails',
  'mentions',
  'ledger',
  'disclosures',
  'requests',
  'form-marks',
  'backups',
] as const;

export const ErasurePlace = z.object({
  place: z.enum([...erasedPlaces, ...keptPlaces]),
  count: z.int().nonnegative(),
  isKept: z.boolean(),
});
export type ErasurePlace = Readonly<z.infer<typeof ErasurePlace>>;

/** Which erasure a tombstone is of. */
export const ErasureMark = z.object({
  number: ErasureId,
  /** Milliseconds since the epoch. */
  at: z.number(),
});
export type ErasureMark = Readonly<z.infer<typeof ErasureMark>>;

/** What was erased and what stays, without anything of the person but the number that they had. */
export const ErasureCertificate = ErasureMark.extend({
  memberId: MemberId,
  /** As the person was called then; '' when unknown. */
  staffName: z.string(),
  /** The reference that staff gave. */
  reason: z.string(),
  places: z.array(ErasurePlace),
  /** Of its entry in the section's chain. */
  sequence: z.int(),
  /** When every copy was destroyed that has them still, in milliseconds; null while some may be there. */
  copiesDestroyedAt: z.number().nullable(),
  /** When the server had none of their letters any more, in milliseconds; null when it may, or they stayed. */
  mailsDeletedAt: z.number().nullable(),
});
export type ErasureCertificate = Readonly<z.infer<typeof ErasureCertificate>>;
