import { z } from 'zod';
import { AccountPasswords, AccountSettings, ConnectionReport } from '../model/account.ts';
import { Backup, BackupName, BackupStatus, RestorePreview } from '../model/backup.ts';
import { SectionSettings, sectionSettingsChange } from '../model/section-settings.ts';
import { SectionSummary } from '../model/section-summary.ts';
import { SignIn } from '../model/sign-in.ts';
import { inSection, nothing } from './places.ts';

const ofBackup = inSection.extend({ name: BackupName });

/** A section as a whole: its file, its backups and its account. */
export const sectionCalls = {
  'section.list': { input: nothing, output: z.array(SectionSummary) },
  /** Tries again to open a section's database, once there is room on the disk, say. */
  'section.reopen': { input: inSection, output: nothing },
  /** Moves a damaged database that will not open aside, under a dated name, and starts an empty one. */
  'section.quarantine': { input: inSection, output: z.object({ keptAs: z.string() }) },
  /**
   * Gives a section's file another key, and its backups as well: or, without copies, one new backup,
   * and every older one is gone.
   */
  'section.rekey': {
    input: inSection.extend({ withoutCopies: z.boolean().optional() }),
    output: nothing,
  },

  'backup.list': {
    input: inSection,
    output: z.object({
      /** Newest first. */
      backups: z.array(Backup),
      /** Null while the section is closed: it cannot be backed up. */
      status: BackupStatus.nullable(),
    }),
  },
  /** Answers when the backup is there and checked; `backup.changed` tells how far it is. */
  'backup.make': { input: inSection, output: nothing },
  'backup.cancel': { input: inSection, output: nothing },
  /** Opens and checks a backup, and says what it would change. */
  'backup.preview': { input: ofBackup, output: RestorePreview },
  /** Puts a backup in the place of the section's database, which is kept under the name answered. */
  'backup.restore': { input: ofBackup, output: z.object({ keptAs: z.string() }) },

  'account.get': { input: inSection, output: AccountSettings.nullable() },
  /** How the section answers. */
  'settings.get': { input: inSection, output: SectionSettings },
  'settings.change': {
    input: inSection.extend({ change: sectionSettingsChange }),
    output: SectionSettings,
  },

  'account.test': {
    input: inSection.extend({ settings: AccountSettings, passwords: AccountPasswords }),
    output: ConnectionReport,
  },
  'account.save': {
    input: inSection.extend({ settings: AccountSettings, passwords: AccountPasswords }),
    output: nothing,
  },
  /**
   * Begins a sign-in at a provider, and gives its page for the system browser. One that is begun
   * already is given up.
   */
  'signIn.begin': {
    input: inSection.extend({ signIn: SignIn, user: z.string().max(320) }),
    output: z.object({ url: z.string() }),
  },
  /** Waits for the browser to come back; what it brings is for `account.test` and `account.save`. */
  'signIn.finish': { input: inSection, output: nothing },
  'signIn.cancel': { input: inSection, output: nothing },
} as const;
