import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { type Look, launchApp, type RunningApp } from './support/launch-app.ts';
import { checkPaper, checkScreen } from './support/screens/check-screen.ts';
import { createProfile } from './support/set-up.ts';

const userData = makeTemporaryFolder();
const english: Look = { locale: 'en', theme: 'light' };
const japanese: Look = { locale: 'ja', theme: 'dark' };
let app: RunningApp;

beforeAll(async () => {
  app = await launchApp({ userData });
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await createProfile(page);
  await page.evaluate(axe.source);
  const mori = { emails: ['mori@reader.example'], phones: ['090-1234-5678'], plan: 'Daily' };
  await call('member.save', {
    memberId: null,
    fields: { familyName: 'Mori', ...mori },
    reason: '',
  });
  await call('member.save', { memberId: null, fields: { familyName: 'Abe' }, reason: '' });
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByText('Member records').click();
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const rows = (page: Page) => page.getByRole('listbox', { name: 'Members' }).getByRole('option');

/** An answer of the Members section, unless the whole input is given. */
async function call(name: string, input: object, whole: object | null = inMembers(input)) {
  const answer = await app.page.evaluate(([of, given]) => window.fumibako.call(of, given), [
    name,
    whole,
  ] as const);
  return (answer as { value: unknown }).value;
}

const inMembers = (input: object) => ({ sectionId: 'members', ...input });

async function look(chosen: Look): Promise<void> {
  const preferences = (await call('preferences.get', {}, null)) as object;
  await call('preferences.save', {}, { ...preferences, ...chosen });
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `erasure-${name}.png`) });
}

async function openCertificates(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More of the members' }).click();
  await page.getByRole('menuitem', { name: 'Certificates of erasure' }).click();
  await page.getByRole('heading', { name: 'Certificates of erasure', exact: true }).waitFor();
}

it('shows every place before anything goes, and erases by the keyboard once it is confirmed', async () => {
  const { page } = app;
  await openCertificates(page);
  await page.getByText('Nobody has been erased').waitFor();
  await checkScreen(app, 'erasure-none', english);
  await page.keyboard.press('Escape');
  await rows(page).filter({ hasText: 'Mori' }).click();
  await page.getByRole('button', { name: 'Erase person…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('alertdialog', { name: 'Erase member no. 1' });
  await dialog.getByRole('row', { name: 'Telephones, emails and addresses 2' }).waitFor();
  await dialog.getByRole('row', { name: 'Changes in the history 1' }).waitFor();
  await dialog
    .getByRole('row', { name: /Entries in the ledger It proves who did what.* \d/ })
    .waitFor();
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  // First the places, which scroll, then the fields.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Mori asked');
  expect(await erase.isDisabled()).toBe(true);
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await checkScreen(app, 'erasure-preview', english);
  await erase.click();
  await dialog.getByText('The reference names the person').waitFor();
  await dialog.getByLabel('Reference of the request').fill('Request 12 of 3 June');
  await erase.focus();
  await page.keyboard.press('Enter');
  const certificate = page.getByRole('dialog', { name: 'Certificate of erasure 1' });
  await certificate.getByText('Request 12 of 3 June').waitFor();
  await certificate.getByRole('row', { name: 'Telephones, emails and addresses 2' }).waitFor();
  await checkScreen(app, 'erasure-certificate', english);
  await page.keyboard.press('Escape');
  await expect.poll(() => rows(page).count()).toBe(1);
  expect(await call('ledger.verify', {})).toMatchObject({ outcome: 'whole' });
});

it('holds the person back from a registration by hand until an administrator says why', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Add member' }).first().click();
  const form = page.getByRole('form');
  await form.getByLabel('Family name', { exact: true }).fill('Aki');
  await form.getByLabel('Email 1', { exact: true }).fill('MORI@reader.example');
  await page.keyboard.press('Control+Enter');
  await form.getByText(/asked to be forgotten on .*; certificate 1\./).waitFor();
  await shot(page, 'returning');
  // It comes, with the focus, once the window knows that an administrator is at it.
  const reason = form.getByLabel('Reason for keeping this contact again');
  await reason.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('Registered anew');
  expect(await reason.inputValue()).toBe('Registered anew');
  await form.getByRole('button', { name: 'Save all the same' }).click();
  await expect.poll(() => rows(page).count()).toBe(2);
});

it('keeps the certificates, which are printed on record, in Japanese and in the dark as well', async () => {
  const { page } = app;
  await openCertificates(page);
  await page.getByText(/Member no\. 1, erased .* by Hana Ito/).waitFor();
  await page.getByRole('button', { name: 'Open certificate 1' }).click();
  await checkPaper(app, 'erasure-paper', english, () =>
    page.getByRole('dialog').getByRole('button', { name: 'Print' }).click(),
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Destroy older backups…' }).click();
  await checkScreen(app, 'erasure-destroy', english);
  await page.getByRole('button', { name: 'Destroy them' }).click();
  await page.getByText('The older backups are destroyed').waitFor();
  await rows(page).first().waitFor();
  await openCertificates(page);
  await page.getByRole('button', { name: 'Open certificate 1' }).click();
  await page.getByRole('dialog').getByText('Destroyed', { exact: false }).waitFor();
  await look(japanese);
  await page.getByRole('dialog', { name: '消去証明書1' }).waitFor();
  await checkScreen(app, 'erasure-certificate', japanese);
  await page.getByRole('dialog').getByRole('button', { name: '閉じる' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await checkScreen(app, 'erasure-certificates', japanese);
});
