import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type SecretService, startSecretService } from '../support/secret-service.ts';
import { makeTemporaryFolder, removeFolder, temporaryFolder } from '../support/temporary-folder.ts';
import { electronExecutable, launchApp } from './support/launch-app.ts';
import { launchPackage, type PackagedApp } from './support/launch-package.ts';
import { createProfile, passphrase, signIn } from './support/set-up.ts';

const stay = 'Stay signed in on this computer';
const root = fileURLToPath(new URL('../..', import.meta.url));
const userData = makeTemporaryFolder();
let secrets: SecretService;

afterAll(() => removeFolder(userData));

/**
 * The app beside a real keyring; it is quit when the test ends. Without Playwright's own launcher,
 * which takes every keychain from the app.
 */
async function start(): Promise<PackagedApp> {
  const app = await launchPackage(electronExecutable(), userData, {
    arguments: ['--password-store=gnome-libsecret', root],
    environment: { ...secrets.environment, FUMIBAKO_DEMO: '0' },
  });
  apps.add(app);
  return app;
}

const apps = new Set<PackagedApp>();
async function quit(app: PackagedApp): Promise<void> {
  apps.delete(app);
  await app.quit();
}
afterEach(async () => {
  for (const app of apps) await quit(app);
});

const opened = (page: Page) => page.getByRole('navigation', { name: 'Sections' }).waitFor();
const asks = (page: Page) => page.getByLabel('Passphrase', { exact: true }).waitFor();
const isChosen = (page: Page) => page.getByRole('checkbox', { name: stay }).isChecked();

describe.runIf(process.platform === 'linux')('beside a real keyring', () => {
  beforeAll(async () => {
    secrets = await startSecretService();
  });
  afterAll(async () => {
    await secrets.stop();
  });

  it('is off at first', async () => {
    const { page } = await start();
    await createProfile(page);
    await page.keyboard.press('Control+l');
    await asks(page);
    await page.getByText(stay).waitFor();
    expect(await isChosen(page)).toBe(false);
    await signIn(page);
    await opened(page);
  });

  it('asks for no passphrase when the app starts, once it was chosen', async () => {
    const { page } = await start();
    await asks(page);
    await page.getByText(stay).click();
    await signIn(page);
    await opened(page);
  });

  it('starts open, and asks for the passphrase after a lock', async () => {
    const { page } = await start();
    await opened(page);
    await page.keyboard.press('Control+l');
    await asks(page);
    await page.getByText(stay).waitFor();
    expect(await isChosen(page)).toBe(true);
  });

  it('asks for it after a lock and a start too', async () => {
    const { page } = await start();
    await asks(page);
    await signIn(page);
    await opened(page);
  });

  it('keeps no secret of it in clear', async () => {
    for (const name of ['device-secret', join('data', 'remembered.json')])
      expect(statSync(join(userData, name)).mode & 0o077).toBe(0);
    // Chromium's mark of a key from the keyring; v10 would be the one that everybody has.
    expect(readFileSync(join(userData, 'device-secret')).subarray(0, 3).toString()).toBe('v11');
    const kept = globSync(join(userData, '**', '*'), { exclude: (path) => path.endsWith('.db') });
    for (const path of kept) {
      if (statSync(path).isFile()) expect(readFileSync(path, 'latin1')).not.toContain(passphrase);
    }
  });

  it('asks for the passphrase when the keyring has lost its key, and renews the binding', async () => {
    const before = readFileSync(join(userData, 'device-secret'));
    await secrets.empty();
    const app = await start();
    await asks(app.page);
    await signIn(app.page);
    await opened(app.page);
    await quit(app);
    expect(readFileSync(join(userData, 'device-secret'))).not.toEqual(before);
    const { page } = await start();
    await opened(page);
  });

  it('forgets this computer', async () => {
    const app = await start();
    await opened(app.page);
    await app.page.keyboard.press('Control+,');
    await app.page.getByRole('button', { name: 'Your passphrase' }).click();
    await app.page.getByRole('button', { name: 'Forget this computer' }).click();
    await app.page.getByText('asks for your passphrase each time').waitFor();
    expect(existsSync(join(userData, 'data', 'remembered.json'))).toBe(false);
    await quit(app);
    const { page } = await start();
    await asks(page);
  });
});

// Playwright's launcher gives the app Chromium's `basic_text`.
it('is not offered, and says why, where no keyring keeps secrets', async () => {
  const own = temporaryFolder();
  const app = await launchApp({ userData: own });
  onTestFinished(() => app.quit());
  await createProfile(app.page);
  await app.page.keyboard.press('Control+l');
  await app.page.getByText('this computer has no keychain').waitFor();
  expect(await app.page.getByRole('checkbox').count()).toBe(0);
  await signIn(app.page);
  await opened(app.page);
  expect(existsSync(join(own, 'device-secret'))).toBe(false);
});
