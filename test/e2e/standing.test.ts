import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { findViolations } from './support/find-violations.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { signIn } from './support/set-up.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let page: Page;

const first = {
  from: `Mika Mori <${readerAddress}>`,
  subject: 'The harbour bridge',
  text: 'Was it not 1983?',
  messageId: 'bridge-1@reader.example',
};

const row = () => page.getByRole('option').filter({ hasText: first.subject });
const pane = () => page.locator('[data-pane=reading]');
const standing = () => pane().getByRole('group', { name: 'How it stands' });
const textarea = () => page.locator('textarea');

/** The reader writes again in the same conversation. */
function writeAgain(messageId: string, text: string): void {
  newsroom.dovecot.deliver(
    sectionUser,
    letter({ ...first, text, messageId: `${messageId}@reader.example` }).replace(
      '\r\nDate:',
      `\r\nReferences: <${first.messageId}>\r\nDate:`,
    ),
  );
}

async function flagsOf(messageId: string): Promise<readonly string[]> {
  const messages = await newsroom.dovecot.messages(sectionUser);
  return messages.find(({ raw }) => raw.includes(`<${messageId}>`))?.flags ?? [];
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(sectionUser, letter(first));
  app = await newsroom.startApp(userData);
  page = app.page;
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('is done and open again by one key, and by Undo', async () => {
  await row().click();
  await standing().getByText('Open', { exact: true }).waitFor();
  await page.keyboard.press('e');
  await standing().getByText('Done', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await standing().getByText('Open', { exact: true }).waitFor();
  // Twice at once, before the window can know of the first.
  await page.evaluate(() => {
    for (let count = 0; count < 2; count += 1)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true }));
  });
  await page.getByText('Open again').waitFor();
  await standing().getByText('Open', { exact: true }).waitFor();
});

it('is out of the way until tomorrow, and back at once when the reader writes', async () => {
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: /Tomorrow/ }).waitFor();
  await shoot('snooze-menu');
  await page.getByRole('menuitem', { name: /Tomorrow/ }).click();
  await standing().getByText('Snoozed until').waitFor();

  await page.getByRole('button', { name: 'Status', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Snoozed' }).click();
  await row().waitFor();
  writeAgain('bridge-2', 'I found it: 1984.');
  await standing().getByText('Open', { exact: true }).waitFor();
  await page.getByText('Nothing is snoozed').waitFor();
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Inbox').click();
  await row().waitFor();
});

it('takes a time of its own for a snooze, and none that has passed', async () => {
  await page.keyboard.press('s');
  await page.getByRole('menuitem', { name: 'Choose a time' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('spinbutton', { name: 'year' }).press('ArrowDown');
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await dialog.getByText('That time has passed.').waitFor();
  await shoot('snooze-dialog');
  await check();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
});

it('keeps a note in the conversation, and lets its writer change it and take it away', async () => {
  await page.keyboard.press('n');
  await textarea().fill('She is right, the archive says 1984.');
  expect(await page.getByText('Only your section sees this').count()).toBe(1);
  await shoot('note-field');
  await check();
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('article', { name: 'Note by Hana Ito' });
  await note.getByText('the archive says 1984').waitFor();
  expect(await textarea().count()).toBe(0);
  await shoot('note');
  await check();

  await note.getByRole('button', { name: 'Change' }).click();
  await textarea().fill('The archive says 1985.');
  await note.getByRole('button', { name: 'Save' }).click();
  await note.getByText('The archive says 1985.').waitFor();
  expect(newsroom.smtp.received).toHaveLength(0);
  await note.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await note.waitFor({ state: 'detached' });
});

it('goes on paper whole, on record first, and says so when it was cancelled', async () => {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const printed = { pages: [] as Uint8Array[], finish: (_isPrinted: boolean) => {} };
    Object.assign(globalThis, { printed });
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.print = (_options, done) => {
        void webContents.printToPDF({}).then((pdf) => {
          printed.pages.push(pdf);
          printed.finish = (isPrinted) => done?.(isPrinted, isPrinted ? '' : 'Print job canceled');
        });
      };
  });
  const paper = page.locator('[data-print-pages]');
  await pane().focus();
  await page.keyboard.press('Control+p');
  await paper.waitFor({ state: 'attached' });
  const words = (await paper.textContent()) ?? '';
  for (const word of [
    'Was it not 1983?',
    'I found it: 1984.',
    readerAddress,
    'Printed by Hana Ito',
  ])
    expect(words).toContain(word);
  await finishPrint(1, false);
  await paper.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+p');
  await finishPrint(2, true);
  await paper.waitFor({ state: 'detached' });
  const pdf = await app.electron.evaluate(() =>
    Buffer.from(
      (globalThis as unknown as { printed: { pages: Uint8Array[] } }).printed.pages.at(-1) ?? [],
    ).toString('base64'),
  );
  const bytes = Buffer.from(pdf, 'base64');
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder !== undefined) writeFileSync(join(folder, 'conversation.pdf'), bytes);

  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'What left this computer' }).click();
  const rows = page.locator('tr[data-kind]');
  await rows.nth(2).waitFor();
  expect(
    await rows.evaluateAll((all) => all.map((each) => each.getAttribute('data-kind'))),
  ).toEqual(['print', 'outcome', 'print']);
  await page.getByRole('navigation', { name: 'Sections' }).getByText('World Services').click();
  await row().click();
});

