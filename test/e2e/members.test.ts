import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile } from './support/set-up.ts';

const userData = makeTemporaryFolder();
let app: RunningApp;

beforeAll(async () => {
  app = await launchApp({ userData });
  app.page.setDefaultTimeout(15_000);
  await createProfile(app.page);
  await sections(app.page).getByText('Member records').click();
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const sections = (page: Page) => page.getByRole('navigation', { name: 'Sections' });
const rows = (page: Page) => page.getByRole('listbox', { name: 'Members' }).getByRole('option');
const reading = (page: Page) => page.locator('[data-pane=reading]');
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const row = (page: Page, label: string) =>
  reading(page).locator('dl > div').filter({ hasText: label });

const clipboard = () => app.electron.evaluate(({ clipboard: system }) => system.readText());

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `members-${name}.png`) });
}

/** What the ledger says of members, the newest first: kind, whose, of which field. */
async function entries(page: Page, side: 'audit' | 'left') {
  const answer = (await page.evaluate(
    (of) =>
      window.fumibako.call('ledger.list', {
        ...{ sectionId: 'members', side: of, kind: null, staffId: null, query: '' },
        ...{ from: null, to: null, offset: 0, limit: 100 },
      }),
    side,
  )) as { value: { items: { kind: string; target: string; detail: { field?: string } }[] } };
  const { items } = answer.value;
  return items
    .filter(({ kind }) => kind.startsWith('member-'))
    .map(({ kind, target, detail }) => [kind, target, detail.field].filter(Boolean).join(' '));
}

async function add(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  await page.keyboard.press('n');
  await page.getByRole('heading', { name: 'New member' }).waitFor();
  for (const [label, value] of Object.entries(typed)) await field(page, label).fill(value);
}

it('says that there are no members yet, and adds one whose fields are right', async () => {
  const { page } = app;
  await page.getByText('No members yet').waitFor();
  await shot(page, 'none');
  await page.locator('[data-pane=list]').focus();
  await add(page, {
    'Given name': 'Mika',
    'Furigana of the family name': 'もり',
    'Furigana of the given name': 'みか',
    'Telephone 1': '090-12',
    'Postal code': '100',
    'City or town': '千代田区',
  });
  await field(page, 'Family name').fill('森');
  await field(page, 'Email 1').fill('mika@reader');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Nothing was saved: 3 fields need attention.').waitFor();
  for (const words of [
    'Not a telephone number',
    'Not an email address',
    'Not a postal code of this country',
  ])
    await page.getByText(words).waitFor();
  await shot(page, 'faults');
  await field(page, 'Telephone 1').fill('090-1234-5678');
  await field(page, 'Email 1').fill('mika@reader.example');
  await field(page, 'Postal code').fill('１００－０００１');
  const fillIn = page.getByRole('button', { name: 'Fill in 東京都千代田区千代田' });
  await fillIn.scrollIntoViewIfNeeded();
  await shot(page, 'postal-place');
  await fillIn.press('Enter');
  expect(await field(page, 'Prefecture, state or province').inputValue()).toBe('東京都');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Mika 森' }).waitFor();
  await rows(page).filter({ hasText: 'Mika 森' }).filter({ hasText: 'みか もり' }).waitFor();
  expect(await entries(page, 'audit')).toEqual(['member-viewed 1', 'member-added 1']);
});

it('finds members by kana as it is typed, and moves between them by keyboard', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Close' }).click();
  await add(page, { 'Family name': 'Abe', 'Given name': 'Ken' });
  await page.keyboard.press('Control+Enter');
  await rows(page).nth(1).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('モリ');
  await rows(page).first().filter({ hasText: 'Mika 森' }).waitFor();
  await expect.poll(() => rows(page).count()).toBe(1);
  await shot(page, 'found');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mika 森' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await rows(page).nth(1).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ken Abe' }).waitFor();
});

