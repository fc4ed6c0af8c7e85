import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import electron from 'electron/package.json' with { type: 'json' };
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { electronExecutable } from './support/launch-app.ts';
import { launchPackage } from './support/launch-package.ts';
import { letter } from './support/letters.ts';
import { sectionUser, startNewsroom } from './support/newsroom.ts';
import { packagedApp } from './support/packaged-app.ts';
import { createProfile, signIn } from './support/set-up.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = makeTemporaryFolder();
let executable: string;

beforeAll(async () => {
  executable = await packagedApp();
});

afterAll(() => removeFolder(folder));

it('starts, signs in, and sees mail', async () => {
  const userData = join(folder, 'user-data');
  mkdirSync(userData);
  writeFileSync(
    join(userData, 'preferences.json'),
    JSON.stringify({ locale: 'en', theme: 'light' }),
  );
  const newsroom = await startNewsroom();
  onTestFinished(() => newsroom.stop());
  const text = 'A letter for the packaged app. 写真もあります。';
  newsroom.dovecot.deliver(
    sectionUser,
    letter({ from: 'r@reader.example', subject: 'Packed', text, messageId: 'p@reader.example' }),
  );
  const first = await launchPackage(executable, userData);
  await createProfile(first.page);
  await newsroom.setUp(first.page);
  await first.page.getByRole('option').filter({ hasText: 'Packed' }).click();
  await first.page.getByText(text).first().waitFor();
  await first.quit();

  const second = await launchPackage(executable, userData);
  onTestFinished(() => second.quit());
  await signIn(second.page);
  await second.page.getByRole('option').filter({ hasText: 'Packed' }).waitFor();
});

it('is never made with the fallback runtime unless it is called a test package', async () => {
  const made = run(process.execPath, ['tools/package.ts', '--output', join(folder, 'release')], {
    cwd: root,
  });
  if (await isFallback()) {
    await expect(made).rejects.toMatchObject({ stderr: expect.stringContaining('Refused') });
    expect(existsSync(join(folder, 'release'))).toBe(false);
  } else await made;
});

async function isFallback(): Promise<boolean> {
  const { stdout } = await run(electronExecutable(), ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return stdout.trim() !== electron.version;
}
