import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile } from './support/set-up.ts';

const userData = makeTemporaryFolder();
const outside = 'https://outside.example/';
let app: RunningApp;

beforeAll(async () => {
  app = await launchApp({ userData });
  // A link opens on record alone, and so for nobody who is not signed in.
  await createProfile(app.page);
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
  });
});
afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const openedOutside = () =>
  app.electron.evaluate(() => {
    const { opened } = globalThis as unknown as { opened: string[] };
    return opened.splice(0);
  });

/** The one window shows its own page, and nothing was opened elsewhere. */
async function expectNothingMoved(): Promise<void> {
  await app.page.waitForTimeout(300);
  const addresses = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(addresses).toEqual(['app://fumibako/index.html']);
  expect(await openedOutside()).toEqual([]);
}

it.each([
  `location.href = '${outside}'`,
  `location.replace('${outside}')`,
  `location.href = 'file:///etc/passwd'`,
  `window.open('${outside}')`,
  `window.open('about:blank')`,
  `document.head.insertAdjacentHTML('beforeend',
    '<meta http-equiv="refresh" content="0;url=${outside}">')`,
  `document.body.insertAdjacentHTML('beforeend',
    '<form id="way" method="post" action="${outside}"><input name="a" value="b"></form>');
    document.getElementById('way').submit()`,
  `document.body.insertAdjacentHTML('beforeend', '<webview src="${outside}"></webview>')`,
])('stays where it is at %s', async (attack) => {
  // As if the page did it on a click of the user's own.
  await app.electron.evaluate(
    ({ BrowserWindow }, script) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`{${script}};0`, true),
    attack,
  );
  await expectNothingMoved();
});

it.each([
  { button: 'left', event: 'click' },
  { button: 'middle', event: 'auxclick' },
] as const)('stays where it is at a $button click on a link', async ({ button, event }) => {
  for (const target of ['_self', '_blank']) {
    await app.page.evaluate(
      ([href, name, heard]) => {
        const link = document.createElement('a');
        Object.assign(link, { href, target: name });
        link.style.cssText = 'position:fixed;inset:0 auto auto 0;width:99px;height:99px;z-index:99';
        link.addEventListener(heard, () => {
          setTimeout(() => link.remove());
        });
        document.body.append(link);
      },
      [outside, target, event] as const,
    );
    await app.page.mouse.click(50, 50, { button });
    await expectNothingMoved();
    // It was hit.
    expect(await app.page.evaluate(() => document.querySelectorAll('a[target]').length)).toBe(0);
  }
});

it('stays where it is when a file is dropped on the window', async () => {
  mkdirSync(join(userData, 'drop'));
  const file = join(userData, 'drop', 'letter.html');
  writeFileSync(file, '<title>dropped</title>');
  await app.page.evaluate(() => {
    const heard = (): void => void document.body.setAttribute('data-dragged', '');
    addEventListener('dragenter', heard, { once: true });
  });
  const session = await app.page.context().newCDPSession(app.page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  await expectNothingMoved();
  // The window was dragged over.
  expect(await app.page.locator('[data-dragged]').count()).toBe(1);
});

it('has one door to other programs', () => {
  const users = globSync('main/**/*.ts').filter((path) =>
    /\bshell\b|openExternal|openPath/.test(readFileSync(path, 'utf8')),
  );
  expect(users).toEqual([join('main', 'app', 'open-link.ts')]);
});

it.each([
  'file:///etc/passwd',
  'file://server/share/x.exe',
  'smb://server/share',
  '\\\\server\\share\\x.exe',
  '//server/share',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  'blob:app://fumibako/x',
  'app://fumibako/index.html',
  'vscode://x',
  'tel:+81312345678',
  '',
])('opens nothing outside for %j', async (url) => {
  const answer = await app.page.evaluate(
    (it) => window.fumibako.call('link.open', { sectionId: 'members', messageId: null, url: it }),
    url,
  );
  expect(answer).toEqual({ ok: false, error: { code: 'link-refused' } });
  expect(await openedOutside()).toEqual([]);
});

it.each([
  ['http://example.com', 'http://example.com/'],
  ['mailto:desk@example.com', 'mailto:desk@example.com'],
  // As the question shows it: the host behind the @, and a look-alike by its real name.
  ['https://bank.example@evil.example/', 'https://bank.example@evil.example/'],
  ['https://evil.example\\@bank.example/', 'https://evil.example/@bank.example/'],
  ['https://bаnk.example/', 'https://xn--bnk-6cd.example/'],
  ['https://ｂａｎｋ.example/', 'https://bank.example/'],
])('opens %s as %s, once it was confirmed', async (url, opened) => {
  await app.page.evaluate(
    (it) => window.fumibako.call('link.open', { sectionId: 'members', messageId: null, url: it }),
    url,
  );
  expect(await openedOutside()).toEqual([opened]);
});
