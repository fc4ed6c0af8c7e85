import { mkdirSync } from 'node:fs';
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

const mika = `Mika Mori <${readerAddress}>`;
const outsider = 'lawyer@outside.example';
const colleague = 'desk@minato.example';

function deliver(subject: string, text: string, header = '') {
  const messageId = `${subject.toLowerCase()}@reader.example`;
  const mail = letter({ from: mika, subject, text, messageId });
  newsroom.dovecot.deliver(sectionUser, mail.replace('\r\nDate:', `${header}\r\nDate:`));
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  deliver(
    'Harbour',
    'Who built it? Call me at 090-1234-5678.',
    `\r\nCc: ${outsider}, ${colleague}`,
  );
  deliver('Tides', 'When is it high?', '\r\nReply-To: mika@elsewhere.example');
  app = await newsroom.startApp(userData);
  app.page.setDefaultTimeout(15_000);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

async function shot(page: Page, name: string) {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

async function open(page: Page, subject: string): Promise<void> {
  await openConversation(page, subject);
}

const form = (page: Page, name: string) => page.getByRole('form', { name });
const xray = (page: Page) => page.locator('form summary');
const sent = (count: number) =>
  waitFor(`${count} letters`, async () => newsroom.smtp.received.length === count);

it('lets an administrator list the domains of the company, and refuses one that is everybody’s', async () => {
  const { page } = app;
  await page.keyboard.press('Control+,');
  const pages = page.getByRole('navigation', { name: 'Settings pages' });
  await pages.getByRole('button', { name: 'World Services' }).nth(1).click();
  const domains = page.getByLabel('The company’s own domains').and(page.locator('input'));
  await domains.fill('gmail.com');
  await page.keyboard.press('Enter');
  await page.getByText('This cannot be a domain of the company’s.').waitFor();
  await domains.fill('Minato.Example');
  await page.keyboard.press('Enter');
  await page.getByRole('listitem').filter({ hasText: 'minato.example' }).waitFor();
  await shot(page, 'domains');
  await page.keyboard.press('Control+1');
});

it('replies to all with a copy for staff, and keeps the letter here while a third party is ticked', async () => {
  const { page } = app;
  await open(page, 'Harbour');
  await page.keyboard.press('a');
  const reply = form(page, 'Reply');
  await reply.getByText(`To Mika Mori, and 1 more; quotes the reader’s own words`).waitFor();
  await reply.getByRole('button', { name: `Remove ${colleague}` }).waitFor();
  expect(await reply.getByRole('checkbox', { name: outsider }).isChecked()).toBe(false);
  await shot(page, 'reply-all');
  await reply.getByRole('checkbox', { name: outsider }).click({ force: true });
  await reply.getByText('a third party for reader mail.').waitFor();
  await reply.getByText('and never reaches a third party.').first().waitFor();
  // The reader's own number is another's to whoever else reads it.
  await reply.getByRole('button', { name: 'Strike out 090-1234-5678' }).waitFor();
  await shot(page, 'refused');
  expect(await reply.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);

  await reply.getByRole('button', { name: 'Allow an exception…' }).click();
  const dialog = page.getByRole('alertdialog');
  await shot(page, 'exception');
  await dialog.getByLabel('Reason').fill('The reader asks us to write to the lawyer too.');
  await dialog.getByRole('button', { name: 'Allow for this letter' }).click();
  await reply.getByText(`${outsider} gets it by exception`).waitFor();
  await reply.getByRole('button', { name: 'Strike out 090-1234-5678' }).click();
  await waitFor('the number to go', async () =>
    /Call me at \[…\]\./.test(await reply.locator('textarea').inputValue()),
  );
  await xray(page).click();
  await shot(page, 'excepted');
  await reply.locator('textarea').focus();
  await page.keyboard.press('Control+Enter');
  await sent(1);
  expect(newsroom.smtp.received[0]?.rcptTo.toSorted()).toEqual(
    [colleague, outsider, readerAddress].toSorted(),
  );
});

it('forwards to staff alone, with the keyboard alone', async () => {
  const { page } = app;
  await open(page, 'Tides');
  await page.keyboard.press('f');
  const forward = form(page, 'Forward');
  await forward.getByText('To nobody yet').waitFor();
  await page.keyboard.insertText(outsider);
  await page.keyboard.press('Enter');
  await forward.getByText('a third party for reader mail.').waitFor();
  await shot(page, 'forward-refused');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText(colleague);
  // What is still being typed is not left behind: the first press takes it, the next one sends.
  await page.keyboard.press('Control+Enter');
  await forward.getByText(`To ${colleague} only`).waitFor();
  await waitFor('the original', async () =>
    (await forward.locator('textarea').inputValue()).includes('Subject: Tides\nTo:'),
  );
  await shot(page, 'forward');
  await page.keyboard.press('Control+Enter');
  await sent(2);
  expect(newsroom.smtp.received[1]?.rcptTo).toEqual([colleague]);
  expect(newsroom.smtp.received[1]?.raw.toString()).toContain('Subject: Fwd: Tides');
});

it('says where an answer goes that was asked for elsewhere, and keeps both kinds of draft apart', async () => {
  const { page } = app;
  await open(page, 'Tides');
  await page.keyboard.press('r');
  const reply = form(page, 'Reply');
  await reply.getByText('It was written from mika@reader.example.').waitFor();
  await shot(page, 'reply-to');
  await reply.locator('textarea').focus();
  await page.keyboard.insertText('At nine.');
  await reply.getByRole('button', { name: 'Discard' }).focus();
  await page.keyboard.press('f');
  await form(page, 'Forward').waitFor();
  await page.keyboard.press('Escape');
  await form(page, 'Forward').waitFor({ state: 'detached' });
  await page.getByText('Continue your draft').waitFor();
  await page.keyboard.press('r');
  expect(await reply.locator('textarea').inputValue()).toMatch(/^At nine\./);
});

it('sends what a member’s record tells only with a reason, or without it', async () => {
  const { page } = app;
  const count = newsroom.smtp.received.length;
  const fields = { familyName: 'Abe', phones: ['080-5555-0101'], emails: ['abe@home.example'] };
  await page.evaluate((typed) => {
    const member = { sectionId: 'members', memberId: null, fields: typed, reason: '' } as const;
    return window.fumibako.call('member.save', member);
  }, fields);
  await open(page, 'Harbour');
  await page.keyboard.press('r');
  const reply = form(page, 'Reply');
  await reply.locator('textarea').focus();
  await page.keyboard.insertText('Mr Abe built it: 080-5555-0101, abe@home.example. ');
  await reply.getByText('“080-5555-0101” is out of a member’s record').waitFor();
  await shot(page, 'member-refused');
  expect(await reply.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
  await reply.getByRole('button', { name: 'Strike out abe@home.example' }).click();
  await reply.getByText('“abe@home.example” is out of').waitFor({ state: 'detached' });
  await reply.getByRole('button', { name: 'Give a reason…' }).click();
  const dialog = page.getByRole('alertdialog');
  await shot(page, 'member-reason');
  await dialog.getByLabel('Reason').fill('Mr Abe asks us to pass it on.');
  await dialog.getByRole('button', { name: 'Tell it in this letter' }).click();
  await reply.getByText('told for a reason: Mr Abe asks us to pass it on.').waitFor();
  await shot(page, 'member-reasoned');
  await reply.locator('textarea').focus();
  await page.keyboard.press('Control+Enter');
  await sent(count + 1);
  expect(newsroom.smtp.received.at(-1)?.raw.toString()).toContain('080-5555-0101, [');
  const entries = await page.evaluate(() =>
    window.fumibako.call('ledger.list', {
      ...{ sectionId: 'world-services', side: 'left', kind: 'member-data', staffId: null },
      ...{ query: '', from: null, to: null, offset: 0, limit: 9 },
    }),
  );
  expect(entries).toMatchObject({
    value: { items: [{ target: readerAddress, reason: 'Mr Abe asks us to pass it on.' }] },
  });
});
