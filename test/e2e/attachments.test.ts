import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExifReader from 'exifreader';
import type { Locator, Page } from 'playwright';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { telephoneExif } from '../support/photos.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { findViolations } from './support/find-violations.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';
import { signIn } from './support/set-up.ts';

const userData = makeTemporaryFolder();
const folder = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

/** In bytes: the server takes no more. */
const serverLimit = 3_000_000;

beforeAll(async () => {
  newsroom = await startNewsroom({ size: serverLimit });
  for (const subject of ['Ferries', 'Bridges', 'Tides']) {
    const messageId = `${subject.toLowerCase()}@reader.example`;
    const from = `Mika Mori <${readerAddress}>`;
    newsroom.dovecot.deliver(sectionUser, letter({ from, subject, text: 'When?', messageId }));
  }
  app = await newsroom.startApp(userData);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  for (const each of [userData, folder]) removeFolder(each);
});

const tray = (page: Page) => page.getByRole('region', { name: 'Attachments' });
const rows = (page: Page) => tray(page).getByRole('listitem');
const text = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

async function open(page: Page, subject: string): Promise<void> {
  await openConversation(page, subject);
  await page.keyboard.press('r');
  await text(page).waitFor();
}

async function choose(page: Page, ...files: readonly string[]): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+Shift+a');
  await (await asked).setFiles([...files]);
}

/** A real photo of a telephone: drawn by the window, and told where it was taken. */
async function photo(page: Page, name: string, width = 2400, height = 1600): Promise<string> {
  const bytes = await page.evaluate(
    async ([across, down]) => {
      const canvas = new OffscreenCanvas(across, down);
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('there is no canvas');
      for (let x = 0; x < across; x += 40) {
        context.fillStyle = `hsl(${x % 360} 70% ${40 + (x % 30)}%)`;
        context.fillRect(x, 0, 40, down);
      }
      const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
      return [...new Uint8Array(await jpeg.arrayBuffer())];
    },
    [width, height] as const,
  );
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), telephoneExif(6)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  const path = join(folder, name);
  const plain = Buffer.from(bytes);
  writeFileSync(path, Buffer.concat([plain.subarray(0, 2), head, exif, plain.subarray(2)]));
  return path;
}

function textFile(name: string, content = 'Nine o’clock.'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function lastMail(count: number) {
  await waitFor('the letter', async () => newsroom.smtp.received.length === count);
  return PostalMime.parse(newsroom.smtp.received.at(-1)?.raw ?? '');
}

it('sends a photo without its place, upright, and a file as it is', async () => {
  const { page } = app;
  await open(page, 'Ferries');
  await page.keyboard.insertText('The timetable is attached.');
  const path = await photo(page, '港の写真.jpg');
  await choose(page, path, textFile('timetable.txt'));
  await rows(page).nth(1).waitFor();
  await tray(page).getByText('Place, time and camera removed').waitFor();
  expect(await findViolations(page)).toEqual([]);
  if (process.env.FUMIBAKO_SHOTS !== undefined)
    await page.screenshot({ path: join(process.env.FUMIBAKO_SHOTS, 'attachments.png') });
  await page.keyboard.press('Control+Enter');
  const { attachments } = await lastMail(1);
  expect(attachments.map(({ filename }) => filename)).toEqual(['港の写真.jpg', 'timetable.txt']);
  const [sent, timetable] = attachments.map(({ content }) => Buffer.from(content as ArrayBuffer));
  expect(timetable?.toString()).toBe('Nine o’clock.');
  expect(ExifReader.load(readFileSync(path))).toHaveProperty('GPSLatitude');
  const tags = ExifReader.load(sent ?? Buffer.alloc(0));
  expect(tags).not.toHaveProperty('GPSLatitude');
  expect(tags.Orientation?.value).toBe(6);
  // What is drawn of it is what was drawn before.
  const [before, after] = await Promise.all(
    [readFileSync(path), sent].map((bytes) => pixelsOf(page, bytes ?? Buffer.alloc(0))),
  );
  expect(after).toEqual(before);
  await tray(page).waitFor({ state: 'detached' });
});

async function pixelsOf(page: Page, photo: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    const pixels = context?.getImageData(0, 0, picture.width, picture.height).data.buffer;
    const digest = await hash(new Uint8Array(pixels ?? new ArrayBuffer(0)));
    return { width: picture.width, height: picture.height, digest };

    async function hash(data: Uint8Array): Promise<number> {
      return data.reduce((sum, byte) => (sum * 31 + byte) % 2147483647, 7);
    }
  }, photo.toString('base64'));
}

