import type { CDPSession, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseMessage } from '../../main/engine/mail/mime/parse-message.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;
let method: CDPSession;

const from = `Mika Mori <${readerAddress}>`;
const longWords = 'The harbour was closed in winter. '.repeat(900);

function deliver(subject: string, text: string, type = 'text/plain') {
  const mail = letter({ from, subject, text, messageId: `${subject}@reader.example` });
  newsroom.dovecot.deliver(sectionUser, mail.replace('text/plain', type));
}

beforeAll(async () => {
  newsroom = await startNewsroom();
  deliver('Plain', 'When do they leave?\r\nAnd from where?');
  deliver('Rich', '<p>Who <b>built</b> them?</p><p>And when?</p>', 'text/html');
  deliver('Chosen', '<p>Who <b>built</b> them?</p><p>And when?</p>', 'text/html');
  deliver('Long', longWords);
  deliver('日本語', '港はいつ開きますか。');
  app = await newsroom.startApp(userData);
  method = await app.page.context().newCDPSession(app.page);
  await app.electron.evaluate(({ session }) => {
    const begun: string[] = [];
    Object.assign(globalThis, { begun });
    session.defaultSession.on('spellcheck-dictionary-download-begin', (_event, language) => {
      begun.push(language);
    });
  });
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

const field = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const isPlain = (page: Page) => field(page).evaluate((element) => element.localName === 'textarea');

/** What stands in the field, whichever it is. */
function written(page: Page): Promise<string> {
  return field(page).evaluate((element) =>
    element instanceof HTMLTextAreaElement
      ? element.value
      : [...element.querySelectorAll('p')].map((line) => line.textContent).join('\n'),
  );
}

async function holds(page: Page, words: string): Promise<string> {
  return waitFor(`the text to hold ${JSON.stringify(words)}`, async () => {
    const text = await written(page);
    return text.includes(words) ? text : null;
  });
}

async function reply(page: Page, subject: string, words: string): Promise<void> {
  await openConversation(page, subject);
  await page.keyboard.press('r');
  await holds(page, words);
}

async function discard(page: Page): Promise<void> {
  await button(page, 'Discard').click();
  await field(page).waitFor({ state: 'detached' });
}

const compose = (text: string) =>
  method.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });

async function sentAfter(count: number) {
  const mail = await waitFor('the reply', async () => newsroom.smtp.received[count] ?? null);
  return { raw: mail.raw.toString('latin1'), ...(await parseMessage(mail.raw)) };
}

it.each(['Plain', 'Rich'])('loses no sign of an input method in a %s letter', async (subject) => {
  const { page } = app;
  await reply(page, subject, subject === 'Plain' ? '> When do they leave?' : 'And when?');
  expect(await isPlain(page)).toBe(subject === 'Plain');
  const count = newsroom.smtp.received.length;
  for (const half of ['m', 'み', 'みn', 'みな', 'みなt', 'みなと']) await compose(half);
  // Ctrl+Enter and Enter belong to the input method as long as it composes.
  await field(page).dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, isComposing: true });
  await field(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
  expect(await written(page)).toMatch(/^みなと/);
  // What is half composed is stored too, and storing it disturbs nothing.
  await page.getByText('Saved', { exact: true }).waitFor();
  await compose('港');
  await method.send('Input.insertText', { text: '港' });
  for (const half of ['h', 'は']) await compose(half);
  await method.send('Input.insertText', { text: 'は' });
  await page.keyboard.insertText('開く。');
  expect(await written(page)).toMatch(/^港は開く。/);
  expect(newsroom.smtp.received).toHaveLength(count);
  await discard(page);
});

it('takes back whatever was done to the text, step by step, and does it again', async () => {
  const { page } = app;
  await reply(page, 'Plain', '> When do they leave?');
  const opening = await written(page);
  await page.keyboard.insertText('At nine.');
  await button(page, 'Remove quote').click();
  expect(await written(page)).toBe('At nine.');
  await button(page, 'Rich text').click();
  await waitFor('rich text', async () => !(await isPlain(page)));
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(' Daily.');
  await field(page).press('Control+z');
  await holds(page, 'At nine.');
  await field(page).press('Control+z');
  await waitFor('plain text', () => isPlain(page));
  await field(page).press('Control+z');
  await holds(page, '> When do they leave?');
  await field(page).press('Control+z');
  expect(await written(page)).toBe(opening);
  for (let step = 0; step < 4; step += 1) {
    await field(page).press('Control+Shift+z');
    await field(page).focus();
  }
  await holds(page, 'At nine. Daily.');
  await discard(page);
});

it('asks before plain text would lose a form, and sends both forms of a rich letter', async () => {
  const { page } = app;
  await reply(page, 'Rich', 'And when?');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('Minato');
  await page.keyboard.press('Control+b');
  await page.keyboard.type(' did.');
  await button(page, 'Plain text').click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Plain text' }).click();
  await waitFor('plain text', () => isPlain(page));
  expect(await written(page)).toMatch(/^Minato did\./);
  await field(page).press('Control+z');
  await field(page).locator('strong').getByText('Minato').waitFor();
  const count = newsroom.smtp.received.length;
  await page.keyboard.press('Control+Enter');
  const sent = await sentAfter(count);
  expect(sent.raw).toContain('multipart/alternative');
  expect(sent.html).toContain('<strong>Minato</strong> did.');
  expect(sent.text).toMatch(/^Minato did\.\n.*> Who built them\?\n>* ?\n?> And when\?/s);
});

