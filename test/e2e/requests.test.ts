import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { simpleParser } from 'mailparser';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MemberRecord } from '../../shared/model/member.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { mika } from '../support/members.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtp-server.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { type Look, launchApp, type RunningApp } from './support/launch-app.ts';
import { checkScreen } from './support/screens/check-screen.ts';
import { createProfile, setUndo, setUpMailbox } from './support/set-up.ts';

const userData = makeTemporaryFolder();
const user = 'members';
const english: Look = { locale: 'en', theme: 'light' };
const japanese: Look = { locale: 'ja', theme: 'dark' };
const address = 'mika@reader.example';
let dovecot: Dovecot;
let smtp: SmtpServer;
let app: RunningApp;

beforeAll(async () => {
  dovecot = await startDovecot([user]);
  smtp = await startSmtpServer();
  app = await launchApp({ userData });
  const { page } = app;
  page.setDefaultTimeout(30_000);
  await createProfile(page);
  await setUpMailbox(page, 'Members', {
    senderName: 'Minato Members',
    senderAddress: 'members@minato.example',
    imap: { host: dovecot.host, port: dovecot.imapsPort, user, password: dovecot.password },
    smtp,
  });
  await setUndo(page, 'members', 0);
  await page.evaluate(axe.source);
  const approved: Partial<MemberRecord> = { status: 'approved', phones: [] };
  const notes = '健さんの紹介。Likes the harbour page.';
  await add({ ...approved, familyName: '森', givenName: '美香', notes, emails: [address] });
  await add({ ...approved, familyName: '高橋', givenName: '健', emails: ['ken@friends.example'] });
  await openRecords(page);
});

afterAll(async () => {
  await app.quit();
  await smtp.stop();
  await dovecot.stop();
  removeFolder(userData);
});

const rows = (page: Page) => page.getByRole('listbox', { name: 'Members' }).getByRole('option');

async function call(name: string, input: object): Promise<unknown> {
  const answer = await app.page.evaluate(([of, given]) => window.fumibako.call(of, given), [
    name,
    input,
  ] as const);
  return (answer as { value: unknown }).value;
}

async function add(fields: Partial<MemberRecord>): Promise<void> {
  const saving = { sectionId: 'members', memberId: null, reason: '' };
  const saved = await call('member.save', { ...saving, fields: { ...mika, ...fields } });
  expect(saved).toMatchObject({ outcome: 'saved' });
}

async function look(chosen: Look): Promise<void> {
  const preferences = (await call('preferences.get', null as never)) as object;
  await call('preferences.save', { ...preferences, ...chosen });
}

async function openRecords(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Member records').click();
  await rows(page).first().waitFor();
}

/** From the list of members: whose request it is, and what they ask for. */
async function enter(page: Page, name: string, kind: string): Promise<void> {
  await rows(page).filter({ hasText: name }).click();
  await page.getByRole('button', { name: 'Request from this person…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Enter a request' });
  await dialog.getByRole('button', { name: 'Asks for' }).click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click();
  await page.getByRole('heading', { name: 'Requests', exact: true }).waitFor();
}

async function openRequest(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: `Open request no. ${number}` }).click();
  await page.getByRole('heading', { name: `Request no. ${number}` }).waitFor();
}

async function identify(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record the check' }).click();
  await page.getByRole('button', { name: 'Take the check back' }).waitFor();
}

it('enters a request on the record, with two weeks for the answer, and asks who it is first', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'More of the members' }).click();
  await page.getByRole('menuitem', { name: 'Requests' }).click();
  await page.getByText('No request yet').waitFor();
  await checkScreen(app, 'requests-none', english);
  await page.keyboard.press('Escape');
  await enter(page, '森', 'Access to their data');
  await page.getByText('14 days left').waitFor();
  await checkScreen(app, 'requests', english);
  await openRequest(page, 1);
  await page.getByText('Record first how the person showed who they are').waitFor();
  expect(await page.getByRole('button', { name: 'Make the copy' }).count()).toBe(0);
  await checkScreen(app, 'request-before-identity', english);
});

it('shows the copy with other people struck out, and sends it as a PDF and as JSON to the person', async () => {
  const { page } = app;
  await identify(page);
  await page.getByLabel('Strike out as well').fill('harbour');
  await page.getByRole('button', { name: 'Make the copy' }).click();
  const copy = page.frameLocator('iframe[title="The copy as it would go"]');
  await copy.getByText('Likes the […] page').first().waitFor();
  await checkScreen(app, 'request-copy', english);
  const send = page.getByRole('button', { name: 'Send the copy' });
  await send.scrollIntoViewIfNeeded();
  await checkScreen(app, 'request-letter', english);
  await send.click();
  await page.getByText(`The copy goes to ${address}`).waitFor();
  await page.getByText('Done by').waitFor();
  await expect.poll(() => smtp.received.length).toBe(1);
  const [received] = smtp.received;
  expect(received?.rcptTo).toEqual([address]);
  const mail = await simpleParser(received?.raw ?? '');
  const [pdf, json] = mail.attachments;
  expect(pdf?.content.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf?.content.length).toBeGreaterThan(5000);
  const text = json?.content.toString() ?? '';
  expect(JSON.parse(text)).toMatchObject({ records: [{ familyName: '森' }] });
  expect(text).not.toMatch(/高橋|ken@friends|harbour/);
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined && pdf !== undefined)
    writeFileSync(join(folder, 'request-copy.pdf'), pdf.content);
});

it('shows a stop of use on the record from the check of identity on', async () => {
  const { page } = app;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await enter(page, '高橋', 'Stop of use');
  await openRequest(page, 2);
  await identify(page);
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await page.getByText('Request no. 2 is done.').waitFor();
  await page.getByRole('button', { name: 'Open the record' }).click();
  await page.getByText('Use is stopped (request no. 2)').waitFor();
  await checkScreen(app, 'request-stopped', english);
});

it('refuses with a reason, and takes that back', async () => {
  const { page } = app;
  await enter(page, '高橋', 'Correction');
  await openRequest(page, 3);
  await page.getByRole('button', { name: 'Refuse…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Refuse request no. 3' });
  await dialog.getByLabel('Reason').fill('It is right as it is');
  await dialog.getByRole('button', { name: 'Refuse', exact: true }).click();
  await page.getByText('It is right as it is').waitFor();
  await page.getByRole('button', { name: 'Take the decision back' }).click();
  await page.getByRole('button', { name: 'Refuse…' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open request no. 3' }).waitFor();
  await page.keyboard.press('Escape');
});

it('erases who asks for it from the request, which is done by that, also in Japanese and in the dark', async () => {
  const { page } = app;
  await enter(page, '森', 'Erasure');
  await openRequest(page, 4);
  await identify(page);
  await page.getByRole('button', { name: 'Erase person…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Erase member no. 1' });
  expect(await dialog.getByLabel('Reference of the request').inputValue()).toBe('Request no. 4');
  await dialog.getByLabel('Type 1 to confirm').fill('1');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByText('Member no. 1, no record any more').waitFor();
  await page.getByText('Done by').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open request no. 4' }).waitFor();
  await look(japanese);
  await page.getByRole('heading', { name: '本人からの請求' }).waitFor();
  await checkScreen(app, 'requests', japanese);
  await page.getByRole('button', { name: '請求番号 3 を開く' }).click();
  await checkScreen(app, 'request', japanese);
  expect(await call('ledger.verify', { sectionId: 'members' })).toMatchObject({ outcome: 'whole' });
});