it('says at once that 60 MB are too much, with both figures, and loses nothing', async () => {
  const { page } = app;
  await open(page, 'Bridges');
  await page.keyboard.insertText('Please see the film.');
  await choose(page, textFile('bridge.txt', 'Steel.'));
  await rows(page).first().waitFor();
  const film = join(folder, 'film.mov');
  writeFileSync(film, Buffer.alloc(60_000_000));
  await choose(page, film);
  await tray(page).getByText('film.mov is too large to send.').waitFor();
  await tray(page)
    .getByText(/the letter would have 82\.\d MB, and the mail server takes no more than 3 MB/)
    .waitFor();
  expect(await rows(page).count()).toBe(1);
  expect(await text(page).inputValue()).toContain('Please see the film.');
  if (process.env.FUMIBAKO_SHOTS !== undefined)
    await page.screenshot({ path: join(process.env.FUMIBAKO_SHOTS, 'attachments-large.png') });
  await tray(page).getByRole('button', { name: 'Dismiss' }).click();
});

it('renames, removes and puts back with the keyboard alone', async () => {
  const { page } = app;
  await tray(page).getByRole('button', { name: 'Rename bridge.txt' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('橋');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await tray(page).getByText('橋.txt').waitFor();
  expect(newsroom.smtp.received.length).toBe(1);
  await tray(page).getByRole('button', { name: 'Remove 橋.txt' }).focus();
  await page.keyboard.press('Enter');
  await rows(page).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await tray(page).getByText('橋.txt').waitFor();
});

it('has the files with the draft after a kill, and they go and come back with it', async () => {
  await app.kill();
  app = await launchApp({ userData });
  await signIn(app.page);
  const { page } = app;
  await open(page, 'Bridges');
  await tray(page).getByText('橋.txt').waitFor();
  await page.getByRole('button', { name: 'Discard' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.keyboard.press('r');
  await tray(page).getByText('橋.txt').waitFor();
});

it('takes files that fall on the conversation, and pictures from the clipboard', async () => {
  const { page } = app;
  await open(page, 'Tides');
  const session = await page.context().newCDPSession(page);
  const pane = await boxOf(page.locator('[data-pane=reading]'));
  const [x, y] = [pane.x + pane.width / 2, pane.y + 120];
  const data = { items: [], files: [textFile('tide.csv', '1,2')], dragOperationsMask: 1 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', x, y, data });
  await page.getByText('Drop files to attach them to your letter').waitFor();
  if (process.env.FUMIBAKO_SHOTS !== undefined)
    await page.screenshot({ path: join(process.env.FUMIBAKO_SHOTS, 'attachments-drop.png') });
  await session.send('Input.dispatchDragEvent', { type: 'dragOver', x, y, data });
  await session.send('Input.dispatchDragEvent', { type: 'drop', x, y, data });
  await tray(page).getByText('tide.csv').waitFor();
  await page.getByText('Drop files to attach them to your letter').waitFor({ state: 'detached' });
  // Anywhere else they fall into nothing, and the page stays where it is.
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 100, y: 300, data });
  await page.getByText('Drop files to attach them to your letter').waitFor({ state: 'detached' });
  expect(await rows(page).count()).toBe(1);
  expect(page.url()).toMatch(/^app:\/\/fumibako\//);
  await text(page).evaluate(async (field) => {
    const canvas = new OffscreenCanvas(10, 10);
    canvas.getContext('2d')?.fillRect(0, 0, 10, 10);
    const clipboardData = new DataTransfer();
    // As Chromium names every picture of the clipboard.
    clipboardData.items.add(
      new File([await canvas.convertToBlob()], 'image.png', { type: 'image/png' }),
    );
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await tray(page)
    .getByText(/^Pasted picture \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png$/)
    .waitFor();
});

it('makes a photo smaller on request, with its sizes in sight', async () => {
  const { page } = app;
  await choose(page, await photo(page, 'tide.jpg'));
  const size = tray(page).getByRole('button', { name: /^Size of tide.jpg: Original/ });
  await size.click();
  const medium = page.getByRole('menuitemradio', { name: 'Medium' });
  await waitFor('the size of the smaller one', async () =>
    /\d (kB|B|MB)/.test((await medium.textContent()) ?? ''),
  );
  if (process.env.FUMIBAKO_SHOTS !== undefined)
    await page.screenshot({ path: join(process.env.FUMIBAKO_SHOTS, 'attachments-size.png') });
  await medium.click();
  await tray(page)
    .getByRole('button', { name: /^Size of tide.jpg: Medium/ })
    .waitFor();
});

it('asks once about a file that is forgotten', async () => {
  const { page } = app;
  for (const name of await removeLabels(page)) await page.getByRole('button', { name }).click();
  await tray(page).waitFor({ state: 'detached' });
  await text(page).focus();
  await page.keyboard.insertText('表を添付します。');
  const before = newsroom.smtp.received.length;
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('alertdialog', { name: 'Send without an attachment?' });
  await question.waitFor();
  await page.keyboard.press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(newsroom.smtp.received.length).toBe(before);
  await text(page).focus();
  await page.keyboard.press('Control+Enter');
  await waitFor('the letter', async () => newsroom.smtp.received.length === before + 1);
});

async function removeLabels(page: Page): Promise<readonly string[]> {
  const buttons = await tray(page)
    .getByRole('button', { name: /^Remove / })
    .all();
  return Promise.all(buttons.map(async (each) => (await each.getAttribute('aria-label')) ?? ''));
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('it is not shown');
  return box;
}
