import type { Page } from 'playwright';
import { type SectionId, sectionIds } from '../../../shared/model/section.ts';
import type { SectionSettings } from '../../../shared/model/section-settings.ts';

type ServerAt = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
};

export const passphrase = 'lantern ferry orchard nine';

/** The first start: the administrator's profile and the recovery sheet. Leaves the window on the first section. */
export async function createProfile(page: Page, name = 'Hana Ito'): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Create profile' }).click();
  await page.getByText('The code is on paper, in a safe place').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
}

export async function signIn(page: Page, typed = passphrase): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Locks, and signs in as somebody else of several. */
export async function signInAs(page: Page, name: string, typed: string): Promise<void> {
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /Profile/ }).click();
  await page.getByRole('option', { name }).click();
  await signIn(page, typed);
}

export async function changePassphrase(page: Page, label: string, current: string, next: string) {
  await page.getByLabel(label).fill(current);
  await page.getByLabel('New passphrase', { exact: true }).fill(next);
  await page.getByLabel('New passphrase again').fill(next);
  await page.getByRole('button', { name: 'Change passphrase' }).click();
}

export type MailboxSettings = {
  readonly senderName: string;
  readonly senderAddress: string;
  readonly imap: ServerAt;
  readonly smtp: ServerAt;
};

/** Fills the form of a section's mailbox, trusts both self-signed certificates, and saves. */
export async function setUpMailbox(
  page: Page,
  section: string,
  settings: MailboxSettings,
): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByText(section).click();
  await page.getByRole('button', { name: 'Set up this mailbox' }).click();
  await page.getByLabel('Name on replies').fill(settings.senderName);
  await page.getByLabel('Address', { exact: true }).fill(settings.senderAddress);
  await fillServer(page, 'Incoming mail (IMAP)', settings.imap);
  await page.getByText('Same user name and password as incoming mail').click();
  await fillServer(page, 'Outgoing mail (SMTP)', settings.smtp);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await trustBothServers(page);
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  // Its mail is shown then: a key that is pressed before has no screen of its own yet.
  await save.waitFor({ state: 'detached' });
  const named = section.toLowerCase().replace(' ', '-');
  const sectionId = sectionIds.find((id) => id === named);
  if (sectionId !== undefined) await setUndo(page, sectionId, 0);
}

/** Trusts what the test showed, until it passes: two servers, each with a certificate of its own making. */
export async function trustBothServers(page: Page): Promise<void> {
  for (let server = 0; server < 2; server += 1) {
    await page
      .getByText('The fingerprint is exactly the one the administrator gave me')
      .first()
      .click();
    await page
      .getByRole('button', {
        name: 'Trust this certificate for this account only',
        disabled: false,
      })
      .first()
      .click();
  }
  const test = page.getByRole('button', { name: 'Test connection' });
  if (!(await page.getByText('Everything works. You can save.').isVisible())) await test.click();
  await page.getByText('Everything works. You can save.').waitFor();
}

/** How long a letter of a section can be called back, in seconds: most tests do not want to wait for it. */
export async function setUndo(
  page: Page,
  sectionId: SectionId,
  undoSeconds: SectionSettings['undoSeconds'],
): Promise<void> {
  const isSet = await page.evaluate(
    async ([call, input]) => {
      const answer = await window.fumibako.call(call, input);
      return JSON.stringify(answer).includes('"ok":true');
    },
    ['settings.change', { sectionId, change: { undoSeconds } }] as const,
  );
  if (!isSet) throw new Error('the setting was not changed');
}

/** Where nobody is given a password it is not asked for. */
export async function fillServer(
  page: Page,
  legend: string,
  server: Omit<ServerAt, 'password'> & Partial<Pick<ServerAt, 'password'>>,
): Promise<void> {
  const group = page.getByRole('group', { name: legend, exact: true });
  await group.getByLabel('Server').fill(server.host);
  await group.getByLabel('Port').fill(String(server.port));
  await group.getByLabel('User name', { exact: true }).fill(server.user);
  if (server.password !== undefined) {
    await group.getByLabel('Password', { exact: true }).fill(server.password);
  }
}
