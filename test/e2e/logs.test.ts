import { existsSync, globSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile } from './support/set-up.ts';

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

it('deletes what is older than 30 days when it starts, and nothing else', () => {
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
  const pid = await app.electron.evaluate(
    ({ app: electronApp }) =>
      electronApp.getAppMetrics().find(({ name }) => name === 'Fumibako engine')?.pid,
  );
  if (pid === undefined) throw new Error('no engine');
  process.kill(pid, 'SIGSEGV');
  await waitFor('the log', () => logged().includes('engine.crashed {"status":'));
  await waitFor('the report', () => globSync(join(userData, 'crashes', '**', '*.dmp')).length > 1);
  const reporter = await app.electron.evaluate(({ app: electronApp, crashReporter }) => ({
    uploads: crashReporter.getUploadToServer(),
    folder: electronApp.getPath('crashDumps'),
  }));
  expect(reporter).toEqual({ uploads: false, folder: join(userData, 'crashes') });
});

it('keeps reports for as many days as staff choose', async () => {
  const { page } = app;
  await createProfile(page);
  await page.keyboard.press('Control+,');
  await page
    .getByRole('radiogroup', { name: 'Keep crash reports for' })
    .getByText('7 days')
    .click();
  await waitFor('the choice', () =>
    readFileSync(join(userData, 'preferences.json'), 'utf8').includes('"keepReports":7'),
  );
  await app.quit();
  const path = leave(join('logs', 'fumibako.2.log'), 8);
  app = await launchApp({ userData });
  expect(existsSync(path)).toBe(false);
});
