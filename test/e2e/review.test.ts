import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { insertClaim } from '../../main/engine/store/review-claims.ts';
import { MemberId } from '../../shared/ids.ts';
import type { MemberRecord } from '../../shared/model/member.ts';
import { type Dovecot, startDovecot } from '../support/dovecot.ts';
import { mika } from '../support/members.ts';
import { openBeside } from '../support/section-keys.ts';
import { ken } from '../support/section-ledger.ts';
import { type SmtpServer, startSmtpServer } from '../support/smtp-server.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile, passphrase, setUndo, setUpMailbox } from './support/set-up.ts';

const userData = makeTemporaryFolder();
const user = 'members';
let dovecot: Dovecot;
let smtp: SmtpServer;
let app: RunningApp;

const consent = { version: '3', date: '2026-11-01', source: 'form' };
const registration = (number: number, more: Partial<MemberRecord> = {}): MemberRecord => ({
  ...mika,
  consent,
  honorific: 'sama',
  familyName: `森${number}`,
  emails: [`reader${number}@reader.example`],
  phones: [`+81900000000${number}`],
  ...more,
});

beforeAll(async () => {
  dovecot = await startDovecot([user]);
  smtp = await startSmtpServer();
  app = await launchApp({ userData });
  app.page.setDefaultTimeout(30_000);
  await createProfile(app.page);
  await setUpMailbox(app.page, 'Members', {
    senderName: 'Minato Members',
    senderAddress: 'members@minato.example',
    imap: { host: dovecot.host, port: dovecot.imapsPort, user, password: dovecot.password },
    smtp,
  });
  await add(app.page, [
    registration(1),
    registration(2, { emails: ['reader2@gmial.com'], phones: ['+44 20 7946 0958'] }),
    registration(3, { honorific: null }),
    registration(4),
    registration(5, { emails: ['reader4@reader.example'] }),
  ]);
  await sections(app.page).getByText('Registrations').click();
});

afterAll(async () => {
  await app.quit();
  await smtp.stop();
  await dovecot.stop();
  removeFolder(userData);
});

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' });
const rows = (page: Page) =>
  page.getByRole('listbox', { name: 'Review queue' }).getByRole('option');
const names = async (page: Page) =>
  (await rows(page).allTextContents()).map((text) => /森\d/.exec(text)?.[0]);
const open = (page: Page, name: string) => page.getByRole('heading', { name: `${name} 美香` });
const line = (page: Page, field: string) => page.locator(`[data-field=${field}]`);
const letters = () => smtp.received.map(({ raw }) => raw.toString());

async function add(page: Page, records: readonly MemberRecord[]): Promise<void> {
  const saved = await page.evaluate(async (all) => {
    const results = [];
    for (const fields of all) {
      const input = { sectionId: 'members', memberId: null, fields, reason: '' };
      results.push(JSON.stringify(await window.fumibako.call('member.save', input)));
    }
    return results;
  }, records);
  for (const one of saved) expect(one).toContain('"outcome":"saved"');
}

async function statusOf(page: Page, memberId: number): Promise<string> {
  const answer = (await page.evaluate(
    (id) => window.fumibako.call('member.read', { sectionId: 'members', memberId: id, asOf: null }),
    memberId,
  )) as { value: { shown: { status: string } } };
  return answer.value.shown.status;
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `review-${name}.png`) });
}

it('shows each registration with its checks, claimed by whoever looks, and approves it by one key', async () => {
  const { page } = app;
  await expect.poll(() => names(page)).toEqual(['森1', '森2', '森3', '森4', '森5']);
  await shot(page, 'queue');
  await page.keyboard.press('j');
  await open(page, '森1').waitFor();
  await page.keyboard.press('j');
  await open(page, '森2').waitFor();
  await line(page, 'emails').getByText('Mistyped? gmail.com was probably meant').waitFor();
  await line(page, 'phones').getByText('Number of another country than the address').waitFor();
  await line(page, 'addresses').getByText('Nothing found').waitFor();
  expect(await page.content()).not.toMatch(/reader2@|7946/);
  await page.keyboard.press('v');
  await line(page, 'emails').getByText('reader2@gmial.com').waitFor();
  await shot(page, 'checks');
  await page.keyboard.press('k');
  await open(page, '森1').waitFor();
  await page.keyboard.press('a');
  await open(page, '森2').waitFor();
  await waitFor('the approval', async () => (await statusOf(page, 1)) === 'approved');
  await page.keyboard.press('b');
  await page.getByText('The decision was taken back.').waitFor();
  await expect.poll(() => names(page)).toEqual(['森1', '森2', '森3', '森4', '森5']);
});

