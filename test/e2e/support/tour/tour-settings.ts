import type { Page } from 'playwright';
import type { MainProcess } from '../main-process.ts';
import { signIn } from '../set-up.ts';
import { openSettings } from './tour-staff.ts';

const choose = (page: Page, group: string, option: string) =>
  page.getByRole('radiogroup', { name: group }).getByText(option, { exact: true }).click();

/** Every choice of the settings, both languages, and a saved mailbox tested once more. */
export async function tourSettings(page: Page): Promise<void> {
  await openSettings(page, 'General');
  for (const theme of ['Dark', 'Light']) await choose(page, 'Appearance', theme);
  await choose(page, 'Lock after', '30 minutes');
  await choose(page, 'Keep crash reports', '7 days');
  await choose(page, 'Language', '日本語');
  await choose(page, '言語', 'English');
  await openSettings(page, 'Website editor');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('Everything works. You can save.').waitFor();
  await page.keyboard.press('Control+1');
  await page.getByRole('listbox').press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** A lock, and a crash of the engine, which leaves a report behind: after each somebody signs in. */
export async function tourLocks(page: Page, main: MainProcess): Promise<void> {
  await page.getByRole('button', { name: 'Lock' }).click();
  await signIn(page);
  await page.getByRole('option').first().waitFor();
  const pid = await main.evaluate(
    ({ app }) => app.getAppMetrics().find(({ name }) => name === 'Fumibako engine')?.pid,
    null,
  );
  if (pid === undefined) throw new Error('no engine');
  process.kill(pid, 'SIGSEGV');
  await page.getByText('engine stopped and was started again').waitFor();
  await signIn(page);
  await page.getByRole('option').first().waitFor();
}