it('shows a telephone number when it is asked to, and has the look in the ledger', async () => {
  const { page } = app;
  await rows(page).filter({ hasText: 'Mika 森' }).click();
  await page.getByRole('heading', { name: 'Mika 森' }).waitFor();
  expect(await page.content()).not.toMatch(/1234|mika@reader|千代田/);
  await page.getByRole('button', { name: 'Telephone: show (on record)' }).focus();
  await page.keyboard.press('Enter');
  await row(page, 'Telephone').getByText('090-1234-5678').waitFor();
  expect((await entries(page, 'audit'))[0]).toBe('member-viewed 1 phones');
  expect(await page.content()).not.toMatch(/mika@reader|千代田/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Copied.').waitFor();
  expect(await entries(page, 'left')).toEqual(['member-copied 1 phones']);
  expect(await clipboard()).toBe('090-1234-5678');
  // Selected text as well, and what is revealed is not in a selection of everything.
  await page.getByRole('heading', { name: 'Mika 森' }).selectText();
  await page.keyboard.press('Control+c');
  await expect.poll(clipboard).toBe('Mika 森');
  expect((await entries(page, 'left'))[0]).toBe('member-copied 1 shown');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await expect.poll(clipboard).toContain('Furigana');
  expect(await clipboard()).not.toContain('1234');
  await shot(page, 'revealed');
});

it('changes what is typed and leaves the rest hidden, undoes it, and shows both in the history', async () => {
  const { page } = app;
  await reading(page).focus();
  await page.keyboard.press('e');
  await page.getByRole('heading', { name: 'Edit member' }).waitFor();
  expect(await page.content()).not.toMatch(/mika@reader|千代田/);
  await field(page, 'Plan').fill('Daily');
  await page.getByRole('button', { name: 'Telephone: show (on record)' }).click();
  await field(page, 'Telephone 1').fill('+44 20 7946 0958');
  await field(page, 'Reason for this change').fill('She moved');
  await shot(page, 'form');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Changes saved').waitFor();
  await row(page, 'Plan').getByText('Daily').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('Undone', { exact: true }).waitFor();
  await row(page, 'Plan').getByText('Daily').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'History' }).click();
  const changes = reading(page).locator('[data-change]');
  await changes.nth(2).waitFor();
  expect(
    await changes.evaluateAll((all) => all.map((one) => one.getAttribute('data-change'))),
  ).toEqual(['undone', 'changed', 'added']);
  const change = changes.nth(1);
  await change.getByText('Reason: She moved').waitFor();
  await change.getByText(/Hana Ito/).waitFor();
  expect(await change.textContent()).not.toMatch(/7946|1234/);
  await change.getByRole('button', { name: 'Telephone: show (on record)' }).first().click();
  await change.getByText('+44 20 7946 0958').waitFor();
  await change.getByText('090-1234-5678').waitFor();
  await shot(page, 'history');
  await change.getByRole('button', { name: /Show as it was/ }).click();
  await page.getByText(/As it was after the change/).waitFor();
  await row(page, 'Plan').getByText('Daily').waitFor();
  await page.getByRole('button', { name: 'Back to now' }).click();
  await row(page, 'Plan').getByText('Daily').waitFor({ state: 'detached' });
});

it('asks before what was typed is lost, and has it after a look at another screen', async () => {
  const { page } = app;
  await reading(page).focus();
  await page.keyboard.press('e');
  await field(page, 'Plan').fill('Weekly');
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(await field(page, 'Plan').inputValue()).toBe('Weekly');
  await page.waitForFunction(() => document.activeElement?.localName === 'input');
  await page.keyboard.press('Control+1');
  await page.getByRole('heading', { name: 'Edit member' }).waitFor({ state: 'detached' });
  await sections(page).getByText('Member records').click();
  await expect.poll(() => field(page, 'Plan').inputValue()).toBe('Weekly');
  await field(page, 'Plan').press('Escape');
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('heading', { name: 'Mika 森' }).waitFor();
});

it('takes a member who was added by mistake back', async () => {
  const { page } = app;
  await page.getByRole('heading', { name: 'Mika 森' }).waitFor();
  await reading(page).focus();
  await add(page, { 'Family name': 'Mistake' });
  await page.keyboard.press('Control+Enter');
  await page.getByText('Member added').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByText('No record open').waitFor();
  await waitFor('the row to go', async () => (await rows(page).count()) === 2);
  expect((await entries(page, 'audit'))[0]).toBe('member-erased 3');
});