it('keeps of what is pasted only what a letter may hold', async () => {
  const { page } = app;
  await reply(page, 'Plain', '> When do they leave?');
  await button(page, 'Rich text').click();
  await waitFor('rich text', async () => !(await isPlain(page)));
  await field(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<div style="color:red;position:fixed"><img src="https://tracker.example/x.png" onerror="alert(1)">' +
        '<b>Bold</b> <a href="javascript:alert(1)">bad</a> <a href="https://minato.example/">good</a>' +
        '<script>alert(1)</script><table><tr><td>Cell</td></tr></table></div>',
    );
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await holds(page, 'Cell');
  const html = await field(page).innerHTML();
  expect(html).toContain('<strong>Bold</strong>');
  expect(html).toContain('href="https://minato.example/"');
  expect(html).not.toMatch(/img|script|style=|table|onerror/);
  await discard(page);
});

it('quotes only the words that are selected, in plain text and in an HTML mail', async () => {
  const { page } = app;
  await page.getByRole('option').filter({ hasText: 'Plain' }).first().click();
  const words = page.locator('[data-quotable]').getByText('When do they leave?');
  await words.evaluate((element) => {
    const node = element.firstChild as Text;
    getSelection()?.setBaseAndExtent(node, 0, node, 'When do they'.length);
  });
  await page.keyboard.press('r');
  const value = await holds(page, '> When do they');
  expect(value).not.toContain('leave?');
  await discard(page);

  await openConversation(page, 'Chosen');
  const frame = page.frameLocator('iframe').first();
  await frame.getByText('And when?').dblclick({ position: { x: 8, y: 8 } });
  await page.keyboard.press('r');
  const rich = await holds(page, 'And');
  expect(rich).not.toMatch(/built|when/);
  await discard(page);
});

it('holds a long quote beside the text, and quotes it on sending', async () => {
  const { page } = app;
  await page.getByRole('option').filter({ hasText: 'Long' }).click();
  await page.locator('[data-pane=reading] h2').filter({ hasText: 'Long' }).waitFor();
  await page.keyboard.press('r');
  await page.getByText('The whole message follows below your reply.').waitFor();
  await page.keyboard.insertText('In winter.');
  await page.keyboard.press('Control+Shift+e');
  await button(page, 'Back beside the conversation').waitFor();
  expect(await written(page)).toBe('In winter.');
  await page.getByText('Saved', { exact: true }).waitFor();
  const count = newsroom.smtp.received.length;
  await page.keyboard.press('Control+Enter');
  const sent = await sentAfter(count);
  expect(sent.text).toMatch(/^In winter\.\n\nOn .* wrote:\n> The harbour was closed in winter\./);
});

it('signs in the language of the reader, once, and lets staff choose another', async () => {
  const { page } = app;
  await page.keyboard.press('Control+,');
  await page
    .locator('h2:text("Answering") + ul')
    .getByRole('button', { name: 'World Services' })
    .click();
  await page.getByLabel('English', { exact: true }).fill('Minato World Services');
  await page.getByLabel('Japanese', { exact: true }).fill('みなと通信 海外部');
  await page.locator('label').filter({ hasText: 'ISO-2022-JP' }).click();
  const older = page.getByRole('radio', { name: 'ISO-2022-JP' });
  await waitFor('the charset', () => older.isChecked());
  await page.keyboard.press('Control+1');
  await reply(page, '日本語', '> 港はいつ開きますか。');
  expect(await written(page)).toMatch(/^\n\n-- \nみなと通信 海外部\n\n.*\n> 港はいつ/);
  await page.keyboard.insertText('①月です。');
  await page.getByRole('button', { name: 'Signature' }).click();
  await page.getByRole('option', { name: 'English signature' }).click();
  const signed = await holds(page, 'Minato World Services');
  expect(signed).toMatch(/^①月です。\n\n-- \nMinato World Services\n\n.*\n> 港は/);
  await field(page).press('Control+z');
  await holds(page, 'みなと通信 海外部');

  const count = newsroom.smtp.received.length;
  await page.keyboard.press('Control+Enter');
  await page.getByText('Some characters cannot be sent in ISO-2022-JP').waitFor();
  expect(newsroom.smtp.received).toHaveLength(count);
  await button(page, 'Change them').click();
  await holds(page, '(1)月です。');
  await page.keyboard.press('Control+Enter');
  const sent = await sentAfter(count);
  expect(sent.raw).toContain('charset=iso-2022-jp; format=flowed');
  expect(sent.text).toMatch(/^\(1\)月です。\n\n-- \nみなと通信 海外部/);
});

it('has fetched no dictionary for all that was written', async () => {
  const { begun, isOn } = await app.electron.evaluate(({ session }) => ({
    begun: (globalThis as unknown as { begun: string[] }).begun,
    isOn: session.defaultSession.isSpellCheckerEnabled(),
  }));
  expect(begun).toEqual([]);
  expect(isOn).toBe(process.platform === 'darwin');
});
