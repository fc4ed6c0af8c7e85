import { z } from 'zod';
import { SectionId } from './section.ts';
import { StaffProfile } from './staff.ts';

export const SessionState = z.object({
  /** `new-passphrase`: signed in with one that was handed over; nothing opens before it is changed. */
  phase: z.enum(['first-run', 'locked', 'new-passphrase', 'unlocked']),
  profiles: z.array(
    StaffProfile.extend({
      /** Too many wrong passphrases: the next one is looked at from then, in ms since the epoch. */
      waitUntil: z.number().nullable(),
      /** Opens without a passphrase when the app starts on this computer. */
      staysSignedIn: z.boolean(),
    }),
  ),
  /** Who is signed in, and what for. */
  staff: StaffProfile.extend({
    sections: z.array(SectionId),
    staysSignedIn: z.boolean(),
  }).nullable(),
  /** The keyring file was unreadable: its kept copy is in use, or none was good. */
  keyring: z.enum(['good', 'restored-from-copy', 'damaged']),
  recovery: z.object({
    hasSheet: z.boolean(),
    /** As of a profile. */
    waitUntil: z.number().nullable(),
  }),
});
export type SessionState = Readonly<z.infer<typeof SessionState>>;
