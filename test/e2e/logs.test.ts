import { existsSync, globSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile, signIn } from './support/set-up.ts';

const words = '佐藤 花子 03-1234-5678';
const dayMs = 24 * 60 * 60 * 1000;
const userData = makeTemporaryFolder();
let app: RunningApp;

/** A file of an earlier run, last written so many days ago. */
function leave(name: string, days: number): string {
  const path = join(userData, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'x');
  const writtenAt = (Date.now() - days * dayMs) / 1000;
  utimesSync(path, writtenAt, writtenAt);
  return path;
}

writeFileSync(
  join(userData, 'preferences.json'),
  JSON.stringify({ locale: 'en', theme: 'light', keepReports: 30 }),
);
const old = [
  leave(join('logs', 'fumibako.4.log'), 31),
  leave(join('crashes', 'pending', 'old.dmp'), 31),
];
const fresh = [
  leave(join('logs', 'fumibako.3.log'), 29),
  leave(join('crashes', 'pending', 'fresh.dmp'), 29),
];

beforeAll(async () => {
  app = await launchApp({ userData });
});
afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

const logged = () => {
  const path = join(userData, 'logs', 'fumibako.log');
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

it('deletes reports and logs that are older than 30 days when it starts, and nothing else', () => {
  expect(old.filter(existsSync)).toEqual([]);
  expect(fresh.filter(existsSync)).toEqual(fresh);
});

it('logs a bug of the main process by its class alone, and goes on', async () => {
  await app.electron.evaluate((_electron, message) => {
    setTimeout(() => {
      throw new RangeError(message);
    });
    setTimeout(() => void Promise.reject(new TypeError(message)));
  }, words);
  await waitFor('both', () => logged().includes('TypeError') && logged().includes('RangeError'));
  expect(logged()).toContain('process.failed {"kind":"RangeError","code":null}');
  expect(logged() + app.output()).not.toContain('佐藤');
  expect(await app.page.evaluate(() => window.fumibako.call('app.info', null))).toMatchObject({
    ok: true,
  });
});

it('logs a crash of the engine, and keeps its report in its own folder', async () => {
  const pid = await enginePid();
  process.kill(pid, 'SIGSEGV');
  await waitFor('the log', () => logged().includes('engine.crashed {"status":'));
  await waitFor('the report', () => reports().length > 1);
  const reporter = await app.electron.evaluate(({ app: electronApp, crashReporter }) => ({
    uploads: crashReporter.getUploadToServer(),
    folder: electronApp.getPath('crashDumps'),
  }));
  expect(reporter).toEqual({ uploads: false, folder: join(userData, 'crashes') });
});

it('keeps reports for as many days as staff choose', async () => {
  const { page } = app;
  await createProfile(page);
  const fresh8 = leave(join('crashes', 'pending', 'eight.dmp'), 8);
  await choose('7 days');
  expect(existsSync(fresh8)).toBe(false);
  const fresh6 = leave(join('crashes', 'pending', 'six.dmp'), 6);
  await restart();
  expect(existsSync(fresh6)).toBe(true);
});

it('leaves a report of a crash of the page, where reports are kept', async () => {
  const before = reports().length;
  await crashPage();
  await waitFor('the report', () => reports().length > before);
});

it('deletes the reports and writes none any more when staff choose so', async () => {
  await restart();
  await signIn(app.page);
  await app.page.getByRole('navigation', { name: 'Sections' }).waitFor();
  await choose('None');
  expect(reports()).toEqual([]);
  await restart();
  await crashPage();
  const pid = await enginePid();
  process.kill(pid, 'SIGSEGV');
  await waitFor('the log', () => logged().split('engine.crashed').length === 3);
  // A report takes some tenths of a second, as the tests above show.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(reports()).toEqual([]);
});

const reports = () => globSync(join(userData, '**', '*.dmp'));

async function choose(name: string): Promise<void> {
  await app.page.keyboard.press('Control+,');
  const group = app.page.getByRole('radiogroup', { name: 'Keep crash reports' });
  await group.getByText(name, { exact: true }).click();
  const days = name === 'None' ? 0 : Number.parseInt(name, 10);
  await waitFor('the choice', () =>
    readFileSync(join(userData, 'preferences.json'), 'utf8').includes(`"keepReports":${days}`),
  );
}

async function restart(): Promise<void> {
  await app.quit();
  app = await launchApp({ userData });
}

/** As a fault of its own would end it. */
async function crashPage(): Promise<void> {
  const crashed = app.page.waitForEvent('crash');
  const pid = await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  process.kill(pid ?? 0, 'SIGSEGV');
  await crashed;
}

async function enginePid(): Promise<number> {
  const pid = await app.electron.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().find(({ name }) => name === 'Fumibako engine')?.pid,
  );
  if (pid === undefined) throw new Error('no engine');
  return pid;
}
