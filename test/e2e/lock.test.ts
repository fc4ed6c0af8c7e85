import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, sectionUser, startNewsroom } from './support/newsroom.ts';
import { signIn } from './support/set-up.ts';

let newsroom: Newsroom;
let app: RunningApp;

beforeEach(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(
    sectionUser,
    letter({
      from: 'mika@reader.example',
      subject: 'The ferry timetable',
      text: 'When does the last ferry leave?',
      messageId: 'lock-1@reader.example',
    }),
  );
  app = await newsroom.startApp(temporaryFolder());
});

afterEach(async () => {
  await app.quit();
  await newsroom.stop();
});

/** Types into a reply and does not wait for it to be stored. */
async function startReply(words: string): Promise<void> {
  const { page } = app;
  await page.getByRole('option').first().click();
  const pane = page.locator('[data-pane=reading]');
  await pane.getByText('When does the last ferry leave?').waitFor();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await page.keyboard.type(words);
}

async function expectReply(words: string): Promise<void> {
  const { page } = app;
  await signIn(page);
  await page.getByRole('option').first().click();
  const reply = page.getByRole('textbox', { name: 'Your reply' });
  await waitFor('the reply', async () => {
    if (!(await reply.isVisible())) await page.keyboard.press('r');
    return (await reply.isVisible()) && (await reply.inputValue()).includes(words);
  });
}

const rendererPid = () =>
  app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );

const pids = () => app.electron.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid));

it('has the words that were typed right before the computer went to sleep', async () => {
  await startReply('It leaves at nine');
  await app.electron.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'));
  await expectReply('It leaves at nine');
});

it('has the words that were typed right before an idle lock', async () => {
  await startReply('It leaves at ten');
  await app.electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 600;
    powerMonitor.emit('resume');
  });
  await expectReply('It leaves at ten');
});

it('locks with the screen of the computer, and at its next look at a desk that was left', async () => {
  const { page, electron } = app;
  await page.getByRole('option').first().waitFor();
  await electron.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await signIn(page);
  await page.getByRole('option').first().waitFor();
  await electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 599;
  });
  await wait(6000);
  expect(await page.getByRole('option').count()).toBe(1);
  await electron.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 600;
  });
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
});

it('ends the process of the page, keeps the window, and has the focus in the passphrase', async () => {
  const { page, electron } = app;
  await page.getByRole('option').first().waitFor();
  const before = await rendererPid();
  const bounds = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((w) => w.getBounds()),
    );
  const place = await bounds();
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await waitFor('the old process to end', async () => !(await pids()).includes(before ?? 0));
  expect(await bounds()).toEqual(place);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).toBe(
    'current-password',
  );
});
