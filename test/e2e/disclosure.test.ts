import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { companyKey, readAsCompany } from '../support/company-key.ts';
import { approvedMika } from '../support/disclosures.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { changePassphrase, createProfile, passphrase, signInAs } from './support/set-up.ts';

const userData = makeTemporaryFolder();
const file = join(userData, 'to-the-company.csv.pgp');
const kensPassphrase = 'granite violin sunday moth';
const keys = await companyKey();
let app: RunningApp;

beforeAll(async () => {
  app = await launchApp({ userData });
  app.page.setDefaultTimeout(15_000);
  await createProfile(app.page);
});

afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const pane = (page: Page) => page.locator('[data-pane=reading]');
const tab = (page: Page, name: RegExp) =>
  pane(page).getByRole('radiogroup', { name: 'Show' }).getByText(name);
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `disclosure-${name}.png`) });
}

async function openDisclosures(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Member records').click();
  await button(page, 'Disclosures to group companies').click();
  await page.getByRole('heading', { name: 'Disclosures' }).waitFor();
}

async function fillDay(page: Page, label: string, [day, month, year]: readonly string[]) {
  const segments = page.getByRole('group', { name: label }).getByRole('spinbutton');
  await segments.first().focus();
  await page.keyboard.type(`${day}${month}${year}`);
}

/** As the company reads it out over the telephone. */
async function fingerprintEnd(page: Page): Promise<string> {
  const shown = await pane(page).locator('[translate=no]').last().textContent();
  return (shown ?? '').slice(-9);
}

const members = (page: Page) =>
  page.evaluate(
    async ([fields]) => {
      const { fumibako } = window;
      const add = (changed: object) =>
        fumibako.call('member.save', {
          ...{ sectionId: 'members', memberId: null, reason: '' },
          fields: { ...fields, ...changed },
        });
      await add({});
      await add({ familyName: '青木', familyKana: 'アオキ', givenName: '=1+1', givenKana: '' });
      await add({ familyName: 'Rejected', familyKana: '', givenName: '', status: 'rejected' });
    },
    [approvedMika] as const,
  );

it('enters a company, which waits for another administrator', async () => {
  const { page } = app;
  await members(page);
  await page.keyboard.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings pages' }).getByText('Staff').click();
  await field(page, 'Name').fill('Ken Abe');
  const form = page.locator('form').filter({ hasText: 'Role' });
  await form.getByText('Administrator').click();
  await form.getByText('Members').click();
  await form.getByRole('button', { name: 'Add' }).click();
  const notice = page.getByRole('status').filter({ hasText: 'Ken Abe’s first sign-in' });
  const handed = (await notice.locator('[translate=no]').textContent()) ?? '';

  await openDisclosures(page);
  await page.getByText('Nothing waits for approval').waitFor();
  await tab(page, /Companies/).click();
  await page.getByText('No group company yet').waitFor();
  await button(page, 'Enter a company').click();
  for (const [label, words] of [
    ['Company', 'Minato Travel'],
    ['Address', '1-1 Minato, Tokyo'],
    ['Contact', 'Sora Mizuno'],
    ['Email domain', 'gmail.com'],
    ['Purpose', 'Member discounts'],
    ['Legal basis', 'Joint use, policy section 5'],
  ] as const)
    await field(page, label).fill(words);
  await fillDay(page, 'Valid from', ['01', '04', '2020']);
  await fillDay(page, 'Valid to', ['31', '03', '2099']);
  for (const name of ['Family name', 'Given name', 'Email'])
    await pane(page).getByText(name, { exact: true }).click();
  // Left for another screen, it is there again.
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Registrations').click();
  await openDisclosures(page);
  await tab(page, /Companies/).click();
  expect(await field(page, 'Contact').inputValue()).toBe('Sora Mizuno');
  await field(page, 'Public key (OpenPGP)').fill(keys.publicKey);
  await page.getByText('Minato Travel <keys@travel.example>').waitFor();
  await button(page, 'Save, to be approved').click();
  await page.getByText('Nothing was saved: 2 fields need attention.').waitFor();
  await page.getByText('Not a domain of one company').waitFor();
  await page.getByText('Not how the fingerprint ends').waitFor();
  await shot(page, 'company-faults');
  await field(page, 'Email domain').fill('travel.example');
  await field(page, 'Last 8 characters of the fingerprint').fill(await fingerprintEnd(page));
  await button(page, 'Save, to be approved').click();
  await page.getByText('Another administrator signs in').waitFor();
  expect(await button(page, 'Approve this company').count()).toBe(0);
  await tab(page, /New disclosure/).click();
  await page.getByText('No company may have anything today').waitFor();

  await signInAs(page, 'Ken Abe', handed);
  await changePassphrase(page, 'The passphrase you were given', handed, kensPassphrase);
  await openDisclosures(page);
  await tab(page, /Companies/).click();
  await field(page, 'Last 8 characters of the fingerprint').fill(await fingerprintEnd(page));
  await shot(page, 'company-approve');
  await button(page, 'Approve this company').click();
  await page.getByText('In force').waitFor();
});

