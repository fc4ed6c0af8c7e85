import { globSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formsOfText } from '../support/forms-of-text.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { type Newsroom, readerAddress, sectionUser, startNewsroom } from './support/newsroom.ts';
import { createProfile, passphrase, signIn } from './support/set-up.ts';

const folder = makeTemporaryFolder();
const userData = join(folder, 'user-data');
const temporary = join(folder, 'tmp');
let newsroom: Newsroom;
let app: RunningApp;
let earlierOutput = '';

const marker = (where: string) => `marker${where}qzx7`;
const typed = {
  name: marker('Staff'),
  draft: marker('Draft'),
  reply: marker('Reply'),
  search: marker('Search'),
  member: marker('Member'),
  memberDetail: marker('Detail'),
};
const received = {
  subject: marker('Subject'),
  header: marker('Header'),
  sender: marker('Sender'),
  messageId: marker('Messageid'),
  body: marker('Body'),
  html: marker('Html'),
  filename: marker('Filename'),
  attachment: marker('Attachment'),
};

const mail = [
  `From: ${received.sender} <${readerAddress}>`,
  'To: World Services <world-services@minato.example>',
  `Subject: ${received.subject}`,
  `Message-ID: <${received.messageId}@reader.example>`,
  `X-Anything: ${received.header}`,
  'Date: Mon, 02 Nov 2026 10:00:00 +0900',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: multipart/alternative; boundary=c',
  '',
  '--c',
  'Content-Type: text/plain',
  '',
  received.body,
  '--c',
  'Content-Type: text/html',
  '',
  `<p>${received.body} ${received.html}</p>`,
  '--c--',
  '--b',
  'Content-Type: text/plain',
  `Content-Disposition: attachment; filename="${received.filename}.txt"`,
  '',
  received.attachment,
  '--b--',
  '',
].join('\r\n');

/** Everything that must stay inside the encrypted stores. */
const secrets = () => [
  ...Object.values(typed),
  ...Object.values(received),
  readerAddress,
  passphrase,
  newsroom.dovecot.password,
  newsroom.smtp.password,
];

beforeAll(async () => {
  mkdirSync(userData);
  mkdirSync(temporary);
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(sectionUser, mail);
  app = await launchApp({ userData, environment: { TMPDIR: temporary } });
  await createProfile(app.page, 'Hana Ito');
  await newsroom.setUp(app.page);
});

afterAll(async () => {
  await newsroom.stop();
  removeFolder(folder);
});

/** Files under the folders that hold a secret, as UTF-8, UTF-16 or base64, and a count of those read. */
function findSecrets(): { found: string[]; files: number } {
  const files = globSync('**/*', { cwd: folder })
    .map((name) => join(folder, name))
    .filter((path) => lstatSync(path).isFile());
  const found = files.flatMap((path) => {
    const bytes = readFileSync(path);
    return secrets()
      .filter((secret) => formsOfText(secret).some((form) => bytes.includes(form)))
      .map((secret) => `${secret} in ${path}`);
  });
  return { found, files: files.length };
}

it('finds what it looks for', () => {
  const secret = typed.draft;
  const planted = Buffer.from(Buffer.from(`before ${secret} after`).toString('base64'));
  expect(formsOfText(secret).some((form) => planted.includes(form))).toBe(true);
});

it('keeps mail, drafts, names and passwords out of every file while it runs', async () => {
  const { page } = app;
  await page.getByRole('option').filter({ hasText: received.subject }).click();
  await page.getByText(received.filename).first().waitFor();
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await page.keyboard.insertText(`${typed.reply} ${typed.name}`);
  await page.keyboard.press('Control+Enter');
  await waitFor('the reply', async () => newsroom.smtp.received.length === 1);
  await page.keyboard.press('r');
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await page.keyboard.insertText(typed.draft);
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox').fill(typed.search);
  await page.getByText('Nothing found').waitFor();
  await page.getByText('Member records').click();
  await page.getByRole('button', { name: 'Add member' }).first().click();
  await page.getByLabel('Family name', { exact: true }).fill(typed.member);
  await page.getByRole('button', { name: 'Add detail' }).click();
  await page.getByLabel('Label', { exact: true }).fill(typed.memberDetail);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: typed.member }).waitFor();
  const { found, files } = findSecrets();
  expect(files).toBeGreaterThan(5);
  expect(found).toEqual([]);
});

it('keeps them out after a crash, a start, a lock and an end', async () => {
  await app.kill();
  earlierOutput = app.output();
  app = await launchApp({ userData, environment: { TMPDIR: temporary } });
  await signIn(app.page);
  await app.page.getByRole('option').filter({ hasText: received.subject }).waitFor();
  expect(findSecrets().found).toEqual([]);
  await app.page.keyboard.press('Control+l');
  await app.page.getByRole('button', { name: 'Sign in' }).waitFor();
  await app.quit();
  expect(findSecrets().found).toEqual([]);
});

it('writes none of them to its terminal', () => {
  const output = earlierOutput + app.output();
  expect(secrets().filter((secret) => output.includes(secret))).toEqual([]);
});
