import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { findViolations } from './support/find-violations.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { shoot } from './support/shoot.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let page: Page;

const subjects = ['The harbour bridge', 'The night ferry', 'A lottery win', 'The old tram'];

const list = () => page.locator('[data-pane=list]');
const row = (subject: string) => list().getByRole('option').filter({ hasText: subject });
const sidebar = () => page.getByRole('navigation');
const folder = (name: string) => sidebar().getByRole('button', { name: new RegExp(`^${name}`) });
const pane = () => page.locator('[data-pane=reading]');

async function onServer(path: string): Promise<readonly string[]> {
  const messages = await newsroom.dovecot.messages(sectionUser, path).catch(() => []);
  return messages.map(({ raw }) => /Subject: (.*)/.exec(raw)?.[1]?.trim() ?? '');
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  await newsroom.dovecot.doveadm('mailbox', 'create', '-s', '-u', sectionUser, '報道/アジア');
  for (const [index, subject] of subjects.entries())
    newsroom.dovecot.deliver(
      sectionUser,
      letter({
        from: `Mika Mori <${readerAddress}>`,
        ...{ subject, text: 'Was it not 1983?', messageId: `folders-${index}@reader.example` },
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

it('archives by one key, brings it back by Undo, and has the server do the same', async () => {
  await row('The harbour bridge').click();
  await page.keyboard.press('y');
  await page.getByText('Moved to Archive.').waitFor();
  await row('The harbour bridge').waitFor({ state: 'detached' });
  await shoot(page, 'folders-archived');
  await waitFor('the archive', async () => (await onServer('Archive')).length === 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await row('The harbour bridge').waitFor();
  await waitFor('the way back', async () => (await onServer('Archive')).length === 0);
  expect(await onServer('INBOX')).toContain('The harbour bridge');
});

it('throws away and takes for junk by the keyboard, and finds both in their folders', async () => {
  await row('The night ferry').click();
  await page.keyboard.press('#');
  await page.getByText('Moved to Trash.').waitFor();
  await row('A lottery win').click();
  await page.keyboard.press('!');
  await page.getByText('Moved to Junk.').waitFor();
  await expect.poll(() => list().getByRole('option').count()).toBe(2);
  await waitFor('the server', async () => {
    const [trash, junk] = [await onServer('Trash'), await onServer('Junk')];
    return trash.join() === 'The night ferry' && junk.join() === 'A lottery win';
  });
  await sidebar().getByRole('button', { name: 'Folders' }).click();
  await folder('Trash').click();
  await row('The night ferry').click();
  expect(await list().getByRole('heading').first().textContent()).toBe('Trash');
  await shoot(page, 'folders-trash');
  await page.keyboard.press('y');
  await page.getByText('Moved to Inbox.').waitFor();
  await page.getByText('This folder is empty').waitFor();
  await list().getByRole('button', { name: 'Inbox' }).click();
  await row('The night ferry').waitFor();
});

it('moves to a folder of the newsroom from a menu, and flags', async () => {
  await row('The old tram').click();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: '報道 / アジア' }).waitFor();
  await shoot(page, 'folders-move-menu');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByText('Moved to 報道 / アジア.').waitFor();
  // It is still open, and says where it is now.
  await pane().getByText('報道 / アジア', { exact: true }).waitFor();
  await waitFor('the server', async () => (await onServer('報道/アジア')).length === 1);
  await folder('報道 / アジア').click();
  await row('The old tram').getByText('Unread').waitFor({ state: 'attached' });
  await row('The old tram').click();
  await row('The old tram').getByText('Unread').waitFor({ state: 'detached' });
  await page.keyboard.press('i');
  await row('The old tram').getByTitle('Flagged').waitFor();
  await waitFor('the flag', async () => {
    const [message] = await newsroom.dovecot.messages(sectionUser, '報道/アジア');
    return message?.flags.includes('\\Flagged') ?? false;
  });
  await pane().getByRole('button', { name: 'Remove the flag' }).click();
  await row('The old tram').getByTitle('Flagged').waitFor({ state: 'detached' });
});

it('leaves a folder out that nobody wants here, and has it again', async () => {
  await sidebar().getByRole('button', { name: 'Choose folders…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: '報道 / アジア' }).waitFor();
  await shoot(page, 'folders-choose-folders');
  await dialog.getByText('報道 / アジア').click();
  await page.getByText('This folder is empty').waitFor();
  await folder('報道 / アジア').waitFor({ state: 'detached' });
  expect(await onServer('報道/アジア')).toEqual(['The old tram']);
  await dialog.getByText('報道 / アジア').click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await folder('報道 / アジア').click();
  await row('The old tram').waitFor();
});

it('can be used by everybody (axe)', async () => {
  await row('The old tram').click();
  expect(await findViolations(page)).toEqual([]);
});