it('waits for the reader once the answer has left, which the server knows as well', async () => {
  await page.keyboard.press('r');
  await textarea().fill('It was 1985.');
  await page.keyboard.press('Control+Enter');
  await waitFor('the answer', () => newsroom.smtp.received.length === 1);
  await standing().getByText('Waiting for the reader').waitFor();
  await waitFor('the flag', async () =>
    (await flagsOf('bridge-2@reader.example')).includes('\\Answered'),
  );
  expect(await flagsOf(first.messageId)).not.toContain('\\Answered');
  await standing().getByRole('button', { name: 'Remind me' }).click();
  await page.getByRole('menuitem', { name: /7 days/ }).click();
  await standing()
    .getByRole('button', { name: /^Reminder/ })
    .waitFor();
  await shoot('waiting');
  await check();
});

it('has what was typed a second before the whole app was killed', async () => {
  writeAgain('bridge-3', 'Are you sure?');
  await standing().getByText('Open', { exact: true }).waitFor();
  await page.keyboard.press('r');
  await textarea().waitFor();
  await textarea().press('Control+Home');
  const typed = 'Quite sure, since I asked the harbour master himself about it. ';
  await textarea().pressSequentially(typed, { delay: 30 });
  // The promise: a second after a key, it is stored. Nothing else is waited for.
  await page.waitForTimeout(1000);
  await page.keyboard.type('Lost');
  await app.kill();

  app = await launchApp({ userData });
  page = app.page;
  page.setDefaultTimeout(15_000);
  await signIn(page);
  await row().click();
  await pane().getByText('Continue your draft').click();
  expect(await textarea().inputValue()).toContain(typed.trim());
});

/** Answers as the system's dialog would, once it has been shown so many times. */
async function finishPrint(shown: number, isPrinted: boolean): Promise<void> {
  await waitFor('the dialog', async () =>
    app.electron.evaluate(
      (_, count) =>
        (globalThis as unknown as { printed: { pages: unknown[] } }).printed.pages.length === count,
      shown,
    ),
  );
  await app.electron.evaluate(
    (_, answer) =>
      (globalThis as unknown as { printed: { finish: (answer: boolean) => void } }).printed.finish(
        answer,
      ),
    isPrinted,
  );
}

async function check(): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  expect(await findViolations(page)).toEqual([]);
}

async function shoot(name: string): Promise<void> {
  const folder = process.env.FUMIBAKO_SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `standing-${name}.png`) });
}
