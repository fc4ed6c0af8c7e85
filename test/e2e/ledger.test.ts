import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import type { RunningApp } from './support/launch-app.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';

const userData = makeTemporaryFolder();
const savedTo = join(userData, '港.txt');
let newsroom: Newsroom;
let app: RunningApp;

/** A letter with a link and a file. */
const question = [
  `From: Mika Mori <${readerAddress}>`,
  'To: World Services <world-services@minato.example>',
  'Subject: Harbour',
  'Message-ID: <harbour@reader.example>',
  `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'See https://harbour.example/plan please.',
  '--b',
  'Content-Type: text/plain; name="port.txt"',
  'Content-Disposition: attachment; filename="port.txt"',
  '',
  'The port.',
  '--b--',
  '',
].join('\r\n');

beforeAll(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(sectionUser, question);
  app = await newsroom.startApp(userData);
  await app.electron.evaluate(({ shell, dialog, clipboard, BrowserWindow }, filePath) => {
    const seen = { opened: [] as string[], copied: [] as string[], printed: 0 };
    Object.assign(globalThis, { seen });
    shell.openExternal = async (url) => void seen.opened.push(url);
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    clipboard.writeText = async (text) => void seen.copied.push(text);
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.print = async (_options, done) => {
        seen.printed += 1;
        // The rows are looked at while they are there for paper.
        setTimeout(() => done?.(true, ''), 1500);
      };
  }, savedTo);
});
afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

const seen = () =>
  app.electron.evaluate(
    () =>
      (globalThis as unknown as { seen: { opened: string[]; copied: string[]; printed: number } })
        .seen,
  );

it('shows what left: an answer, a file, a link and an address, each with who and to whom', async () => {
  const { page } = app;
  await page.getByRole('option').filter({ hasText: 'Harbour' }).click();
  const pane = page.locator('[data-pane=reading]');
  await pane.getByRole('button', { name: 'Save port.txt' }).click();
  await waitFor('the file', () => readFileSync(savedTo, { encoding: 'utf8', flag: 'a+' }) !== '');

  await pane.getByRole('link', { name: 'https://harbour.example/plan' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Open in browser' }).click();
  await waitFor('the browser', async () => (await seen()).opened.length > 0);

  // By the keyboard alone.
  const copy = pane.getByRole('button', { name: `Copy ${readerAddress}` });
  await copy.focus();
  await page.keyboard.press('Enter');
  await waitFor('the clipboard', async () => (await seen()).copied.includes(readerAddress));

  await page.keyboard.press('r');
  await page.locator('textarea').fill('Thank you.');
  await page.keyboard.press('Control+Enter');
  await waitFor('the answer', () => newsroom.smtp.received.length > 0);

  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'What left this computer' }).click();
  const rows = page.locator('tr[data-kind]');
  await rows.nth(3).waitFor();
  expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-kind')))).toEqual([
    'mail',
    'contact',
    'link',
    'attachment',
  ]);
  const texts = await rows.allTextContents();
  for (const text of texts) expect(text).toContain('Hana Ito');
  expect(texts[0]).toContain(readerAddress);
  expect(texts[0]).toContain('Reply to message');
  expect(texts[1]).toContain(readerAddress);
  expect(texts[2]).toContain('harbour.example');
  expect(texts[3]).toContain(savedTo);
});

it('narrows them by words, verifies the chain, and is clean to assistive technology', async () => {
  const { page } = app;
  await page.getByRole('searchbox').fill('harbour');
  await waitFor('the filter', async () => (await page.locator('tr[data-kind]').count()) === 1);
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByText('No entry matches').waitFor();
  await page.getByRole('searchbox').fill('');
  await page.locator('tr[data-kind]').nth(3).waitFor();
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText(/All \d+ entries of this section are as they were written/).waitFor();
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({
      include: [document],
      exclude: [['[data-live-announcer]']],
    }),
  );
  expect(violations.map(({ id }) => id)).toEqual([]);
});

it('prints every row with the check value of the last, and that is an entry as well', async () => {
  const { page } = app;
  const pressed = page.getByRole('button', { name: 'Print' }).click();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('[data-print-pages]');
  await paper.waitFor({ state: 'attached' });
  expect(await paper.locator('tbody tr').count()).toBe(4);
  expect(await paper.textContent()).toMatch(/[0-9a-f]{64}/);
  expect(await page.locator('#root').isVisible()).toBe(false);
  expect(await paper.isVisible()).toBe(true);
  await pressed;
  await paper.waitFor({ state: 'detached' });
  await page.emulateMedia({ media: null });
  await page.locator('tr[data-kind=print]').waitFor();
  expect((await seen()).printed).toBe(1);
});

it('shows who opened a conversation: once for each time, however often it was read anew', async () => {
  const { page } = app;
  await page.getByText('Looked at and changed').click();
  const opened = page.locator('tr[data-kind=conversation-viewed]');
  await opened.first().waitFor();
  expect(await opened.count()).toBe(1);
  expect(await opened.first().textContent()).toContain(readerAddress);
  expect(await page.locator('tr[data-kind=draft-changed]').count()).toBeLessThanOrEqual(1);
  await page.getByText('Refused', { exact: true }).click();
  await page.getByText('Nothing was refused').waitFor();
});

it('holds a copy of selected text with an address in it until that is on record', async () => {
  const { page } = app;
  await page.getByRole('navigation', { name: 'Sections' }).getByText('World Services').click();
  await page.getByRole('option').filter({ hasText: 'Harbour' }).click();
  const to = page.locator('[data-pane=reading] [data-contact="world-services@minato.example"]');
  await to.first().waitFor();
  const wasHeld = await to.first().evaluate((element) => {
    document.getSelection()?.selectAllChildren(element);
    return !element.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true }));
  });
  expect(wasHeld).toBe(true);
  await waitFor('the clipboard', async () =>
    (await seen()).copied.some((text) => text.includes('world-services@minato.example')),
  );
  const dragged = await to
    .first()
    .evaluate(
      (element) =>
        !element.dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })),
    );
  expect(dragged).toBe(true);
  const inText = await page
    .locator('[data-pane=reading] p')
    .first()
    .evaluate((element) => {
      document.getSelection()?.selectAllChildren(element);
      return element.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true }));
    });
  // The words of a letter are not its head.
  expect(inText).toBe(true);
});

it('holds a copy of the source, which is full of addresses, and no link can be dragged', async () => {
  const { page } = app;
  // Below the answer it may be folded.
  const letter = page.locator('[data-pane=reading]').getByRole('article', { name: 'Mika Mori' });
  await letter.waitFor();
  const folded = letter.locator('button[aria-expanded=false]').filter({ hasText: 'Mika Mori' });
  if ((await folded.count()) > 0) await folded.click();
  const link = letter.getByRole('link', { name: 'https://harbour.example/plan' });
  const drag = await link.evaluate((element) =>
    getComputedStyle(element).getPropertyValue('-webkit-user-drag'),
  );
  expect(drag).toBe('none');
  await letter.getByRole('button', { name: /Shown as/ }).click();
  await page.getByRole('menuitemradio', { name: 'Source' }).click();
  const source = letter.locator('pre');
  await source.waitFor();
  await source.evaluate((element) => {
    document.getSelection()?.selectAllChildren(element);
    element.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true }));
  });
  await waitFor('the clipboard', async () =>
    (await seen()).copied.some((text) => text.includes('Message-ID: <harbour@reader.example>')),
  );
});

it('opens no link and copies no address while nobody could record it', async () => {
  const { page } = app;
  await page.keyboard.press('Control+l');
  await page.getByLabel('Passphrase', { exact: true }).waitFor();
  const before = await seen();
  const answers = await page.evaluate(async () => {
    const sectionId = 'world-services';
    const contacts = [{ messageId: 1, address: 'mika@reader.example' }];
    const { call } = window.fumibako;
    return [
      await call('link.open', { sectionId, messageId: 1, url: 'https://harbour.example/' }),
      await call('contact.copy', { sectionId, contacts, text: 'mika@reader.example' }),
    ];
  });
  expect(answers).toMatchObject([{ error: { code: 'locked' } }, { error: { code: 'locked' } }]);
  expect(await seen()).toEqual(before);
});
