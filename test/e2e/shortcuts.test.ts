import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';

const userData = makeTemporaryFolder();
let app: RunningApp;

beforeAll(async () => {
  app = await launchApp({ userData, isDemo: true });
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const settings = (page: Page) => page.locator('[data-pane=settings-page]');
const text = (page: Page) => page.locator('[data-pane=reading] textarea');

async function openKeyboardPage(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Keyboard', exact: true }).click();
  await settings(page).getByRole('heading', { name: 'Keyboard', exact: true }).waitFor();
}

async function record(page: Page, command: string, keys: string): Promise<void> {
  await settings(page)
    .getByRole('button', { name: `Change the keys of “${command}”` })
    .click();
  await settings(page).getByText('Press the keys').waitFor();
  await page.keyboard.press(keys);
  await settings(page).getByText('Press the keys').waitFor({ state: 'detached' });
}

const rowOf = (page: Page, command: string) =>
  settings(page).getByRole('listitem').filter({ hasText: command }).first();

it('records other keys for a command, refuses those that another has, and keeps a way out', async () => {
  const { page } = app;
  await page.getByRole('option').first().waitFor();
  await openKeyboardPage(page);
  await record(page, 'Reply', 'j');
  await settings(page).getByText('J already belongs to “Next conversation”').waitFor();
  await record(page, 'Send', 's');
  await settings(page).getByText('S would type in a text field').waitFor();
  await record(page, 'Reply', 'Control+c');
  await settings(page).getByText('Ctrl+C belongs to the system').waitFor();
  await record(page, 'Reply', 'Escape');
  await rowOf(page, 'Reply').getByText('R', { exact: true }).waitFor();
  await record(page, 'Reply', 'w');
  await rowOf(page, 'Reply').getByText('W', { exact: true }).waitFor();
  await record(page, 'Send', 'Control+Shift+s');
  await rowOf(page, 'Send').getByText('Ctrl+Shift+S').waitFor();
});

it('heeds the new keys at once, shows them everywhere, and no more the old ones', async () => {
  const { page } = app;
  await page.keyboard.press('Control+1');
  await page.getByRole('option').filter({ hasText: 'Passenger figures' }).first().click();
  const bar = page.locator('[data-pane=reading] footer');
  await bar.locator('kbd').filter({ hasText: 'W' }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.press('w');
  await text(page).waitFor();
  await bar.locator('kbd').filter({ hasText: 'Ctrl+Shift+S' }).waitFor();
  // A letter in a text field is a letter, whatever it stands for elsewhere.
  await page.keyboard.type('wj?');
  expect(await text(page).inputValue()).toMatch(/^wj\?/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog');
  await help.getByText('Ctrl+Shift+S').waitFor();
  await help.getByRole('button', { name: 'Change shortcuts…' }).click();
  await settings(page).getByRole('heading', { name: 'Keyboard', exact: true }).waitFor();
});

it('leaves keys alone that an input method takes', async () => {
  const { page } = app;
  await page.keyboard.press('Control+1');
  await page.getByRole('option').first().waitFor();
  await page.evaluate(() => {
    const press = { key: '?', isComposing: true, bubbles: true, cancelable: true };
    document.body.dispatchEvent(new KeyboardEvent('keydown', press));
  });
  expect(await page.getByRole('dialog').count()).toBe(0);
});

it('remembers them after a restart, and goes back to the usual ones', async () => {
  await app.quit();
  app = await launchApp({ userData, isDemo: true });
  const { page } = app;
  await page.getByRole('option').first().waitFor();
  await openKeyboardPage(page);
  await rowOf(page, 'Reply').getByText('W', { exact: true }).waitFor();
  await settings(page).getByRole('button', { name: 'Reset the keys of “Reply” to R' }).click();
  await rowOf(page, 'Reply').getByText('R', { exact: true }).waitFor();
  await settings(page).getByRole('button', { name: 'Reset all' }).click();
  await rowOf(page, 'Send').getByText('Ctrl+Enter').waitFor();
});
