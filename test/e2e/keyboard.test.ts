import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { tabTo } from './support/focus.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { passphrase } from './support/set-up.ts';

async function launch(isDemo: boolean): Promise<RunningApp> {
  const app = await launchApp({ userData: temporaryFolder(), isDemo });
  onTestFinished(() => app.quit());
  return app;
}

it('reads, answers and searches without a mouse', async () => {
  const { page } = await launch(true);
  const { keyboard } = page;
  // A press finds the list as it is meant, and not as the first sync fills it.
  await page.getByRole('option').nth(1).filter({ hasText: 'Passenger figures' }).waitFor();

  await keyboard.press('j');
  await keyboard.press('j');
  const subject = page.locator('[data-pane=reading] h2');
  await subject.filter({ hasText: 'Passenger figures' }).waitFor();
  await keyboard.press('r');
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await keyboard.type('Please do quote it.');
  await keyboard.press('Control+Enter');
  const answered = page.getByRole('option', { selected: true }).filter({ hasText: 'Answered' });
  await answered.waitFor();

  await keyboard.press('/');
  await keyboard.type('閲覧履歴');
  await page.getByText('Nothing found').or(page.getByRole('option')).first().waitFor();
  await keyboard.press('Escape');
  await keyboard.press('Escape');

  await keyboard.press('Control+3');
  await page.getByRole('heading', { name: 'Members', exact: true }).first().waitFor();
  await keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await keyboard.press('Control+,');
  await page.locator('[data-pane=settings-page]').waitFor();
});

it('keeps its shortcuts after a click into an HTML mail', async () => {
  const { page } = await launch(true);
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Control+2');
  await page.getByRole('option').filter({ hasText: 'Media Weekly' }).first().click();
  const frame = page.locator('[data-pane=reading] iframe').first();
  await frame.contentFrame().getByText('Local courts').click();
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('iframe');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
});

it('makes a profile, and fills the form of a mailbox, from one field to the next', async () => {
  const { page } = await launch(false);
  const { keyboard } = page;
  await page.getByLabel('Your name').waitFor();
  const fill = async (...values: readonly string[]) => {
    for (const value of values) {
      await keyboard.type(value);
      await keyboard.press('Tab');
    }
  };
  await fill('Hana Ito', passphrase);
  await keyboard.type(passphrase);
  await keyboard.press('Enter');
  await page.getByRole('region', { name: 'Recovery sheet' }).waitFor();
  await tabTo(page, 'The code is on paper, in a safe place');
  await keyboard.press(' ');
  await tabTo(page, 'Continue');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Set up this mailbox' }).waitFor();
  await tabTo(page, 'Set up this mailbox');
  await keyboard.press('Enter');
  await page.getByLabel('Name on replies').waitFor();
  await tabTo(page, 'Name on replies');
  await fill('Minato World Services', 'world-services@minato.example');
  // How to sign in: with a password, as it stands.
  await keyboard.press('Tab');
  await fill('imap.minato.example');
  const incoming = page.getByRole('group', { name: 'Incoming mail (IMAP)', exact: true });
  expect(await incoming.getByLabel('Server').inputValue()).toBe('imap.minato.example');
  expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe(
    'world-services@minato.example',
  );
});
