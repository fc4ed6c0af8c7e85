import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { launchApp } from './support/launch-app.ts';

/** The settings of a mailbox that is set up already. */
async function openMailbox(): Promise<Page> {
  const app = await launchApp({ userData: temporaryFolder(), isDemo: true });
  onTestFinished(() => app.quit());
  app.page.setDefaultTimeout(10_000);
  await app.page.getByRole('option').first().waitFor();
  await app.page.keyboard.press('Control+,');
  await choosePage(app.page, 'World Services');
  return app.page;
}

const choosePage = (page: Page, name: string) =>
  page.locator('[data-pane=settings-pages]').getByRole('button', { name }).first().click();
const incoming = (page: Page) =>
  page.getByRole('group', { name: 'Incoming mail (IMAP)', exact: true });
const password = (page: Page) => incoming(page).getByLabel('Password', { exact: true });

it('keeps what was typed while another page or the mail is looked at', async () => {
  const page = await openMailbox();
  const name = page.getByLabel('Name on replies');
  const before = await name.inputValue();
  await name.fill('Minato World Desk');
  await password(page).fill('half a passw');

  await choosePage(page, 'Members');
  expect(await name.inputValue()).not.toBe('Minato World Desk');
  await choosePage(page, 'General');
  await choosePage(page, 'World Services');
  expect(await name.inputValue()).toBe('Minato World Desk');

  await page.keyboard.press('Control+1');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Control+,');
  await choosePage(page, 'World Services');
  expect(await name.inputValue()).toBe('Minato World Desk');
  expect(await password(page).inputValue()).toBe('half a passw');

  await page.getByRole('button', { name: 'Discard changes' }).click();
  expect(await name.inputValue()).toBe(before);
  expect(await password(page).inputValue()).toBe('');
  await choosePage(page, 'Members');
  await choosePage(page, 'World Services');
  expect(await name.inputValue()).toBe(before);
});

it('wants the password again before another server is tested', async () => {
  const page = await openMailbox();
  const host = incoming(page).getByLabel('Server');
  const stored = await host.inputValue();
  expect(await password(page).getAttribute('placeholder')).toBe('Keep the stored password');
  await host.fill('localhost');
  expect(await password(page).getAttribute('placeholder')).toBe('');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('The server or user name has changed. Enter the password again.').waitFor();
  await host.fill(stored);
  await page
    .getByText('The server or user name has changed. Enter the password again.')
    .waitFor({ state: 'detached' });
});

it('goes on offering one login for both servers once an account is stored', async () => {
  const page = await openMailbox();
  const same = page.getByRole('checkbox', {
    name: 'Same user name and password as incoming mail',
  });
  const outgoing = page.getByRole('group', { name: 'Outgoing mail (SMTP)', exact: true });
  await same.waitFor({ state: 'attached' });
  expect(await same.isChecked()).toBe(true);
  expect(await outgoing.getByLabel('Password', { exact: true }).count()).toBe(0);
  await page.getByText('Same user name and password as incoming mail').click();
  await outgoing.getByLabel('Password', { exact: true }).waitFor();
});
