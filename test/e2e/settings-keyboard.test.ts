import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { focusedName, tabTo } from './support/focus.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile, passphrase } from './support/set-up.ts';

async function launch(isDemo: boolean): Promise<RunningApp> {
  const app = await launchApp({ userData: temporaryFolder(), isDemo });
  onTestFinished(() => app.quit());
  app.page.setDefaultTimeout(15_000);
  return app;
}

/** From anywhere, as staff without a mouse do. */
async function openPage(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await waitFor('the focus on the first page', async () => (await focusedName(page)) === 'General');
  await tabTo(page, name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, level: 2, exact: true }).waitFor();
}

const focusOn = (page: Page, name: string | RegExp) =>
  waitFor(`the focus on ${name}`, async () =>
    typeof name === 'string'
      ? (await focusedName(page)) === name
      : name.test(await focusedName(page)),
  );

it('filters, verifies and prints the ledger without a mouse', async () => {
  const { page, electron } = await launch(true);
  const { keyboard } = page;
  await electron.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.print = (_options, done) => done?.(true, '');
  });
  await page.getByRole('option').nth(3).waitFor();
  await keyboard.press('j');
  await page.locator('[data-pane=reading] article').first().waitFor();
  await openPage(page, 'What left this computer');
  await tabTo(page, 'Left');
  await keyboard.press('ArrowRight');
  const rows = page.locator('tr[data-kind]');
  await rows.nth(1).waitFor();

  await tabTo(page, 'Everything');
  await keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await keyboard.press('Escape');
  await focusOn(page, 'Everything');
  await keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await keyboard.type('Conv');
  await keyboard.press('Enter');
  await focusOn(page, 'Conversation opened');
  await waitFor('the rows of one kind', async () => (await rows.count()) === 1);

  // Days are typed in the order of the app's language, whatever the system's is.
  await tabTo(page, 'Everybody');
  await keyboard.press('Tab');
  await keyboard.type('31122099');
  await page.getByText('No entry matches').waitFor();
  await keyboard.type('2020');
  await rows.first().waitFor();

  await tabTo(page, 'Search address, name or reason');
  await keyboard.type('nothinghasthisword');
  await page.getByText('No entry matches').waitFor();
  await keyboard.press('Escape');
  await rows.first().waitFor();
  await tabTo(page, 'Verify');
  await keyboard.press('Enter');
  await page.getByText(/entries of this section are as they were written/).waitFor();
  expect(await focusedName(page)).toBe('Verify');
  await tabTo(page, 'Print');
  await keyboard.press('Enter');
  // The rows themselves come last; arrow keys scroll them.
  await tabTo(page, 'Looked at and changed');
  expect(await page.evaluate(() => document.activeElement?.querySelector('table') !== null)).toBe(
    true,
  );
  await openPage(page, 'What left this computer');
  await page.locator('tr[data-kind=print]').waitFor();
});

it('backs up, and leaves the restore question, with the focus where it was', async () => {
  const { page } = await launch(false);
  const { keyboard } = page;
  await createProfile(page);
  await openPage(page, 'Backups');
  await tabTo(page, 'Back up now');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: /Restore the backup of/ }).waitFor();
  expect(await focusedName(page)).toBe('Back up now');
  await keyboard.press('Tab');
  await focusOn(page, /Restore the backup of/);
  const question = page.getByRole('alertdialog');
  for (const answer of ['Escape', 'Enter']) {
    await keyboard.press('Enter');
    await question.getByRole('table').waitFor();
    // The safe answer has the focus, and Tab does not leave the question.
    await focusOn(page, 'Cancel');
    await keyboard.press('Tab');
    await focusOn(page, 'Restore');
    await keyboard.press('Tab');
    await focusOn(page, 'Cancel');
    await keyboard.press(answer);
    await question.waitFor({ state: 'detached' });
    await focusOn(page, /Restore the backup of/);
  }
  await keyboard.press('Enter');
  await question.getByRole('table').waitFor();
  await focusOn(page, 'Cancel');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await page.getByText(/is restored\. The file from before is kept as/).waitFor();
  await question.waitFor({ state: 'detached' });
  await focusOn(page, /Restore the backup of/);
});

it('adds a person and hands over the passphrase, and is not offered to stay signed in', async () => {
  const { page } = await launch(false);
  const { keyboard } = page;
  await createProfile(page);
  await openPage(page, 'Staff');
  await tabTo(page, 'Name');
  await keyboard.press('Enter');
  await page.getByText('Enter a name.').waitFor();
  await keyboard.type('Ken Abe');
  await tabTo(page, 'Members');
  await keyboard.press(' ');
  await tabTo(page, 'Add');
  await keyboard.press('Enter');
  // The words to hand over are above, out of sight: the focus brings them into it.
  await focusOn(page, /Passphrase for Ken Abe’s first sign-in/);
  await keyboard.press('Tab');
  await focusOn(page, 'Done');
  await keyboard.press('Enter');
  await focusOn(page, 'Add');

  await tabTo(page, 'Make administrator');
  await keyboard.press('Enter');
  await page.getByText('Ken Abe is an administrator now.').waitFor();
  await focusOn(page, 'Make staff');
  await tabTo(page, 'Remove…');
  await keyboard.press('Enter');
  await page.getByRole('alertdialog').waitFor();
  await focusOn(page, 'Cancel');
  await keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await focusOn(page, 'Remove…');

  await keyboard.press('Control+l');
  await page.getByText('this computer has no keychain').waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
  await focusOn(page, 'Passphrase');
  await keyboard.type('wrong');
  await keyboard.press('Enter');
  await page.getByText('Check Caps Lock').waitFor();
  await focusOn(page, 'Passphrase');
  // What was typed is selected: it is typed over.
  await keyboard.type(passphrase);
  await keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Sections' }).waitFor();
});
