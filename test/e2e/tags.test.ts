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

const row = (subject: string) =>
  page.locator('[data-pane=list]').getByRole('option').filter({ hasText: subject });
const line = () => page.getByRole('list', { name: /Tags of this conversation|この会話のタグ/ });
const item = (name: string) => page.getByRole('menuitemcheckbox', { name });

async function keywordsOf(subject: string): Promise<readonly string[]> {
  const messages = await newsroom.dovecot.messages(sectionUser);
  const message = messages.find(({ raw }) => raw.includes(`Subject: ${subject}`));
  return message?.flags.filter((flag) => !flag.startsWith('\\')).sort() ?? [];
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  for (const [index, subject] of ['The harbour bridge', 'The night ferry'].entries())
    newsroom.dovecot.deliver(
      sectionUser,
      letter({
        from: `Mika Mori <${readerAddress}>`,
        ...{ subject, text: 'Was it not 1983?', messageId: `tags-${index}@reader.example` },
      }),
    );
  app = await newsroom.startApp(userData);
  page = app.page;
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('makes a tag, and puts on and takes off others, by the keyboard alone', async () => {
  const { doveadm } = newsroom.dovecot;
  await doveadm('flags', 'add', '-u', sectionUser, 'Story_tip $Label1', 'subject', 'ferry');
  await row('The night ferry').getByText('Story tip', { exact: true }).waitFor();
  await row('The harbour bridge').click();
  await page.getByRole('group', { name: 'How it stands' }).waitFor();
  await page.keyboard.press('l');
  const search = page.getByRole('searchbox', { name: 'Find or make a tag' });
  await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true);
  await item('Important').waitFor();
  // What another program of the account made is offered by a part of its name.
  await page.keyboard.type('tip');
  await item('Important').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await line().getByText('Story tip').waitFor();
  // It is away again, and the keyboard where it was.
  await search.waitFor({ state: 'detached' });
  await page.keyboard.press('l');
  await search.waitFor();
  await page.keyboard.type('訂正');
  await item('Make “訂正”').waitFor();
  await shoot(page, 'tags-new');
  await page.keyboard.press('Enter');
  await line().getByText('訂正').waitFor();
  await page.keyboard.press('l');
  await expect.poll(() => item('訂正').getAttribute('aria-checked')).toBe('true');
  await shoot(page, 'tags-menu');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  await waitFor('the server', async () => {
    return (await keywordsOf('The harbour bridge')).join() === '&igJrYw-,Story_tip';
  });
});

it('takes a tag off by its chip, and puts it back on Undo', async () => {
  await line().getByRole('button', { name: 'Take off Story tip' }).click();
  await page.getByText('“Story tip” was taken off.').waitFor();
  await row('The harbour bridge')
    .getByText('Story tip', { exact: true })
    .waitFor({ state: 'detached' });
  await shoot(page, 'tags-taken-off');
  await waitFor('the server', async () => {
    return (await keywordsOf('The harbour bridge')).join() === '&igJrYw-';
  });
  await page.getByRole('button', { name: 'Undo' }).click();
  await line().getByText('Story tip').waitFor();
  await waitFor('the way back', async () => {
    return (await keywordsOf('The harbour bridge')).length === 2;
  });
});

it('finds others with the same tag from its chip', async () => {
  await line().getByRole('button', { name: 'Story tip', exact: true }).click();
  await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('tag:"Story tip"');
  await row('The night ferry').waitFor();
  await page.getByText('2 conversations').waitFor();
  await page.getByRole('searchbox').fill('');
  await row('The harbour bridge').click();
});

it('says what is wrong with a name that no server takes', async () => {
  await page.keyboard.press('l');
  await page.keyboard.type('字'.repeat(19));
  await page.keyboard.press('Enter');
  await page.getByText('This cannot be a tag.').first().waitFor();
  await page.keyboard.press('Escape');
});

it('looks right in Japanese and in the dark', async () => {
  await row('The night ferry').click();
  await chooseLook(page, { theme: 'dark', locale: 'ja' });
  await line().getByText('重要').waitFor();
  await page.keyboard.press('l');
  await item('重要').waitFor();
  await shoot(page, 'tags-dark-ja');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});
