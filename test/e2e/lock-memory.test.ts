import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeyHolder } from '../../main/engine/keyring/key-holder.ts';
import { readKeyring } from '../../main/engine/keyring/keyring-file.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, sectionUser, startNewsroom } from './support/newsroom.ts';
import {
  findInMemory,
  keySecret,
  processKind,
  processTree,
  type Secret,
  textSecret,
} from './support/process-memory.ts';
import { passphrase } from './support/set-up.ts';

/*
 * Reads the memory of every process of the app as the kernel shows it. What the test types, it types
 * key by key, and it asks Playwright for nothing that holds a marker, nor for an element with one in its
 * attributes: its messages go through the main process.
 */
const isLinux = process.platform === 'linux';
if (!isLinux) console.log('skipped: only Linux shows the memory of another process as a file');

const folder = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

const marker = (where: string) => `lockmarker${where}qzx7`;
/** Must not reach the main process at all. */
const letterTexts = {
  subject: marker('subject'),
  sender: marker('sender'),
  body: `${marker('body')} é`,
  japanese: '箱根駅伝朱鷺鵯',
};
/**
 * Chromium itself passes these through the main process: the text of the focused field, for input
 * methods, and the source of a mail's frame. It frees them there without wiping them.
 */
const passingTexts = { html: marker('html'), quoted: marker('quoted'), draft: marker('draft') };

const htmlMail = [
  'From: other@reader.example',
  'To: World Services <world-services@minato.example>',
  'Subject: An older letter',
  'Message-ID: <lock-2@reader.example>',
  'Date: Mon, 02 Nov 2026 10:00:00 +0900',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  `<p>${passingTexts.quoted} <b>${passingTexts.html}</b></p>`,
  '',
].join('\r\n');

/** Memory is read for half a minute where the machine is busy. */
const patienceMs = 240_000;

let sealed: Secret[] = [];
const passing = Object.entries(passingTexts).map(([name, text]) => textSecret(name, text));

beforeAll(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(sectionUser, htmlMail);
  newsroom.dovecot.deliver(
    sectionUser,
    letter({
      from: `${letterTexts.sender} <mika@reader.example>`,
      subject: letterTexts.subject,
      text: `${letterTexts.body} ${letterTexts.japanese}`,
      messageId: 'lock-1@reader.example',
    }),
  );
  // Its own run: what Playwright fills into forms goes through the main process.
  const settingUp = await newsroom.startApp(folder);
  await settingUp.page.getByRole('option').nth(1).waitFor();
  await settingUp.quit();
  const [profile] = readKeyring(join(folder, 'data'), Date.now()).keyring.profiles;
  const keys = profile === undefined ? null : await openKeyHolder(profile, passphrase);
  if (keys === null) throw new Error('the passphrase opens no keys');
  sealed = [
    ...Object.entries(letterTexts).map(([name, text]) => textSecret(name, text)),
    textSecret('passphrase', passphrase),
    textSecret('mailbox password', newsroom.dovecot.password),
    ...[...keys].flatMap(([sectionId, each]) =>
      each.map((key) => keySecret(`key of ${sectionId}`, key)),
    ),
  ];
  app = await launchApp({ userData: folder });
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(folder);
});

type Finding = { readonly process: string; readonly secret: string; readonly times: number };

function find(inKind?: string): Finding[] {
  return processTree(app.electron.process().pid ?? 0).flatMap((pid) => {
    const kind = processKind(pid);
    if (inKind !== undefined && kind !== inKind) return [];
    const secrets = kind === 'browser' ? sealed : [...sealed, ...passing];
    return Object.entries(findInMemory(pid, secrets)).map(([secret, times]) => ({
      process: kind,
      secret,
      times,
    }));
  });
}

it.runIf(isLinux)(
  'has mail, drafts and keys in memory while it is unlocked',
  async () => {
    const { page } = app;
    // The field has the focus.
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 2);
    await page.keyboard.press('Control+1');
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(1500);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.querySelector('iframe') !== null);
    await page.keyboard.press('r');
    // The letter is HTML: so is the answer.
    await page.waitForFunction(() => document.activeElement?.closest('[contenteditable]') != null);
    await page.keyboard.type(passingTexts.draft);
    const secretsIn = (kind: string) => find(kind).map(({ secret }) => secret);
    // What is typed key by key may stand there in pieces.
    const texts = [...Object.keys(letterTexts), 'html', 'quoted'];
    expect(secretsIn('renderer')).toEqual(expect.arrayContaining(texts));
    // A slow machine stores the draft more than once while it is typed: the last of it comes in time.
    await expect
      .poll(() => secretsIn('utility'), { timeout: patienceMs, interval: 500 })
      .toEqual(expect.arrayContaining([...sealed, ...passing].map(({ name }) => name)));
  },
  patienceMs,
);

it.runIf(isLinux)(
  'has none of them after a lock',
  async () => {
    const { page } = app;
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(find()).toEqual([]);
  },
  patienceMs,
);
