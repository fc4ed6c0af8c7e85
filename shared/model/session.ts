import { z } from 'zod';
import { StaffId } from '../ids.ts';

export const StaffProfile = z.object({ id: StaffId, name: z.string() });
export type StaffProfile = Readonly<z.infer<typeof StaffProfile>>;

export const SessionState = z.object({
  phase: z.enum(['first-run', 'locked', 'unlocked']),
  profiles: z.array(StaffProfile),
  /** Who is signed in. */
  staff: StaffProfile.nullable(),
  /** The keyring file was unreadable: its kept copy is in use, or none was good. */
  keyring: z.enum(['good', 'restored-from-copy', 'damaged']),
});
export type SessionState = Readonly<z.infer<typeof SessionState>>;
