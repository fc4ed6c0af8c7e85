import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';
import { setUndo, signIn } from './support/set-up.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

beforeAll(async () => {
  newsroom = await startNewsroom();
  const from = `Mika Mori <${readerAddress}>`;
  for (const subject of ['Ferries', 'Bridges', 'Tides', 'Lights', 'Canals']) {
    const messageId = `${subject.toLowerCase()}@reader.example`;
    newsroom.dovecot.deliver(sectionUser, letter({ from, subject, text: 'When?', messageId }));
  }
  app = await newsroom.startApp(userData);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

const text = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
const bar = (page: Page) => page.getByRole('region', { name: /can still be called back/ });
const arrived = () => newsroom.smtp.received.map(({ raw }) => raw.toString()).join('\n');

async function write(page: Page, subject: string, words: string): Promise<string> {
  await openConversation(page, subject);
  await page.keyboard.press('r');
  await waitFor('the quote', async () => (await text(page).inputValue()).includes('> When?'));
  await page.keyboard.insertText(words);
  return text(page).inputValue();
}

async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

it('calls a letter back with one key, as it was, while it counts down', async () => {
  const { page } = app;
  await setUndo(page, 'world-services', 60);
  const written = await write(page, 'Ferries', 'At nine. 九時です。');
  await page.keyboard.press('Control+Enter');
  await bar(page).waitFor();
  await page
    .locator('article[data-state=waiting]')
    .getByText(/leaves in \d+ s/)
    .waitFor();
  await keep(page, 'undo-send-conversation');
  await page.keyboard.press('z');
  await page.getByText('Back in its draft.').waitFor();
  await bar(page).waitFor({ state: 'detached' });
  await page.keyboard.press('r');
  expect(await text(page).inputValue()).toBe(written);
  expect(arrived()).toBe('');
});

it('gives a letter that is called back to the composer that is open', async () => {
  const { page } = app;
  const written = await write(page, 'Bridges', 'In spring.');
  await page.keyboard.press('Control+Enter');
  await bar(page).waitFor();
  await page.keyboard.press('r');
  await waitFor('the quote', async () => (await text(page).inputValue()).includes('> When?'));
  await bar(page).getByRole('button', { name: 'Undo' }).click();
  await waitFor('the letter', async () => (await text(page).inputValue()) === written);
  expect(arrived()).toBe('');
});

it('sends and has the conversation done with one key, and calls both back with one', async () => {
  const { page } = app;
  const standing = page.getByRole('group', { name: 'How it stands' });
  const written = await write(page, 'Canals', 'The map is attached.');
  await standing.getByText('Open', { exact: true }).waitFor();
  await page.keyboard.press('Control+Shift+Enter');
  // A question comes first, and what was chosen stands.
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await bar(page).waitFor();
  await standing.getByText('Done', { exact: true }).first().waitFor();
  await page.getByText('Marked as done with this letter.').waitFor();
  await keep(page, 'sent-and-done');
  await page.keyboard.press('z');
  await page.getByText('Back in its draft.').last().waitFor();
  await standing.getByText('Open', { exact: true }).waitFor();

  await page.keyboard.press('r');
  expect(await text(page).inputValue()).toBe(written);
  await page.getByRole('button', { name: 'Other ways to send' }).click();
  await keep(page, 'send-menu');
  await page.getByRole('menuitem', { name: /^Send and mark done/ }).click();
  await page.getByRole('button', { name: 'Send anyway' }).click();
  await standing.getByText('Done', { exact: true }).first().waitFor();
  await bar(page).getByRole('button', { name: 'Undo' }).click();
  await standing.getByText('Open', { exact: true }).waitFor();
  expect(arrived()).toBe('');
});

it('still counts after a power cut, and leaves when told to', async () => {
  const { page } = app;
  await write(page, 'Tides', 'At noon.');
  await page.keyboard.press('Control+Enter');
  await bar(page).waitFor();
  await app.kill();
  app = await launchApp({ userData });
  await signIn(app.page);
  await bar(app.page).getByRole('button', { name: 'Send now' }).click();
  await waitFor('the letter', () => arrived().includes('At noon.'));
  await app.page.getByText(`Reply to ${readerAddress} was sent.`).waitFor();
});

it('has a letter wait for its time, and says which, in which time zone', async () => {
  const { page } = app;
  await write(page, 'Lights', 'By night.');
  await page.getByRole('button', { name: 'Other ways to send' }).click();
  await page.getByRole('menuitem', { name: 'Schedule…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/^Time zone: .+/).waitFor();
  await keep(page, 'schedule');
  await dialog.getByRole('button', { name: /^Tomorrow/ }).click();
  await page.getByText(/^Leaves .*09:00 \(.+\)\.$/).waitFor();
  await page.getByRole('button', { name: 'Open outbox' }).first().click();
  const entry = page.locator('li[data-state=waiting]').filter({ hasText: 'Lights' });
  await entry.getByText(/leaves .*09:00 \(/).waitFor();
  await keep(page, 'outbox-scheduled');
  await entry.getByRole('button', { name: 'Back to draft' }).click();
  await page.locator('[data-pane=reading] h2').filter({ hasText: 'Lights' }).waitFor();
  await page.keyboard.press('r');
  await waitFor('the letter', async () => (await text(page).inputValue()).includes('By night.'));
  expect(arrived()).not.toContain('By night.');
});

it('says of a letter that is refused for good that it was, and nothing else', async () => {
  const { page } = app;
  await setUndo(page, 'world-services', 0);
  newsroom.smtp.trouble.refuseRecipient = { code: 550, text: '5.1.1 No such person' };
  await page.keyboard.press('Control+Enter');
  const card = page.locator('article[data-state=failed]');
  await card.getByText('The server refuses this address for good.').waitFor();
  await keep(page, 'refused-for-good');
  expect(await page.getByText('is on its way').count()).toBe(0);
});
