import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import { launchApp, type RunningApp } from './support/launch-app.ts';
import { createProfile, signIn } from './support/set-up.ts';

const userData = makeTemporaryFolder();
let app: RunningApp;

/** What the window was last told; Linux, where it does nothing, is told as well. */
const lastTold = () =>
  app.electron.evaluate(() => (globalThis as { told?: readonly boolean[] }).told?.at(-1));

const toldSo = (isProtected: boolean) =>
  waitFor(`the window to be told ${isProtected}`, async () => (await lastTold()) === isProtected);

beforeAll(async () => {
  app = await launchApp({ userData });
  await app.electron.evaluate(({ BrowserWindow }) => {
    const told: boolean[] = [];
    Object.assign(globalThis, { told });
    const window = BrowserWindow.getAllWindows()[0];
    if (window === undefined) throw new Error('no window');
    window.setContentProtection = (isProtected) => void told.push(isProtected);
  });
});
afterAll(async () => {
  await app.quit();
  removeFolder(userData);
});

it('protects the window while it shows the Members section, and no other', async () => {
  const { page } = app;
  await createProfile(page);
  await toldSo(false);
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByText('Members', { exact: true }).click();
  await toldSo(true);
  await sections.getByText('World Services').click();
  await toldSo(false);
});

it('lets go of it with a lock, and takes it up when Members is shown again', async () => {
  const { page } = app;
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByText('Members', { exact: true }).click();
  await toldSo(true);
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await toldSo(false);
  await signIn(page);
  await sections.getByText('Members', { exact: true }).click();
  await toldSo(true);
});

it.runIf(process.platform === 'linux')('says that Linux does not offer it', async () => {
  const { page } = app;
  await page.keyboard.press('Control+,');
  const choice = page.getByRole('radiogroup', {
    name: 'Keep the window out of screenshots and screen sharing',
  });
  expect(await choice.getByRole('radio', { name: 'Always' }).isDisabled()).toBe(true);
  await page.getByText('Linux offers no way to do this').waitFor();
});
