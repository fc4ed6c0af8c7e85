import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

function deliver(from: string, subject: string, text: string) {
  const messageId = `${subject.toLowerCase()}@reader.example`;
  newsroom.dovecot.deliver(sectionUser, letter({ from, subject, text, messageId }));
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  for (const subject of ['Ferries', 'Bridges', 'Tides', 'Piers'])
    deliver(`Mika Mori <${readerAddress}>`, subject, 'Could you tell me?');
  app = await newsroom.startApp(userData);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

const text = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
const picker = (page: Page) => page.getByRole('region', { name: 'Canned replies' });
const settings = (page: Page) => page.locator('[data-pane=settings-page]');

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `canned-${name}.png`) });
}

async function openMail(page: Page, subject: string): Promise<void> {
  await page.keyboard.press('Control+1');
  await openConversation(page, subject);
  await page.getByText('Reply to Mika Mori').waitFor();
}

async function openCannedPage(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await page
    .locator('[data-pane=settings-pages] ul')
    .last()
    .getByRole('button', { name: 'World Services' })
    .click();
  await settings(page).getByRole('heading', { name: 'Canned replies: World Services' }).waitFor();
}

async function write(page: Page, name: string, key: string, words: string): Promise<void> {
  await settings(page)
    .getByRole('button', { name: /Write the first|New canned reply/ })
    .click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Short key').fill(key);
  await page.getByRole('textbox', { name: 'Text' }).fill(words);
  await shot(page, `editor-${key}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await settings(page).getByRole('button', { name }).waitFor();
}

/** Presses one key after the other as fast as the window takes them, and says how many. */
async function press(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

const lastLetter = () => newsroom.smtp.received.at(-1)?.raw.toString() ?? '';

it('writes canned replies in the settings', async () => {
  const { page } = app;
  // Whoever set a mailbox up is led to its mail.
  await page.getByRole('option').nth(3).waitFor();
  await openCannedPage(page);
  await shot(page, 'empty');
  await write(
    page,
    'Thank you',
    't',
    'Dear {{reader}},\n\nThank you for your letter.\n\n{{staff}}',
  );
  await write(page, 'Wrong', 'w', 'Dear {{redaer}}, about {{subject}}.');
  await shot(page, 'list');
});

it('asks once how the reader is addressed, and never guesses', async () => {
  const { page } = app;
  await openMail(page, 'Ferries');
  await press(page, 'c');
  await picker(page).getByText('Not chosen yet').waitFor();
  await shot(page, 'picker');
  await press(page, 't', 'Enter');
  await page.getByRole('heading', { name: 'How is Mika Mori addressed?' }).waitFor();
  await shot(page, 'honorific');
  // Nobody is addressed by a key too many.
  await press(page, 'Enter', 'e', '4');
  // The quote may come a moment after the field.
  await waitFor('the reply above its quote', async () =>
    /^Dear Dr Mika Mori,\n\nThank you for your letter\.\n\nHana Ito\n\n.*> Could you/s.test(
      await text(page).inputValue(),
    ),
  );
  await shot(page, 'inserted');
  await press(page, 'Control+z');
  expect(await text(page).inputValue()).not.toContain('Dear');
  await press(page, 'Control+Shift+z');
  expect(await text(page).inputValue()).toMatch(/^Dear Dr Mika Mori/);
});

it('sends a canned reply from an open conversation in four key presses', async () => {
  const { page } = app;
  await openMail(page, 'Bridges');
  const before = newsroom.smtp.received.length;
  expect(await press(page, 'c', 't', 'Enter', 'Control+Enter')).toBe(4);
  await waitFor('the letter', () => newsroom.smtp.received.length > before);
  expect(newsroom.smtp.received.at(-1)?.rcptTo).toEqual([readerAddress]);
  expect(lastLetter()).toContain('Dear Dr Mika Mori,');
  expect(lastLetter()).not.toContain('{{');
});

it('stops a letter with an open place until it is filled in', async () => {
  const { page } = app;
  await openMail(page, 'Tides');
  const before = newsroom.smtp.received.length;
  await press(page, 'c', 'w', 'Enter', 'Control+Enter');
  await page.getByText('Still open: {{redaer}}').waitFor();
  await shot(page, 'open-place');
  const selected = () =>
    text(page).evaluate((area) => {
      const { value, selectionStart, selectionEnd } = area as HTMLTextAreaElement;
      return value.slice(selectionStart, selectionEnd);
    });
  // The notice is there with the text, and Send comes after it.
  await expect.poll(selected).toBe('{{redaer}}');
  await page.keyboard.type('Mika');
  await page.getByText('Still open').waitFor({ state: 'detached' });
  await press(page, 'Control+Enter');
  await waitFor('the letter', () => newsroom.smtp.received.length > before);
  expect(newsroom.smtp.received.length).toBe(before + 1);
  expect(lastLetter()).toContain('Dear Mika, about Tides.');
});

it('lets what is meant as written go, and opens from the text with the caret where it was', async () => {
  const { page } = app;
  await openMail(page, 'Piers');
  const before = newsroom.smtp.received.length;
  await press(page, 'r');
  await waitFor('the quote', async () => (await text(page).inputValue()).includes('>'));
  await page.keyboard.type('Write {{ date }} there.');
  await press(page, 'Control+j');
  await picker(page).getByRole('option').first().waitFor();
  await press(page, 'Escape');
  await picker(page).waitFor({ state: 'detached' });
  await page.keyboard.type(' Yours');
  await page.getByRole('button', { name: 'Meant as written' }).click();
  await page.getByText('Still open').waitFor({ state: 'detached' });
  await text(page).focus();
  await press(page, 'Control+Enter');
  await waitFor('the letter', () => newsroom.smtp.received.length > before);
  expect(lastLetter()).toContain('Write {{ date }} there. Yours');
});

it('counts uses, keeps versions, and brings a deleted one back', async () => {
  const { page } = app;
  await openCannedPage(page);
  const row = settings(page).getByRole('button', { name: 'Thank you' });
  await row.filter({ hasText: 'Used 2 times' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Thanks.');
  await page.getByRole('button', { name: 'Save' }).click();
  await row.click();
  await page.getByRole('button', { name: 'Restore' }).first().click();
  await page.getByText('is back.').waitFor();
  await shot(page, 'history');
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toMatch(
    /^Dear {{reader}}/,
  );
  await page.getByRole('button', { name: 'Duplicate into 日本語' }).click();
  expect(await page.getByLabel('Short key').inputValue()).toBe('');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await row.click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await row.waitFor();
});
