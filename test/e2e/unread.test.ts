import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { createProfile } from './support/set-up.ts';
import { windowFocus } from './support/window-focus.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let page: Page;

/** Longer than a letter has to be open to count as read. */
const longEnough = 2_000;

const first = {
  from: `Mika Mori <${readerAddress}>`,
  subject: 'The harbour bridge',
  text: 'Was it not 1983?',
  messageId: 'bridge-1@reader.example',
};

/** The same reader writes again in the same conversation. */
function deliverAgain(messageId: string): void {
  newsroom.dovecot.deliver(
    sectionUser,
    letter({
      ...first,
      text: `Again: ${messageId}`,
      messageId: `${messageId}@reader.example`,
    }).replace('\r\nDate:', `\r\nReferences: <${first.messageId}>\r\nDate:`),
  );
}

async function unseen(): Promise<number> {
  const messages = await newsroom.dovecot.messages(sectionUser);
  return messages.filter(({ flags }) => !flags.includes('\\Seen')).length;
}

const row = () => page.getByRole('option').filter({ hasText: 'The harbour bridge' });
const unreadRow = () => row().filter({ hasText: 'Unread' });
const view = (name: string) => page.getByRole('radiogroup').getByText(name).click();

beforeAll(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(sectionUser, letter(first));
  app = await launchApp({ userData });
  page = app.page;
  page.setDefaultTimeout(15_000);
  await createProfile(page);
  await newsroom.setUp(page);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('leaves a letter unread that comes into the open conversation while nobody is there', async () => {
  await row().click();
  await waitFor('the letter to be read', async () => (await unseen()) === 0);

  const focus = await windowFocus(app);
  await focus.take();
  deliverAgain('bridge-2');
  await page
    .locator('[data-pane=reading]')
    .getByText('Again: bridge-2')
    .first()
    .waitFor({ state: 'attached' });
  await page.waitForTimeout(longEnough);
  expect(await unseen()).toBe(1);

  await focus.give();
  await waitFor('the letter to be read', async () => (await unseen()) === 0);
});

it('marks a second letter as read that comes while the unread view no longer shows the first', async () => {
  await page.keyboard.press('Escape');
  deliverAgain('bridge-3');
  await unreadRow().waitFor();
  await view('Unread');
  await row().click();
  await row().waitFor({ state: 'detached' });
  // The list is gone with its last row; its pane keeps the focus for it.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-pane'))).toBe('list');
  await waitFor('the letter to be read', async () => (await unseen()) === 0);
  deliverAgain('bridge-4');
  await page.locator('[data-pane=reading]').getByText('Again: bridge-4').first().waitFor();
  await waitFor('the second letter to be read', async () => (await unseen()) === 0);
  await page.waitForTimeout(longEnough);
  expect(await unseen()).toBe(0);
});

it('marks a conversation as read by hand that its list does not show', async () => {
  await view('Inbox');
  await page.keyboard.press('Escape');
  await row().click();
  await page.keyboard.press('u');
  await unreadRow().waitFor();
  // Nothing was sent, so the conversation is open without a row.
  const pressed = pressWhenShown('u', 'Nothing sent yet');
  await view('Sent');
  await pressed;
  await view('Inbox');
  await row().waitFor();
  await unreadRow().waitFor({ state: 'detached' });
});

/** In the very moment in which the words are drawn: nothing that they bring with them is known yet. */
async function pressWhenShown(key: string, words: string): Promise<void> {
  await page.evaluate(
    ([pressedKey, awaited]) => {
      let report = () => {};
      const pressed = new Promise<void>((resolve) => {
        report = resolve;
      });
      new MutationObserver((_, observer) => {
        if (document.body.textContent?.includes(awaited) !== true) return;
        observer.disconnect();
        // React asks the engine once the words are drawn: the press comes between that and the answer.
        requestAnimationFrame(() => {
          setTimeout(() => {
            document.body.dispatchEvent(
              new KeyboardEvent('keydown', { key: pressedKey, bubbles: true }),
            );
            report();
          }, 0);
        });
      }).observe(document.body, { childList: true, subtree: true });
      return pressed;
    },
    [key, words] as const,
  );
}

it.runIf(process.platform === 'linux')('says so when a mark cannot be stored', async () => {
  await row().click();
  await waitFor('the letter to be read', async () => (await unseen()) === 0);
  await refuseWrites();
  await page.keyboard.press('u');
  await page
    .getByRole('status')
    .getByText('The disk could not be read or written. Check that')
    .waitFor();
  expect(await unreadRow().count()).toBe(0);
});

/** No file of the engine may grow any more, as on a disk that refuses to be written. */
async function refuseWrites(): Promise<void> {
  const pid = await app.electron.evaluate(
    ({ app: running }) =>
      running.getAppMetrics().find(({ serviceName }) => serviceName === 'node.mojom.NodeService')
        ?.pid,
  );
  execFileSync('prlimit', [`--pid=${pid}`, '--fsize=1:unlimited']);
}
