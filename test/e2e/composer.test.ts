import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

const mika = `Mika Mori <${readerAddress}>`;
const ken = 'Ken Abe <ken@reader.example>';

function deliver(from: string, subject: string, text: string, messageId: string, header = '') {
  const mail = letter({ from, subject, text, messageId });
  newsroom.dovecot.deliver(sectionUser, mail.replace('\r\nDate:', `${header}\r\nDate:`));
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  deliver(mika, 'Ferries', 'When do they leave?', 'ferries@reader.example');
  deliver(mika, 'Bridges', 'Who built them?', 'bridges@reader.example');
  deliver(mika, 'Tides', 'When is it high?', 'tides@reader.example');
  app = await newsroom.startApp(userData);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

const form = (page: Page) => page.getByRole('form', { name: 'Reply' });
const text = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

async function open(page: Page, subject: string): Promise<void> {
  await openConversation(page, subject);
}

async function valueWith(page: Page, words: string): Promise<string> {
  return waitFor(`the text to hold ${JSON.stringify(words)}`, async () => {
    const value = await text(page).inputValue();
    return value.includes(words) ? value : null;
  });
}

it('keeps a reply to whom it was begun for when another person writes, until told otherwise', async () => {
  const { page } = app;
  await open(page, 'Ferries');
  await page.keyboard.press('r');
  await valueWith(page, '> When do they leave?');
  await page.keyboard.insertText('At nine.');
  const references = '\r\nReferences: <ferries@reader.example>';
  deliver(ken, 'Re: Ferries', 'And from where?', 'ferries-2@reader.example', references);
  const notice = page.getByText('A newer message from Ken Abe has arrived.');
  await notice.waitFor();
  await form(page).getByText(`<${readerAddress}>`, { exact: true }).waitFor();
  expect(await text(page).inputValue()).toMatch(/^At nine\..*> When do they leave\?/s);

  await page.keyboard.press('Escape');
  await open(page, 'Bridges');
  await open(page, 'Ferries');
  await page.keyboard.press('r');
  await notice.waitFor();
  await form(page).getByText(`<${readerAddress}>`, { exact: true }).waitFor();

  await valueWith(page, '> When do they leave?');
  await page.getByRole('button', { name: 'Answer that one instead' }).click();
  await form(page).getByText('<ken@reader.example>').waitFor();
  const turned = await valueWith(page, '> And from where?');
  expect(turned).toMatch(/^At nine\./);
  expect(turned).not.toContain('> When do they leave?');
  await notice.waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Enter');
  await waitFor('the reply', async () => newsroom.smtp.received.length === 1);
  expect(newsroom.smtp.received[0]?.rcptTo).toEqual(['ken@reader.example']);
});

it('can still answer a reader whose machine has answered since', async () => {
  const { page } = app;
  await open(page, 'Bridges');
  const header =
    '\r\nReferences: <bridges@reader.example>\r\nAuto-Submitted: auto-replied\r\nPrecedence: bulk';
  deliver(mika, 'Away', 'I am on holiday.', 'away@reader.example', header);
  await page.getByText('I am on holiday.').first().waitFor();
  await page.keyboard.press('r');
  await form(page).getByText(`<${readerAddress}>`, { exact: true }).waitFor();
  await valueWith(page, '> Who built them?');
});

it('closes with Escape from any of its buttons, and has r return to the text', async () => {
  const { page } = app;
  await form(page).getByRole('button', { name: 'Discard' }).focus();
  await page.keyboard.press('Escape');
  await text(page).waitFor({ state: 'detached' });
  await page.keyboard.press('r');
  await text(page).waitFor();
  await form(page).getByRole('button', { name: 'Send', exact: true }).focus();
  await page.keyboard.press('r');
  expect(await text(page).evaluate((area) => area === document.activeElement)).toBe(true);
});

it('stops a letter for what was typed in the very moment of Send', async () => {
  const { page } = app;
  const sent = newsroom.smtp.received.length;
  await page.evaluate(() => {
    document.execCommand('insertText', false, '{{date}}');
    const send = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', send));
  });
  await page.getByText('Still open: {{date}}').waitFor();
  expect(await form(page).getByRole('button', { name: 'Send', exact: true }).isEnabled()).toBe(
    true,
  );
  expect(newsroom.smtp.received.length).toBe(sent);
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  expect(await text(page).inputValue()).not.toContain('{{date}}');
});

it('brings a discarded reply back before what was typed since, with one quote', async () => {
  const { page } = app;
  const discard = async () => {
    await form(page).getByRole('button', { name: 'Discard' }).click();
    await text(page).waitFor({ state: 'detached' });
  };
  const undo = () => page.getByRole('button', { name: 'Undo' }).click();
  const quotes = (value: string) => value.split('> Who built them?').length - 1;
  await page.keyboard.insertText('Thrown.');
  await discard();
  await undo();
  await page.keyboard.press('r');
  expect(quotes(await valueWith(page, 'Thrown.'))).toBe(1);

  await discard();
  await page.keyboard.press('r');
  await valueWith(page, '> Who built them?');
  await page.keyboard.insertText('Since.');
  await undo();
  const value = await valueWith(page, 'Thrown.');
  expect(value).toMatch(/^Thrown\.\n\nSince\./);
  expect(quotes(value)).toBe(1);
});

it('tells whoever has gone on that a reply was not sent, and has its text still', async () => {
  const { page } = app;
  // Longer than the engine takes: neither a save nor a send of it can succeed.
  await text(page).fill('x'.repeat(1_000_001));
  await page.getByRole('button', { name: 'Send', exact: true }).focus();
  await page.evaluate(() => {
    const press = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true };
    document.querySelector('form textarea')?.dispatchEvent(new KeyboardEvent('keydown', press));
    const rows = [...document.querySelectorAll<HTMLElement>('[role=option]')];
    rows.find((row) => row.textContent?.includes('Ferries'))?.click();
  });
  await page.getByText('Your reply to Mika Mori was not sent.').waitFor();
  await open(page, 'Bridges');
  await page.getByText('Continue your draft').waitFor();
  await page.keyboard.press('r');
  expect((await text(page).inputValue()).length).toBe(1_000_001);
  await text(page).fill('Short enough.');
  await page.getByText('Saved', { exact: true }).waitFor();
});

