import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { formMail } from '../support/form-mail.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtp-server.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { checkScreen } from './support/screens/check-screen.ts';
import { createProfile, setUpMailbox } from './support/set-up.ts';

const user = 'members';
const look = { locale: 'en', theme: 'light' } as const;
const userData = makeTemporaryFolder();
let app: RunningApp;
let dovecot: Dovecot;
let smtp: SmtpServer;

beforeAll(async () => {
  dovecot = await startDovecot([user]);
  smtp = await startSmtpServer();
  dovecot.deliver(user, formMail(mika, { messageId: 'one@minato.example' }));
  app = await launchApp({ userData });
  app.page.setDefaultTimeout(15_000);
  await app.page.evaluate(axe.source);
  await createProfile(app.page);
  await setUpMailbox(app.page, 'Members', {
    senderName: 'Minato Members',
    senderAddress: 'members@minato.example',
    imap: { host: dovecot.host, port: dovecot.imapsPort, user, password: dovecot.password },
    smtp,
  });
});

afterAll(async () => {
  await app.quit();
  await smtp.stop();
  await dovecot.stop();
  removeFolder(userData);
});

const mika = {
  お名前: '森 美香',
  フリガナ: 'モリ ミカ',
  メール: 'mika@reader.example',
  電話番号: '090-0000-1234',
  ご住所: '〒000-0012 港県港市浜町2丁目3-4 はまなす荘101',
  コース: 'デイリー',
  ご紹介者: '佐藤',
};

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' });
const tab = (page: Page, name: RegExp) =>
  page.getByRole('radiogroup', { name: 'Show' }).getByText(name);
const rows = (page: Page) =>
  page.getByRole('list', { name: 'Form mails that could not be read' }).getByRole('button');

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `forms-${name}.png`) });
}

async function members(page: Page): Promise<string[]> {
  const answer = (await page.evaluate(() =>
    window.fumibako.call('member.list', {
      ...{ sectionId: 'members', query: '', offset: 0, limit: 100 },
    }),
  )) as { value: { items: { familyName: string; givenName: string; status: string }[] } };
  return answer.value.items.map(
    ({ familyName, givenName, status }) => `${familyName} ${givenName} ${status}`,
  );
}

it('is taught a form by a sample mail, and makes a new member of it', async () => {
  const { page } = app;
  // Whoever sets a mailbox up is shown its mail.
  await page.getByRole('option', { name: /A new registration/ }).waitFor();
  await sections(page).getByText('Form mails').click();
  await page.getByText('No form yet').waitFor();
  await page.getByRole('button', { name: 'Forms (0)' }).click();
  await page.getByRole('button', { name: 'Teach a form' }).click();
  const sample = page.getByRole('list', { name: 'Mails of the inbox' }).getByRole('button');
  await sample.first().waitFor();
  await shot(page, 'sample');
  await sample.first().focus();
  await page.keyboard.press('Enter');
  const preview = page.getByRole('region', { name: 'The record would be' });
  await preview.getByText('森 美香').waitFor();
  await preview.getByText('浜町2丁目3-4').waitFor();
  expect(await page.getByLabel('Sender of the form').inputValue()).toBe('form@minato.example');
  // Corrected by the keyboard: the preview follows.
  await page.getByRole('button', { name: /Fills: ご紹介者/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'Notes' }).click();
  await preview.locator('div').filter({ hasText: 'Notes' }).getByText('佐藤').waitFor();
  await page.getByLabel('Name of the form').focus();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Type a name').waitFor();
  await page.getByLabel('Name of the form').fill('会員ページ');
  await checkScreen(app, 'forms-editor', look);
  // Left for another screen, it is there again.
  await sections(page).getByText('Member records').click();
  await sections(page).getByText('Form mails').click();
  await page.getByRole('button', { name: 'Forms (0)' }).click();
  await preview.locator('div').filter({ hasText: 'Notes' }).getByText('佐藤').waitFor();
  expect(await page.getByLabel('Name of the form').inputValue()).toBe('会員ページ');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Form saved').waitFor();
  await expect.poll(() => members(page)).toEqual(['森 美香 new']);
  await page
    .getByRole('article', { name: '会員ページ' })
    .getByText('form@minato.example')
    .waitFor();
  await checkScreen(app, 'forms-list', look);
});

it('reads what arrives from then on, and keeps a forged one waiting', async () => {
  const { page } = app;
  const abe = { ...mika, お名前: '安部 健', フリガナ: 'アベ ケン', メール: 'ken@reader.example' };
  dovecot.deliver(user, formMail(abe, { messageId: 'two@minato.example' }));
  dovecot.deliver(user, formMail(abe, { messageId: 'three@minato.example' }));
  const from = '"form@minato.example" <form@minato-members.example>';
  dovecot.deliver(user, formMail({ ...mika, お名前: '偽 太郎' }, { from, time: '10:00:00' }));
  const headers = ['Authentication-Results: mx.minato.example; spf=fail; dmarc=fail'];
  dovecot.deliver(user, formMail({ ...mika, お名前: '偽 次郎' }, { headers, time: '11:00:00' }));
  await expect
    .poll(() => members(page), { timeout: 15_000 })
    .toEqual(['安部 健 new', '森 美香 new']);
  await sections(page).getByText('2 form mails could not be read').waitFor({ state: 'attached' });
  await tab(page, /Could not read \(2\)/).click();
  await rows(page).nth(1).waitFor();
  expect(await page.content()).not.toContain('太郎');
  await page.keyboard.press('j');
  const reading = page.locator('[data-pane=reading]');
  await reading.getByText('It says it is from the form, but').waitFor();
  await reading.getByRole('region', { name: 'What the mail says' }).getByText('偽').waitFor();
  await checkScreen(app, 'forms-unread', look);
  await page.keyboard.press('j');
  await reading.getByText(/The check failed: SPF and DMARC/).waitFor();
  await reading.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('1 mail still cannot be read.').waitFor();
});

it('sets one aside and brings it back, and makes a record of one by hand', async () => {
  const { page } = app;
  const reading = page.locator('[data-pane=reading]');
  await reading.getByRole('button', { name: 'Set aside' }).click();
  await tab(page, /Set aside \(1\)/).waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await tab(page, /Set aside \(0\)/).waitFor();
  await rows(page).first().click();
  await reading.getByRole('button', { name: 'Make the record by hand' }).click();
  await page.getByRole('heading', { name: 'New member' }).waitFor();
  expect(await page.getByLabel('Family name', { exact: true }).inputValue()).toBe('偽');
  expect(await page.getByLabel('Email 1', { exact: true }).inputValue()).toBe(
    'mika@reader.example',
  );
  await shot(page, 'by-hand');
  await page.getByLabel('Given name', { exact: true }).fill('花');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Member added').waitFor();
  await sections(page).getByText('1 form mail could not be read').waitFor({ state: 'attached' });
  expect((await members(page)).toSorted()).toEqual(['偽 花 new', '安部 健 new', '森 美香 new']);
});
