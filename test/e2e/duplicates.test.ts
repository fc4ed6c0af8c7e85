import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mika } from '../support/members.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile } from './support/set-up.ts';

const userData = makeTemporaryFolder();
let app: RunningApp;

/** One person twice: in old kanji, with another plan and telephone, and moved. */
const first = { ...mika, familyName: '髙澤', plan: 'Daily', status: 'approved' as const };
const second = {
  ...{ ...mika, familyName: '高沢', plan: 'Weekly', phones: ['03-1234-5678'], custom: [] },
  addresses: mika.addresses.map((address) => ({ ...address, street: '一番町2-3' })),
};
const others = [
  { ...mika, familyName: '林', givenName: '健', givenKana: 'ケン' },
  { ...mika, familyName: '渡邉', familyKana: 'ワタナベ', emails: ['w@reader.example'] },
  { ...mika, familyName: '渡辺', familyKana: 'ワタナベ', emails: [], plan: 'Monthly' },
];

beforeAll(async () => {
  app = await launchApp({ userData });
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await createProfile(page);
  const saved = await page.evaluate(
    async (members) => {
      const answers = [];
      for (const fields of members)
        answers.push(
          await window.fumibako.call('member.save', {
            ...{ sectionId: 'members', memberId: null, fields, reason: '' },
          }),
        );
      return JSON.stringify(answers);
    },
    [first, second, ...others],
  );
  expect(saved).not.toContain('"ok":false');
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Member records').click();
  await page.getByRole('listbox', { name: 'Members' }).waitFor();
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const pairs = (page: Page) =>
  page.getByRole('listbox', { name: 'Pairs that may be one person' }).getByRole('option');
const reading = (page: Page) => page.locator('[data-pane=reading]');
const choice = (page: Page, field: string, from: string) =>
  page
    .getByRole('radiogroup', { name: `${field}: which to keep` })
    .getByRole('radio', { name: from });

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `duplicates-${name}.png`) });
}

it('finds who is there twice, by name and status alone, and opens a pair by keyboard', async () => {
  const { page } = app;
  await page.locator('[data-pane=list]').focus();
  await page.keyboard.press('d');
  await page.getByRole('heading', { name: 'Possible duplicates' }).waitFor();
  await page.getByText('2 pairs to look at').waitFor();
  const pair = pairs(page).filter({ hasText: '髙澤' });
  await pair.filter({ hasText: 'Same name, other kanji forms · Same email' }).waitFor();
  await shot(page, 'list');
  expect(await page.content()).not.toMatch(/1234|mika\.mori|千代田|一番町/i);
  // The buttons of the head come first, then the pairs.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await pairs(page).first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('ArrowDown');
  await pair.and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Compare and merge' }).waitFor();
  expect(await page.content()).not.toMatch(/1234|mika\.mori|千代田|一番町/i);
});

it('merges field by field, once every field is chosen', async () => {
  const { page } = app;
  await page.getByText('4 fields to choose').waitFor();
  expect(await page.getByRole('button', { name: 'Merge', exact: true }).isDisabled()).toBe(true);
  await shot(page, 'compare');
  // The keys lead to what is not chosen yet.
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Space');
  await page.getByText('3 fields to choose').waitFor();
  await choice(page, 'Status', 'Left').focus();
  await page.keyboard.press('Space');
  await choice(page, 'Plan', 'Left').focus();
  await page.keyboard.press('ArrowRight');
  await choice(page, 'Family name', 'Right').focus();
  await page.keyboard.press('Space');
  const addresses = reading(page).locator('[data-field=addresses]');
  await addresses.getByRole('button', { name: 'Address: show (on record)' }).last().click();
  await addresses.getByText(/一番町/).waitFor();
  await choice(page, 'Address', 'Right').focus();
  await page.keyboard.press('Space');
  await page.getByText('Everything is chosen').waitFor();
  await shot(page, 'chosen');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Merged into no. 1').waitFor();
  await page.getByText('1 pair to look at').waitFor();
  await page.getByRole('region', { name: 'Merged in the last 30 days' }).waitFor();
  await shot(page, 'merged');
});

it('has one record of the two in the list, and both histories', async () => {
  const { page } = app;
  await page.keyboard.press('Escape');
  const rows = page.getByRole('listbox', { name: 'Members' }).getByRole('option');
  await expect.poll(() => rows.count()).toBe(4);
  await page.keyboard.press('/');
  await page.keyboard.type('髙澤');
  await expect.poll(() => rows.count()).toBe(1);
  await rows.filter({ hasText: '高沢' }).click();
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('Merged with no. 2').waitFor();
  await page.getByRole('button', { name: 'Open no. 2' }).click();
  await page.getByText('This record is in no list any more.').waitFor();
  expect(await page.getByRole('button', { name: 'Edit', exact: true }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'History' }).click();
  await page.getByText('Merged into no. 1').nth(1).waitFor();
  await shot(page, 'history');
});

it('undoes the merge, and remembers who are not the same person', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'More of the members' }).click();
  await page.getByRole('menuitem', { name: 'Find duplicates' }).click();
  const undo = page.getByRole('button', { name: /Undo the merge of 高沢/ });
  await undo.focus();
  await page.keyboard.press('Enter');
  await page.getByText('Undone', { exact: true }).waitFor();
  await page.getByText('2 pairs to look at').waitFor();
  const pair = pairs(page).filter({ hasText: '髙澤' });
  await pair.filter({ hasText: '高沢' }).waitFor();
  await pairs(page).filter({ hasText: '渡邉' }).click();
  await page.getByRole('button', { name: 'Not the same person' }).click();
  await page.getByText('1 pair to look at').waitFor();
  await page.getByRole('button', { name: 'Search again' }).click();
  await expect.poll(() => pairs(page).count()).toBe(1);
  await page.setViewportSize({ width: 1000, height: 700 });
  await pair.click();
  await page.getByRole('heading', { name: 'Compare and merge' }).waitFor();
  await shot(page, 'narrow');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Member records' }).waitFor();
});
