import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { type LaunchOptions, launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile, passphrase, signIn } from './support/set-up.ts';

async function launch(options: LaunchOptions): Promise<RunningApp> {
  const app = await launchApp(options);
  onTestFinished(() => app.quit());
  return app;
}

const sections = { name: 'Sections' };

it('opens for the right passphrase only, and says when it was the wrong one', async () => {
  const { page } = await launch({ userData: temporaryFolder() });
  await createProfile(page);
  await page.getByRole('button', { name: 'Lock' }).click();
  await signIn(page, 'not the passphrase');
  await page.getByText('That passphrase is not right.').waitFor();
  await signIn(page, passphrase);
  await page.getByRole('navigation', sections).waitFor();
});

it('ends the engine at a lock and starts a fresh one', async () => {
  const { page, electron } = await launch({ userData: temporaryFolder() });
  await createProfile(page);
  const before = await enginePid(electron);
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  const after = await enginePid(electron);
  expect(after).not.toBe(before);
  expect(await page.evaluate(() => window.fumibako.call('section.list', null))).toMatchObject({
    ok: false,
    error: { code: 'locked' },
  });
});

it('starts the engine again when it dies, locked, and says so', async () => {
  const { page, electron } = await launch({ userData: temporaryFolder() });
  await createProfile(page);
  process.kill(await enginePid(electron), 'SIGKILL');
  await page.getByText('engine stopped and was started again').waitFor();
  await signIn(page);
  await page.getByRole('navigation', sections).waitFor();
});

it('says that the engine does not start when it ends again and again, and tries again when asked', async () => {
  const { page, electron } = await launch({ userData: temporaryFolder() });
  await createProfile(page);
  const ended = new Set<number>();
  for (let crash = 0; crash < 4; crash += 1) {
    const pid = await waitFor('the next engine', async () => {
      const [found] = await enginePids(electron);
      return found !== undefined && !ended.has(found) ? found : null;
    });
    process.kill(pid, 'SIGKILL');
    ended.add(pid);
  }
  await page.getByText('engine does not start').waitFor();
  await page.getByRole('button', { name: 'Retry' }).click();
  await signIn(page);
  await page.getByRole('navigation', sections).waitFor();
});

it('has one engine, locked, however often and fast it is locked', async () => {
  const { page, electron } = await launch({ userData: temporaryFolder() });
  await createProfile(page);
  await page.evaluate(() =>
    Promise.all([1, 2, 3].map(() => window.fumibako.call('app.lock', null))),
  );
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  expect(await enginePids(electron)).toHaveLength(1);
  await signIn(page);
  await page.getByRole('navigation', sections).waitFor();
});

it('opens from the kept copy when the keyring file was cut in half', async () => {
  const userData = temporaryFolder();
  const first = await launchApp({ userData });
  await createProfile(first.page);
  await first.quit();
  const keyring = join(userData, 'data', 'keyring.json');
  const whole = readFileSync(keyring);
  // What the app itself is slow with; most engine tests are quicker (plain-engine.ts).
  const costs = [...whole.toString().matchAll(/"N":\s*(\d+)/g)].map(([, cost]) => cost);
  expect(new Set(costs)).toEqual(new Set(['131072']));
  writeFileSync(keyring, whole.subarray(0, whole.length / 2));
  const { page } = await launch({ userData });
  await page.getByText('The keyring file was damaged').waitFor();
  await signIn(page);
  await page.getByRole('navigation', sections).waitFor();
});

it('leaves the demo for the own data, and keeps nothing of it', async () => {
  const { page } = await launch({ userData: temporaryFolder(), isDemo: true });
  await page.getByText('This is a demo newsroom').waitFor();
  await page.getByRole('button', { name: 'Set up your own mailboxes' }).click();
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await createProfile(page);
  await page.getByRole('button', { name: 'Set up this mailbox' }).waitFor();
  expect(await page.getByText('This is a demo newsroom').count()).toBe(0);
});

async function enginePid(electron: RunningApp['electron']): Promise<number> {
  const [pid] = await enginePids(electron);
  if (pid === undefined) throw new Error('no engine is running');
  return pid;
}

function enginePids(electron: RunningApp['electron']): Promise<number[]> {
  return electron.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ name }) => name === 'Fumibako engine')
      .map(({ pid }) => pid),
  );
}
