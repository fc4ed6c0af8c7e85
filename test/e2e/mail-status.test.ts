import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { findViolations } from './support/find-violations.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let page: Page;

const card = (name: string) => page.getByRole('article', { name });
const status = () => page.getByRole('button', { name: /: mail status of World Services$/ });

beforeAll(async () => {
  newsroom = await startNewsroom();
  for (let index = 0; index < 3; index += 1)
    newsroom.dovecot.deliver(
      sectionUser,
      letter({
        from: `Mika Mori <${readerAddress}>`,
        subject: `The night ferry ${index}`,
        text: 'Was it not 1983?',
        messageId: `status-${index}@reader.example`,
      }),
    );
  app = await newsroom.startApp(userData);
  page = app.page;
  page.setDefaultTimeout(15_000);
  await page.getByText('The night ferry 2').first().waitFor();
});
afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('opens from the line of the sync, by keyboard, and says how the mail stands', async () => {
  await status().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mail status of World Services' }).waitFor();
  await card('Connection').getByText('tells of changes in every folder at once').waitFor();
  await card('Waiting for the server').getByText('Everything that was done here').waitFor();
  await card('Folders').getByRole('row', { name: 'Inbox 3' }).waitFor();
  await card('What went wrong').getByText('Nothing since').waitFor();
  await card('For your IT desk').getByText('IDLE').waitFor();
  expect(await findViolations(page)).toEqual([]);
});

it('looks at once when it is asked to', async () => {
  await newsroom.dovecot.doveadm('mailbox', 'create', '-s', '-u', sectionUser, 'Desk');
  await card('Connection').getByRole('button', { name: 'Sync now' }).press('Enter');
  await card('Folders').getByRole('row', { name: 'Desk 0' }).waitFor();
});

it('compares everything with the server, and says that it is the same', async () => {
  const check = card('Check against the server');
  await check.getByRole('checkbox').press(' ');
  await check.getByRole('button', { name: 'Check now' }).press('Enter');
  await check.getByText('all 3 messages are as on the server').waitFor();
  expect(await findViolations(page)).toEqual([]);
});

it('tells what waits while the server is away, and that it went', async () => {
  await newsroom.dovecot.stop();
  await card('Connection').getByText('Not connected.').waitFor();
  await card('What went wrong').getByText('The server refused the connection.').waitFor();
  await page
    .getByRole('button', { name: /^World Services/ })
    .first()
    .click();
  await page.locator('[data-pane=list]').getByRole('option').first().click();
  await page.keyboard.press('i');
  await status().click();
  await card('Waiting for the server').getByText('1 message with a new mark').waitFor();
  await card('Check against the server').getByRole('button', { name: 'Check now' }).click();
  await card('Check against the server').getByText('as soon as there is a connection').waitFor();
  await card('Check against the server').getByRole('button', { name: 'Stop the check' }).click();
  await card('Check against the server').getByText('The check was stopped.').waitFor();
});

it('saves a log for the IT desk, without anybody’s words', async () => {
  const path = join(userData, 'log.txt');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await card('For your IT desk').getByRole('button', { name: 'Save the log…' }).click();
  await page.getByText('The log was saved.').waitFor();
  const text = await waitFor('the log', () => readFileSync(path, 'utf8'));
  expect(text).toContain('sync.ended');
  expect(text).toContain('"role": "inbox"');
  expect(text).not.toMatch(/mika|ferry|minato|desk/i);
});
