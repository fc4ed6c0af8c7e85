import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arriveDaysAgo } from '../support/arrive-days-ago.ts';
import { letterWithFile } from '../support/letter-with-file.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { chooseLook } from './support/choose-look.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';
import { checkScreen } from './support/screens/check-screen.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let page: Page;
const megabyte = 1024 * 1024;
const inEnglish = { locale: 'en', theme: 'light' } as const;
const inJapanese = { locale: 'ja', theme: 'dark' } as const;

const card = (name: string) => page.getByRole('article', { name });

async function openStatus(): Promise<void> {
  await page.getByRole('button', { name: /: mail status of World Services$/ }).click();
  await card('On this computer').waitFor();
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  app = await newsroom.startApp(userData);
  page = app.page;
  page.setDefaultTimeout(15_000);
  await page.evaluate(axe.source);
});
afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('shows the words of a large letter, and fetches its file when it is saved', async () => {
  await openStatus();
  await card('On this computer').getByText('1 MB', { exact: true }).click();
  await page.keyboard.press('Control+1');
  newsroom.dovecot.deliver(sectionUser, letterWithFile('The film', 6 * megabyte));
  await openConversation(page, 'The film');
  await page.getByText('Here is the film').last().waitFor();
  await page.getByText('Its text is here; the rest is on the mail server').waitFor();
  await checkScreen(app, 'large-letter', inEnglish);
  await chooseLook(page, inJapanese);
  await checkScreen(app, 'large-letter', inJapanese);
  await chooseLook(page, inEnglish);
  const path = join(userData, 'film.mp4');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Save film.mp4' }).click();
  await page.getByText('Saved film.mp4.').waitFor();
  expect(readFileSync(path)).toHaveLength(6 * megabyte);
  await page.getByText('the rest is on the mail server').waitFor({ state: 'hidden' });
});

it('keeps of old letters the heads, and has them whole when they are opened', async () => {
  await openStatus();
  await card('On this computer').getByText('Last 3 months').click();
  await page.keyboard.press('Control+1');
  const from = `Mika Mori <${readerAddress}>`;
  const old = {
    from,
    subject: 'The old ferry',
    text: 'It was in May.',
    messageId: 'old@r.example',
  };
  await arriveDaysAgo(newsroom.dovecot, sectionUser, letter(old), 200);
  await page.getByText('The old ferry').first().waitFor();
  expect(await page.getByText('It was in May.').count()).toBe(0);
  await openStatus();
  await card('On this computer').getByText('Of 1 of them only a part is here').waitFor();
  await checkScreen(app, 'keeping', inEnglish);
  await chooseLook(page, inJapanese);
  await checkScreen(app, 'keeping', inJapanese);
  await chooseLook(page, inEnglish);
  await page.keyboard.press('Control+1');
  await openConversation(page, 'The old ferry');
  await page.getByText('It was in May.').last().waitFor();
  await openStatus();
  await card('On this computer').getByText('only a part is here').waitFor({ state: 'hidden' });
});
