import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Canary, sectionCanaries } from '../../../support/canary.ts';
import type { Dovecot } from '../../../support/dovecot.ts';
import type { SmtpServer } from '../../../support/smtp-server.ts';
import { describePage } from '../describe-page.ts';
import { type InspectedApp, launchInspected } from '../launch-package.ts';
import { setUpMailbox, signIn } from '../set-up.ts';
import { attackFromPage, attackFromSessions } from './attack-page.ts';
import { htmlLetter, plainLetter } from './canary-letters.ts';
import { standInForSystem } from './stand-ins.ts';
import { openSection, tourOutbox, tourSection } from './tour-mail.ts';
import { tourBackups, tourLedger } from './tour-records.ts';
import { tourLocks, tourSettings } from './tour-settings.ts';
import { tourFirstRun, tourPassphrases, tourStaff } from './tour-staff.ts';

export type TourDependencies = {
  readonly executable: string;
  readonly folder: string;
  readonly dovecot: Dovecot;
  readonly smtp: SmtpServer;
};

const sections = Object.entries(sectionCanaries) as readonly (readonly [
  section: string,
  canaries: readonly [Canary, Canary],
])[];

/** The user of a section's mailbox. */
export const userOf = (section: string) => section.toLowerCase().replace(' ', '-');
export const sectionNames = sections.map(([section]) => section);

/**
 * The packaged app, from its first start to its last end, through every feature that it has, and
 * through what somebody might try who got into its window. The answer: the ports by which it was
 * driven.
 */
export async function takeTour(deps: TourDependencies): Promise<readonly number[]> {
  const { folder, dovecot } = deps;
  const userData = join(folder, 'user-data');
  mkdirSync(userData);
  writeFileSync(join(userData, 'preferences.json'), '{"locale":"en","theme":"light"}');
  for (const [section, [plain, html]] of sections) {
    dovecot.deliver(userOf(section), plainLetter(plain, html));
    dovecot.deliver(userOf(section), htmlLetter(html));
  }
  const app = await launch(deps, userData);
  await driveThrough(app, deps).catch(async (error: unknown) => {
    // A log is all that is left of a failure elsewhere.
    console.log(await describePage(app.page));
    throw error;
  });
  await app.quit();

  const again = await launch(deps, userData);
  await signIn(again.page);
  await again.page.getByRole('option').first().waitFor();
  await again.quit();
  return [...app.testPorts, ...again.testPorts];
}

async function driveThrough(app: InspectedApp, deps: TourDependencies): Promise<void> {
  const { page, main } = app;
  const tour = { app, smtp: deps.smtp, savedTo: join(deps.folder, 'saved') };
  await standInForSystem(main, tour.savedTo);
  const code = await tourFirstRun(page, main);
  for (const [section, canaries] of sections) {
    await setUpMailbox(page, section, mailboxOf(section, deps));
    await tourSection(tour, section, canaries);
  }
  const [[section, [first]] = fail()] = sections;
  await tourOutbox(tour, section, first);
  await tourSettings(page);
  await tourStaff(page);
  await tourPassphrases(page, code);
  await tourLedger(page, main);
  await tourBackups(page);
  await openSection(page, section);
  await tourLocks(page, main);
  await attackFromPage(page, first.address);
  await attackFromSessions(main);
}

function fail(): never {
  throw new Error('no section');
}

async function launch({ executable, folder }: TourDependencies, userData: string) {
  const app: InspectedApp = await launchInspected(executable, userData, { TMPDIR: folder });
  app.page.setDefaultTimeout(20_000);
  return app;
}

function mailboxOf(section: string, { dovecot, smtp }: TourDependencies) {
  const { host, imapsPort: port, password } = dovecot;
  return {
    senderName: `Minato ${section}`,
    senderAddress: `${userOf(section)}@minato.example`,
    imap: { host, port, user: userOf(section), password },
    smtp,
  };
}
