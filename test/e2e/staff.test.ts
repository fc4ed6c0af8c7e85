import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp } from './support/launch-app.ts';
import { changePassphrase, createProfile, passphrase, signIn, signInAs } from './support/set-up.ts';

const kensPassphrase = 'granite violin sunday moth';

async function launch() {
  const app = await launchApp({ userData: temporaryFolder() });
  onTestFinished(() => app.quit());
  return app;
}

const sectionNames = (page: Page) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('button').allTextContents();

async function openSettings(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings pages' }).getByText(name).click();
}

it('adds a person, who chooses a passphrase and opens what was granted until it is withdrawn', async () => {
  const { page } = await launch();
  await createProfile(page);
  await openSettings(page, 'Staff');
  await page.getByLabel('Name', { exact: true }).fill('Ken Abe');
  const form = page.locator('form').filter({ hasText: 'Role' });
  await form.getByText('Members').click();
  await form.getByText('Website editor').click();
  await form.getByRole('button', { name: 'Add' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'Ken Abe’s first sign-in' });
  const handed = (await notice.locator('[translate=no]').textContent()) ?? '';
  expect(handed.split(' ')).toHaveLength(5);

  await signInAs(page, 'Ken Abe', handed);
  await page.getByText('Choose your own passphrase').waitFor();
  await changePassphrase(page, 'The passphrase you were given', handed, kensPassphrase);
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
  expect((await sectionNames(page)).join()).not.toContain('World Services');
  await openSettings(page, 'Your passphrase');
  expect(await page.getByRole('button', { name: 'Staff', exact: true }).count()).toBe(0);

  await signInAs(page, 'Hana Ito', passphrase);
  await page.getByRole('navigation', { name: 'Sections' }).getByText('World Services').waitFor();
  await openSettings(page, 'Staff');
  const card = page.getByRole('article', { name: 'Ken Abe' });
  await card.getByText('Members').click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await page.getByText('Ken Abe cannot open Members any more.').waitFor();
  await signInAs(page, 'Ken Abe', kensPassphrase);
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Website editor').waitFor();
  expect((await sectionNames(page)).join()).not.toContain('Members');
});

it('makes way for a forgotten passphrase with the sheet, and prints the sheet alone', async () => {
  const { page, electron } = await launch();
  await page.getByLabel('Your name').fill('Hana Ito');
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByLabel('Passphrase again').fill(passphrase);
  await page.getByRole('button', { name: 'Create profile' }).click();
  const sheet = page.getByRole('region', { name: 'Recovery sheet' });
  await sheet.waitFor();
  const code = (await sheet.locator('[translate=no] span').allTextContents()).join(' ');
  expect(await page.getByRole('button', { name: 'Continue' }).isDisabled()).toBe(true);
  // On paper only the sheet: what a printer gets.
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: 'Recovery sheet' }).isVisible()).toBe(false);
  expect(await sheet.isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  await electron.evaluate(({ BrowserWindow }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    window.webContents.print = (options, done) => {
      asked.push(options);
      done?.(false, 'Print job canceled');
    };
  });
  await page.getByRole('button', { name: 'Print…' }).click();
  await waitFor('the printer', () =>
    electron.evaluate(() => (globalThis as typeof globalThis & { asked: unknown[] }).asked.length),
  );
  expect(await page.getByRole('alert').count()).toBe(0);
  await page.getByText('The code is on paper, in a safe place').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();

  await page.keyboard.press('Control+l');
  for (let guess = 0; guess < 4; guess += 1) {
    await signIn(page, `guess ${guess}`);
    await page.getByRole('button', { name: 'Sign in', disabled: false }).waitFor();
    await page
      .getByLabel('Passphrase', { exact: true })
      .and(page.locator('[aria-invalid=true]'))
      .waitFor();
  }
  await page.getByText(/Too many wrong tries. Try again in \d second/).waitFor();
  await page.getByRole('button', { name: 'Forgotten?' }).click();
  await page.getByLabel('Code on the sheet').fill(code.toLowerCase());
  await page.getByLabel('New passphrase', { exact: true }).fill(kensPassphrase);
  await page.getByLabel('New passphrase again').fill(kensPassphrase);
  await page.getByRole('button', { name: 'Open with the sheet' }).click();
  await sheet.waitFor();
  expect((await sheet.locator('[translate=no] span').allTextContents()).join(' ')).not.toBe(code);
  await page.getByText('The code is on paper, in a safe place').click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.keyboard.press('Control+l');
  await signIn(page, kensPassphrase);
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
});

it('changes one’s own passphrase, and refuses a common one', async () => {
  const { page } = await launch();
  await createProfile(page);
  await openSettings(page, 'Your passphrase');
  await changePassphrase(page, 'Present passphrase', passphrase, 'password123');
  await page.getByText('among the first that anyone would try').waitFor();
  await changePassphrase(page, 'Present passphrase', passphrase, kensPassphrase);
  await page.getByText('Your passphrase is changed.').waitFor();
  await page.keyboard.press('Control+l');
  await signIn(page, kensPassphrase);
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
});
