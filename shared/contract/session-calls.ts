import { z } from 'zod';
import { StaffId } from '../ids.ts';
import { SectionId } from '../model/section.ts';
import { SessionState } from '../model/session.ts';
import { StaffEntry, StaffName, StaffRole } from '../model/staff.ts';
import { nothing } from './places.ts';

const passphrase = z.string().min(1).max(1000);
const ofStaff = z.object({ staffId: StaffId });
/** Shown once, to be printed: `code` is what the recovery sheet says. */
const withSheet = z.object({ state: SessionState, code: z.string() });
/** To be handed over once: whoever signs in with it must choose another. */
const handedOver = z.object({ passphrase: z.string() });

/** Who is signed in, and who may be. */
export const sessionCalls = {
  'session.state': { input: nothing, output: SessionState },
  'session.create': {
    input: z.object({ name: StaffName, passphrase }),
    output: withSheet,
  },
  'session.unlock': {
    input: ofStaff.extend({
      passphrase,
      /** On this computer, where it has a keychain. Left out, it is as it was. */
      staysSignedIn: z.boolean().optional(),
    }),
    output: SessionState,
  },
  /** Whoever is signed in does not stay so on this computer. */
  'session.forget': { input: nothing, output: SessionState },
  /** Gives a profile another passphrase and every section, by the code on the recovery sheet. */
  'session.recover': {
    input: ofStaff.extend({ code: z.string().max(200), passphrase }),
    output: withSheet,
  },
  'passphrase.change': {
    input: z.object({ current: passphrase, next: passphrase }),
    output: SessionState,
  },
  /** A new recovery sheet; the last one opens nothing any more. */
  'recovery.renew': {
    input: z.object({ passphrase }),
    output: z.object({ code: z.string() }),
  },

  // For administrators.
  'staff.list': { input: nothing, output: z.array(StaffEntry) },
  'staff.add': {
    input: z.object({ name: StaffName, role: StaffRole, sections: z.array(SectionId) }),
    output: handedOver,
  },
  'staff.setRole': { input: ofStaff.extend({ role: StaffRole }), output: nothing },
  'staff.grant': { input: ofStaff.extend({ sectionId: SectionId }), output: nothing },
  /** Changes the section's key too: a kept copy of the old one opens nothing new. */
  'staff.withdraw': { input: ofStaff.extend({ sectionId: SectionId }), output: nothing },
  'staff.resetPassphrase': { input: ofStaff, output: handedOver },
  'staff.remove': { input: ofStaff, output: nothing },
} as const;
