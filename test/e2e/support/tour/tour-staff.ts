import type { Page } from 'playwright';
import type { MainProcess } from '../main-process.ts';
import { changePassphrase, passphrase, signIn, signInAs } from '../set-up.ts';
import { waitForPrinter } from './stand-ins.ts';

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' });
const admin = 'Hana Ito';
const other = { name: 'Ken Abe', passphrase: 'granite violin sunday moth' };
const nextPassphrase = 'copper window harvest tide';

/** The administrator's profile, and the sheet that is printed; the answer is its code. */
export async function tourFirstRun(page: Page, main: MainProcess): Promise<string> {
  await page.getByLabel('Your name').fill(admin);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Create profile' }).click();
  const code = await readSheet(page);
  await page.getByRole('button', { name: 'Print…' }).click();
  await waitForPrinter(main);
  await keepSheet(page);
  return code;
}

/** A person comes, is granted sections, loses one, whose key changes, and goes. */
export async function tourStaff(page: Page): Promise<void> {
  await openSettings(page, 'Staff');
  await page.getByLabel('Name', { exact: true }).fill(other.name);
  const form = page.locator('form').filter({ hasText: 'Role' });
  await form.getByText('Members').click();
  await form.getByRole('button', { name: 'Add' }).click();
  const notice = page.getByRole('status').filter({ hasText: other.name });
  const handed = (await notice.locator('[translate=no]').textContent()) ?? '';
  await signInAs(page, other.name, handed);
  await changePassphrase(page, 'The passphrase you were given', handed, other.passphrase);
  await sections(page).getByText('Members').waitFor();
  await signInAs(page, admin, passphrase);
  await sections(page).waitFor();
  await openSettings(page, 'Staff');
  const card = page.getByRole('article', { name: other.name });
  await card.getByText('Website editor').click();
  await page.getByText(`${other.name} can open Website editor.`).waitFor();
  await card.getByText('Members').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText(`${other.name} cannot open Members any more.`).waitFor();
  await card.getByRole('button', { name: 'Remove…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText(`${other.name} is removed.`).waitFor();
}

/** Another passphrase, then the sheet in its place, which brings a new one. */
export async function tourPassphrases(page: Page, code: string): Promise<void> {
  await openSettings(page, 'Your passphrase');
  await changePassphrase(page, 'Present passphrase', passphrase, nextPassphrase);
  await page.getByText('Your passphrase is changed.').waitFor();
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Forgotten?' }).click();
  await page.getByLabel('Code on the sheet').fill(code);
  await page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('New passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Open with the sheet' }).click();
  await keepSheet(page);
  await page.keyboard.press('Control+l');
  await signIn(page);
  await sections(page).waitFor();
}

export async function openSettings(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings pages' }).getByText(name).first().click();
}

async function readSheet(page: Page): Promise<string> {
  const sheet = page.getByRole('region', { name: 'Recovery sheet' });
  await sheet.waitFor();
  return (await sheet.locator('[translate=no] span').allTextContents()).join(' ');
}

async function keepSheet(page: Page): Promise<void> {
  await page.getByText('The code is on paper, in a safe place').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await sections(page).waitFor();
}
