import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { chooseLook } from './support/choose-look.ts';
import { findViolations } from './support/find-violations.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { shoot } from './support/shoot.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let page: Page;

const letters = [
  { subject: 'The harbour bridge', text: 'Was the ferry not older? The night ferry was.' },
  { subject: 'The night ferry', text: 'It sails at nine.' },
  { subject: '記事の訂正', text: '第30番の記事に誤りがあります。フェリーは夜行です。' },
] as const;
const html =
  `From: Ken <ken@reader.example>\r\nTo: desk@minato.example\r\nSubject: Pictures of a tram\r\n` +
  `Message-ID: <html@reader.example>\r\nDate: Sun, 01 Nov 2026 10:00:00 +0900\r\n` +
  'MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n' +
  '<p>The <b>night</b> tram &amp; the Ferry</p>\r\n';

const search = () => page.getByRole('searchbox').first();
const rows = () => page.locator('[data-pane=list]').getByRole('option');
const row = (subject: string) => rows().filter({ hasText: subject });
const marks = () =>
  page.evaluate(() =>
    [...(CSS.highlights.get('search-hit') ?? [])].map((range) => (range as Range).toString()),
  );

beforeAll(async () => {
  newsroom = await startNewsroom();
  for (const [index, { subject, text }] of letters.entries())
    newsroom.dovecot.deliver(
      sectionUser,
      letter({
        from: `Mika Mori <${readerAddress}>`,
        ...{ subject, text, messageId: `search-${index}@reader.example` },
      }),
    );
  newsroom.dovecot.deliver(sectionUser, html);
  app = await newsroom.startApp(userData);
  page = app.page;
  page.setDefaultTimeout(15_000);
  await waitFor('the letters', async () => (await rows().count()) === 4);
});
afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('finds by operators, and shows where the words are', async () => {
  await search().fill('ferry from:mika');
  await expect.poll(() => rows().count()).toBe(2);
  await page.getByText('2 conversations').waitFor();
  await row('The harbour bridge').click();
  await page.locator('[data-pane=reading]').getByText('Was the ferry').waitFor();
  await expect.poll(async () => (await marks()).filter((word) => word === 'ferry').length).toBe(5);
  await shoot(page, 'search-found');
  await search().fill('ferry -subject:ferry -from:ken');
  await expect.poll(() => rows().count()).toBe(1);
  await search().fill('0番');
  await row('記事の訂正').waitFor();
  expect(await rows().count()).toBe(1);
});

it('marks words in a mail of HTML, which stays as it was', async () => {
  await search().fill('ferry tram');
  await row('Pictures of a tram').click();
  const mail = page.frameLocator('[data-pane=reading] iframe');
  await expect.poll(() => mail.locator('mark').allTextContents()).toEqual(['tram', 'Ferry']);
  await shoot(page, 'search-html');
  await search().fill('');
  await expect.poll(() => mail.locator('mark').count()).toBe(0);
  expect(await mail.locator('p').textContent()).toBe('The night tram & the Ferry');
});

it('puts the best match first where that is chosen, and says what can be written', async () => {
  await search().fill('ferry');
  await page.getByRole('button', { name: 'Newest first' }).click();
  await page.getByRole('menuitem', { name: 'Best match first' }).click();
  await expect.poll(() => rows().first().textContent()).toContain('The night ferry');
  await page.getByRole('button', { name: 'What a search can say' }).click();
  await page.getByText('To whom', { exact: true }).waitFor();
  await shoot(page, 'search-help');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

it('keeps a search in the sidebar, and takes it from there', async () => {
  const kept = page.getByRole('navigation').getByRole('button', { name: 'subject:ferry' });
  await search().fill('subject:ferry');
  await page.getByRole('button', { name: 'Keep this search in the sidebar' }).click();
  await page.getByText('The search is kept in the sidebar.').waitFor();
  await kept.waitFor();
  await search().fill('');
  await expect.poll(() => rows().count()).toBe(4);
  await kept.click();
  await expect.poll(() => rows().count()).toBe(1);
  expect(await search().inputValue()).toBe('subject:ferry');
  await shoot(page, 'search-kept');
  await page.getByRole('button', { name: 'Take this search from the sidebar' }).click();
  await kept.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await kept.waitFor();
});

it('takes operators in Japanese', async () => {
  await chooseLook(page, { theme: 'dark', locale: 'ja' });
  await search().fill('件名:訂正　状態:未読');
  await page.getByText('1件', { exact: true }).waitFor();
  await search().fill('ふぇりー');
  await page.getByText('0件', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'カタカナとひらがなを区別しない' }).click();
  await page.getByText('1件', { exact: true }).waitFor();
  expect(await search().inputValue()).toBe('ふぇりー kana:any');
  await expect.poll(marks).toContain('フェリー');
  await page.getByRole('button', { name: '検索の書き方' }).click();
  await page.getByText('この順に並んだ言葉').waitFor();
  await shoot(page, 'search-dark-ja');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});
