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
  for (const fields of [
    { familyName: 'Mori', status: 'rejected' },
    { familyName: 'Abe', status: 'rejected' },
    { familyName: 'Kato', status: 'lapsed', phones: ['090-1234-5678'], plan: 'Daily' },
  ])
    await call('member.save', { memberId: null, fields, reason: '' });
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByText('Member records').click();
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const rows = (page: Page) => page.getByRole('listbox', { name: 'Members' }).getByRole('option');
const rule = (page: Page, state: 'on' | 'off') => page.locator(`[data-rule=${state}]`);

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
  if (folder !== undefined) await page.screenshot({ path: join(folder, `retention-${name}.png`) });
}

async function openPage(page: Page, name: 'Retention' | 'Numbers'): Promise<void> {
  await page.getByRole('button', { name: 'More of the members' }).click();
  await page.getByRole('menuitem', { name }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
}

async function applyNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Apply now' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Erase now' }).click();
  await page.getByText(/Last applied .*: 1 erasure/).waitFor();
}

it('keeps the record of a member on hold, with who placed it and why', async () => {
  const { page } = app;
  await rows(page).filter({ hasText: 'Mori' }).click();
  await page.getByRole('button', { name: 'Place legal hold' }).click();
  await page.getByLabel('Reason').fill('A court asked for it');
  await page.keyboard.press('Tab');
  await shot(page, 'hold-dialog');
  await page.getByRole('dialog').getByRole('button', { name: 'Place legal hold' }).click();
  await page.getByText(/On legal hold since .*, placed by Hana Ito/).waitFor();
  await page.getByText('A court asked for it').waitFor();
  await checkScreen(app, 'retention-a-record-on-hold', english);
});

it('shows whom a rule is about before it is on, and erases nobody by itself at first', async () => {
  const { page } = app;
  await openPage(page, 'Retention');
  await page.getByText('No rules: everything is kept').waitFor();
  await checkScreen(app, 'retention-no-rules', english);
  await page.getByRole('button', { name: 'Add: Rejected: Whole record after 90 days' }).click();
  await rule(page, 'off').getByText('Rejected: Whole record after 90 days').waitFor();
  await page.getByRole('button', { name: /^Whom it is about/ }).click();
  await page.getByText('Nobody yet.').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Edit/ }).click();
  await page.getByLabel('After', { exact: true }).fill('soon');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('A whole number from 0 to 999').waitFor();
  await page.getByLabel('After', { exact: true }).fill('0');
  await shot(page, 'form');
  await page.getByRole('button', { name: 'Save' }).click();
  await rule(page, 'off').getByText('Rejected: Whole record after 0 days').waitFor();
  await page.getByRole('button', { name: /^Whom it is about/ }).click();
  await page.getByText('2 records have something to erase now.').waitFor();
  await page.getByText('1 of them is on legal hold and stays.').waitFor();
  const due = page.getByRole('list', { name: 'Members the rule is about' }).getByRole('listitem');
  await due.filter({ hasText: 'Mori' }).getByText('On hold: stays').waitFor();
  await due.filter({ hasText: 'Abe' }).getByText('Whole record goes').waitFor();
  await shot(page, 'due');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Turn on/ }).click();
  await rule(page, 'on')
    .getByText(/Takes effect .* nothing has gone/)
    .waitFor();
});

it('says what remains next April and in any month, by the keyboard', async () => {
  const { page } = app;
  const slider = page.getByRole('slider', { name: 'Date' });
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^1 April 20\d\d$/);
  const table = page.getByRole('table', { name: /What remains on 1 April/ });
  await table
    .getByRole('row', { name: /Rejected/ })
    .getByText('1 of 2')
    .waitFor();
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('table', { name: /What remains on 1 May/ }).waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/^1 May 20\d\d$/);
  await checkScreen(app, 'retention-rules', english);
  await look(japanese);
  await page.getByRole('heading', { name: '保存期間' }).waitFor();
  await checkScreen(app, 'retention-rules', japanese);
  await look(english);
});

it('erases by the rules, not who is on hold, and says so in the history and the ledger', async () => {
  const { page } = app;
  await applyNow(page);
  const { id } = (await call('retention.saveRule', lapsedPhones)) as { id: number };
  await call('retention.switchRule', { ruleId: id, isOn: true });
  await page.keyboard.press('Escape');
  await expect.poll(() => rows(page).count()).toBe(2);
  await rows(page).filter({ hasText: 'Mori' }).waitFor();
  await openPage(page, 'Retention');
  await expect.poll(() => rule(page, 'on').count()).toBe(2);
  await applyNow(page);
  await page.keyboard.press('Escape');
  await rows(page).filter({ hasText: 'Kato' }).click();
  await page.getByRole('button', { name: 'History' }).click();
  const change = page.locator('[data-change=forgotten]');
  await change.getByText('Erased by a retention rule').waitFor();
  await change.getByRole('row', { name: 'Telephone Erased' }).waitFor();
  await page
    .locator('[data-change=added]')
    .getByRole('row', { name: 'Telephone Erased' })
    .waitFor();
  await checkScreen(app, 'retention-a-record-after-a-rule', english);
  expect(await call('ledger.verify', {})).toMatchObject({ outcome: 'whole' });
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'What left this computer' }).click();
  await page.getByRole('radiogroup', { name: 'Section' }).getByText('Members').click();
  await page.getByText('Looked at and changed').click();
  const entry = page.locator('tr[data-kind=member-forgotten]').first();
  await entry.getByText('Member no. 3').waitFor();
  expect(await entry.textContent()).toContain('Lapsed, Telephone, 0 days');
});

it('counts registrations without telling of anybody, and prints the counts', async () => {
  const { page } = app;
  const addresses = (region: string) => [
    { country: 'JP', postalCode: '', region, city: 'x', street: '', building: '' },
  ];
  const regions = ['東京都', '東京都', '東京都', '東京都', '東京都', '大阪府', '大阪府', '北海道'];
  for (const [index, region] of [...regions, ...regions].entries())
    await call('member.save', {
      memberId: null,
      fields: { familyName: `N${index}`, status: 'new', addresses: addresses(region) },
      reason: '',
    });
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByText('Member records').click();
  await openPage(page, 'Numbers');
  const waiting = page.getByRole('table', { name: 'Waiting for a decision, by age' });
  await waiting.getByRole('row', { name: 'up to 2 days 16' }).waitFor();
  await page.getByText('Shown once ten registrations were approved or rejected.').waitFor();
  const places = page.getByRole('table', { name: 'By prefecture' });
  await places.getByRole('row', { name: 'Others not shown' }).waitFor();
  expect(await places.textContent()).not.toMatch(/大阪府|北海道/);
  await places.getByRole('row', { name: 'Total 16' }).waitFor();
  await checkScreen(app, 'numbers', english);
  await checkPaper(app, 'numbers-paper', english, () =>
    page.getByRole('button', { name: 'Print' }).click(),
  );
  await look(japanese);
  await page.getByRole('heading', { name: '集計' }).waitFor();
  await checkScreen(app, 'numbers', japanese);
});

const lapsedPhones = {
  ruleId: null,
  terms: { status: 'lapsed', part: 'phones', count: 0, unit: 'days' },
};
