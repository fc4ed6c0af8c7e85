import { z } from 'zod';
import { StaffId } from '../ids.ts';
import { SectionId } from './section.ts';

/** An administrator adds staff, and grants and withdraws sections. */
export const StaffRole = z.enum(['administrator', 'staff']);
export type StaffRole = z.infer<typeof StaffRole>;

export const StaffProfile = z.object({ id: StaffId, name: z.string(), role: StaffRole });
export type StaffProfile = Readonly<z.infer<typeof StaffProfile>>;

/** A profile as an administrator sees it. */
export const StaffEntry = StaffProfile.extend({
  sections: z.array(SectionId),
  /** Has not chosen a passphrase of their own yet. */
  isHandedOver: z.boolean(),
});
export type StaffEntry = Readonly<z.infer<typeof StaffEntry>>;

export const staffNameLength = 100;
export const StaffName = z.string().trim().min(1).max(staffNameLength);
