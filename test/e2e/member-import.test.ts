import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Encoding from 'encoding-japanese';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile } from './support/set-up.ts';

const userData = makeTemporaryFolder();
const files = makeTemporaryFolder();
let app: RunningApp;

beforeAll(async () => {
  app = await launchApp({ userData });
  app.page.setDefaultTimeout(15_000);
  await createProfile(app.page);
  const sections = app.page.getByRole('navigation', { name: 'Sections' });
  await sections.getByText('Member records').click();
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
  removeFolder(files);
});

const rows = (page: Page) => page.getByRole('listbox', { name: 'Members' }).getByRole('option');
const pane = (page: Page) => page.getByRole('region', { name: 'Import members' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** By keyboard, as all of it can be. */
async function press(page: Page, name: string): Promise<void> {
  await button(page, name).focus();
  await page.keyboard.press('Enter');
}

async function choose(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  const path = join(files, name);
  writeFileSync(path, content);
  const asked = page.waitForEvent('filechooser');
  await press(page, 'Choose file…');
  await (await asked).setFiles(path);
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `import-${name}.png`) });
}

it('says what is wrong with a file that cannot be read', async () => {
  const { page } = app;
  await press(page, 'Import members');
  await pane(page).getByText('No imports in the last 30 days.').waitFor();
  await shot(page, 'empty');
  await choose(page, 'cut.csv', 'Last name,Notes\nAbe,"call');
  await page.getByText('A quotation mark is opened and never closed.').waitFor();
  await pane(page).getByText('Line 2').waitFor();
  await choose(page, 'latin.csv', Buffer.from('Last name,City\nBébert,Besançon\n', 'latin1'));
  await page.getByText('The characters of this file cannot be read.').waitFor();
  await shot(page, 'refused');
});

it('reads a Shift_JIS file, shows what it would do and takes only the valid rows', async () => {
  const { page } = app;
  const text = [
    '姓,名,メールアドレス,紹介者,プラン',
    '高橋,花子,hana@reader.example,佐藤,=1+1',
    '森,美香,mika@reader,,',
    '阿部,健,hana@reader.example,,',
  ].join('\r\n');
  const code = Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' });
  await choose(page, '名簿.csv', Uint8Array.from(code));
  await pane(page).getByText('3 rows. The first ones:').waitFor();
  await pane(page).getByRole('radio', { name: 'Shift_JIS', checked: true }).waitFor();
  await shot(page, 'file');
  await press(page, 'Next');
  const referrer = page.getByRole('button', { name: /Column 4, 紹介者/ });
  await referrer.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await shot(page, 'columns');
  await press(page, 'Check the rows');
  await pane(page).getByText('Email: not an email address').waitFor();
  await pane(page).getByText('The same person is on line 2 already').waitFor();
  await shot(page, 'invalid');
  await pane(page).getByText('New: 1').click();
  await pane(page).getByText('=1+1', { exact: true }).waitFor();
  await pane(page).getByText('Looks like a formula, and is kept as text: プラン').waitFor();
  await pane(page).getByText('佐藤').waitFor();
  await shot(page, 'new');
  await press(page, 'Import only the valid row (1)');
  await pane(page).getByText('Import finished').waitFor();
  await rows(page).filter({ hasText: '高橋 花子' }).waitFor();
  await shot(page, 'done');
});

it('remembers the columns, shows before and after, and takes an import back', async () => {
  const { page } = app;
  await press(page, 'Import another file');
  const text = '姓,名,メールアドレス,紹介者,プラン\n高橋,,hana@reader.example,,gold\n';
  await choose(page, 'again.csv', text);
  await press(page, 'Next');
  await pane(page).getByText('as in the last import').waitFor();
  await press(page, 'Check the rows');
  const changes = pane(page).getByRole('table', { name: 'Changes by line 2' });
  await changes.getByText('=1+1').waitFor();
  await changes.getByText('gold').waitFor();
  expect(await changes.getByRole('row').count()).toBe(2);
  await shot(page, 'changed');
  await press(page, 'Import 1 row');
  await pane(page).getByText('Import finished').waitFor();
  const first = pane(page).getByRole('listitem').filter({ hasText: '名簿.csv' });
  const second = pane(page).getByRole('listitem').filter({ hasText: 'again.csv' });
  const undo = async (one: typeof first) => {
    await one.getByRole('button', { name: 'Undo import' }).press('Enter');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Undo import' }).press('Enter');
  };
  await undo(first);
  await first.getByText('Undone: 0. Left because they were changed since: 1.').waitFor();
  await undo(second);
  await second.getByText('Undone: 1. Left because they were changed since: 0.').waitFor();
  await shot(page, 'undone');
  await rows(page).filter({ hasText: '高橋 花子' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('No record open').waitFor();
});

it('splits whole names, and shows an import that goes on when its pane is opened again', async () => {
  const { page } = app;
  await press(page, 'Import members');
  const many = Array.from({ length: 6000 }, (_, at) => `山田 太郎${at},m${at}@reader.example`);
  await choose(
    page,
    '氏名.csv',
    ['氏名,メール', ...many, '山田太郎,taro@reader.example'].join('\n'),
  );
  await press(page, 'Next');
  await press(page, 'Check the rows');
  await pane(page).getByText('The full name cannot be split').waitFor();
  await shot(page, 'whole-name');
  await press(page, 'Import only the 6,000 valid rows');
  await pane(page).getByText('Writing the members…').waitFor();
  await press(page, 'Close the import');
  await press(page, 'Import members');
  const going = pane(page).getByRole('listitem').filter({ hasText: '氏名.csv' });
  await going.getByRole('progressbar', { name: 'Writing the members…' }).waitFor();
  await going.getByText(/^[\d,]+ of 6,000$/).waitFor();
  await shot(page, 'goes-on');
  await going.getByRole('button', { name: 'Undo import' }).waitFor({ timeout: 60_000 });
  await going.getByText('Added: 6000.').waitFor();
});