it('asks before it takes over what another reviews', async () => {
  const { page } = app;
  const db = await openBeside(join(userData, 'data'), 'members', passphrase);
  insertClaim(db, MemberId.parse(4), ken, { at: Date.now(), since: 0 });
  await page.keyboard.press('Escape');
  await rows(page).filter({ hasText: '森4' }).click();
  await page.getByText(/Ken Abe has been reviewing this since/).waitFor();
  await page.keyboard.press('a');
  const question = page.getByRole('alertdialog', { name: 'Take over from Ken Abe?' });
  await question.waitFor();
  await shot(page, 'claimed');
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await statusOf(page, 4)).toBe('new');
  await page.keyboard.press('a');
  await question.getByRole('button', { name: 'Take over' }).click();
  await page.getByText(/Ken Abe has been reviewing this since/).waitFor({ state: 'detached' });
});

it('calls a letter back together with its decision', async () => {
  const { page } = app;
  await setUndo(page, 'members', 60);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await open(page, '森1').waitFor();
  await page.keyboard.press('x');
  const dialog = page.getByRole('dialog', { name: 'Reject the registration' });
  await dialog.waitFor();
  expect(await dialog.getByRole('button', { name: /Send/ }).isDisabled()).toBe(true);
  await page.keyboard.type('Not a resident.');
  await shot(page, 'reject');
  await page.keyboard.press('Control+Enter');
  await open(page, '森2').waitFor();
  await waitFor('the rejection', async () => (await statusOf(page, 1)) === 'rejected');
  await page.getByText('Reply to the member leaves in').waitFor();
  await page.keyboard.press('z');
  await page.getByText('The letter and its decision were taken back.').waitFor();
  await expect.poll(() => names(page)).toEqual(['森1', '森2', '森3', '森4', '森5']);
  expect(letters()).toEqual([]);
  await setUndo(page, 'members', 0);
});

it('asks for a correction by mail, and has the answer on the registration', async () => {
  const { page } = app;
  await page.keyboard.press('j');
  await open(page, '森2').waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'Ask for a correction' });
  const text = dialog.getByRole('textbox', { name: /Letter to the member/ });
  await expect
    .poll(() => text.inputValue())
    .toContain('・メールアドレス：＠より後に誤りはありませんか');
  await expect.poll(() => text.inputValue()).toContain('・電話番号：住所の国と合っていません');
  await shot(page, 'letter');
  await page.keyboard.press('Control+Enter');
  await open(page, '森3').waitFor();
  await waitFor('the letter', () => letters().length === 1);
  const [sent = ''] = letters();
  expect(smtp.received[0]).toMatchObject({ rcptTo: ['reader2@gmial.com'] });
  const messageId = /^Message-ID: <(.+)>/m.exec(sent)?.[1];
  await expect.poll(() => names(page)).toEqual(['森1', '森3', '森4', '森5']);
  dovecot.deliver(
    user,
    [
      'From: Mika Mori <reader2@gmail.com>',
      'To: members@minato.example',
      'Subject: Re: registration',
      'Message-ID: <answer@reader.example>',
      `In-Reply-To: <${messageId}>`,
      `Date: ${new Date().toUTCString()}`,
      '',
      'It is gmail.com, of course.',
      '',
    ].join('\r\n'),
  );
  await rows(page).filter({ hasText: '森2' }).getByText('Answered').waitFor();
  expect(await statusOf(page, 2)).toBe('new');
  await rows(page).filter({ hasText: '森2' }).click();
  await open(page, '森2').waitFor();
  await shot(page, 'answered');
  await page.getByRole('button', { name: 'Open the conversation' }).click();
  await page.getByText('It is gmail.com, of course.').first().waitFor();
});

it('approves together those without warnings only, and takes all of them back', async () => {
  const { page } = app;
  await sections(page).getByText('Registrations').click();
  await rows(page).nth(4).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await page.getByText('2 selected').waitFor();
  await page.keyboard.press('a');
  const question = page.getByRole('alertdialog', { name: 'Approve 1 registration?' });
  await question.getByText('1 with warnings').waitFor();
  await shot(page, 'bulk');
  await question.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('1 registration approved').waitFor();
  expect(await statusOf(page, 2)).toBe('new');
  expect(await statusOf(page, 3)).toBe('approved');
  await page.keyboard.press('b');
  await waitFor('the undo', async () => (await statusOf(page, 3)) === 'new');
});