it('asks for a disclosure of what was previewed, and not of who must not go', async () => {
  const { page } = app;
  await tab(page, /New disclosure/).click();
  await button(page, 'Add all 3 listed').click();
  await page.getByText('3 members chosen').waitFor();
  for (const name of ['Family name', 'Given name', 'Email'])
    await pane(page).getByText(name, { exact: true }).click();
  expect(await pane(page).getByText('Telephone', { exact: true }).count()).toBe(0);
  await button(page, 'Preview what would go').click();
  await page.getByText('No. 3: not an approved member.').waitFor();
  await shot(page, 'refused');
  await button(page, 'Take 1 member out').click();
  await button(page, 'Preview what would go').click();
  const table = page.getByRole('table', { name: 'What would go' });
  await table.getByText("'=1+1").waitFor();
  expect(await table.locator('thead th').allTextContents()).toEqual([
    ...['Member', 'Family name', 'Given name', 'Email'],
  ]);
  await field(page, 'Purpose of this disclosure').fill('Spring campaign');
  await shot(page, 'preview');
  await button(page, 'Ask for approval').click();
  await page.getByText('Spring campaign').waitFor();
  expect(await button(page, 'Approve and save the file…').count()).toBe(0);
});

it('is approved by another person into one file that the company alone reads', async () => {
  const { page, electron } = app;
  await electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
  }, file);
  await signInAs(page, 'Hana Ito', passphrase);
  await openDisclosures(page);
  await button(page, 'Look at what would go').click();
  await page.getByRole('table', { name: 'What would go' }).getByText('青木').waitFor();
  await shot(page, 'approve');
  await button(page, 'Approve and save the file…').click();
  await page.getByText('Encrypted to Minato Travel and saved.').waitFor();
  const written = readFileSync(file);
  expect(written.includes('青木')).toBe(false);
  const { text } = await readAsCompany(written, keys.privateKey);
  expect(text.split('\r\n')).toEqual([
    '\uFEFF"Family name","Given name","Email"',
    `"青木","'=1+1","Mika.Mori@reader.example"`,
    '"森","美香","Mika.Mori@reader.example"',
    '',
  ]);
});

it('is in the history of each member and on paper', async () => {
  const { page, electron } = app;
  await tab(page, /Record/).click();
  await page.getByText('Released').waitFor();
  await shot(page, 'record');
  await page.keyboard.press('Escape');
  await page.getByRole('option').filter({ hasText: '森' }).click();
  await button(page, 'History').click();
  const history = page.getByRole('region', { name: 'Disclosures' });
  await history.getByText('Spring campaign').waitFor();
  await history.getByText('Minato Travel').waitFor();
  await history.scrollIntoViewIfNeeded();
  await shot(page, 'history');
  await electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    window.webContents.print = (_, done) => {
      void window.webContents
        .executeJavaScript(`document.querySelector('[data-print-pages]')?.textContent`)
        .then((paper: unknown) => {
          Object.assign(globalThis, { paper });
          done?.(true, '');
        });
    };
  });
  await history.getByRole('button', { name: 'Print…' }).click();
  const paper = () =>
    electron.evaluate(() => (globalThis as typeof globalThis & { paper?: string }).paper ?? '');
  await expect.poll(paper).toContain('森 美香');
  expect(await paper()).toMatch(/Articles 27 and 29.*1-1 Minato, Tokyo.*Version 3/s);
  expect(await paper()).not.toContain('青木');
});