it('tells whoever has gone on that a draft could not be saved', async () => {
  const { page } = app;
  await text(page).fill('y'.repeat(1_000_001));
  await open(page, 'Ferries');
  await page.getByText('Your draft is not saved.').waitFor();
});

it('keeps words typed at any moment while the quote is on its way, above it', async () => {
  const { page } = app;
  await open(page, 'Tides');
  for (let delay = 0; delay < 10; delay += 1) {
    const value = await page.evaluate(typeSoon, delay);
    expect(value, `${delay} ms`).toMatch(/^At nine\.\n.*\n+> When is it high\?/s);
    await page.getByRole('button', { name: 'Discard' }).click();
    await text(page).waitFor({ state: 'detached' });
  }
});

/** In the page, where no message to it and back is needed: opens a reply, types, and waits for the quote. */
async function typeSoon(delay: number): Promise<string> {
  const press = { key: 'r', bubbles: true, cancelable: true };
  document.body.dispatchEvent(new KeyboardEvent('keydown', press));
  // A timer would wait for longer than asked.
  const turn = () =>
    new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  while (document.querySelector('textarea') === null) await turn();
  const end = performance.now() + delay;
  while (performance.now() < end) await turn();
  document.execCommand('insertText', false, 'At nine.');
  const read = () => document.querySelector('textarea')?.value ?? '';
  const last = performance.now() + 5000;
  while (!read().includes('>') && performance.now() < last) await turn();
  return read();
}
