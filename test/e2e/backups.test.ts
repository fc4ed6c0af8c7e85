import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { launchApp } from './support/launch-app.ts';
import { createProfile, signIn } from './support/set-up.ts';

async function launch(userData: string) {
  const app = await launchApp({ userData });
  onTestFinished(() => app.quit());
  app.page.setDefaultTimeout(15_000);
  return app;
}

async function openSettings(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+,');
  await page.getByRole('navigation', { name: 'Settings pages' }).getByText(name).click();
}

it('backs a section up, restores it, and offers the backup when the database is damaged', async () => {
  const userData = temporaryFolder();
  const first = await launch(userData);
  await createProfile(first.page);
  await openSettings(first.page, 'Backups');
  const card = first.page.getByRole('article', { name: 'Members' });
  await card.getByText('No backup yet.').waitFor();
  await card.getByRole('button', { name: 'Back up now' }).click();
  await card.getByRole('button', { name: /Restore the backup of/ }).click();
  const question = first.page.getByRole('alertdialog');
  await question.getByRole('row', { name: 'Messages 0 0' }).waitFor();
  await question.getByRole('button', { name: 'Restore', exact: true }).click();
  await first.page.getByText(/Members is restored\. The file from before is kept as/).waitFor();
  await question.waitFor({ state: 'detached' });
  await first.quit();

  const path = join(userData, 'data', 'sections', 'members.db');
  const damaged = readFileSync(path).fill('?');
  writeFileSync(path, damaged);
  const { page } = await launch(userData);
  await signIn(page);
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Members').click();
  await page.getByRole('button', { name: /Restore the backup of/ }).click();
  await page.getByText('The present database cannot be read').waitFor();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByRole('button', { name: 'Set up this mailbox' }).waitFor();
  const kept = globSync('*.before-restore-*', { cwd: join(path, '..') }).map((name) =>
    readFileSync(join(path, '..', name)),
  );
  expect(kept.filter((file) => file.equals(damaged))).toHaveLength(1);
});

it('gives a section a new key when an administrator asks for it', async () => {
  const { page } = await launch(temporaryFolder());
  await createProfile(page);
  await openSettings(page, 'Staff');
  await page.getByRole('button', { name: 'New key for Members…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new key' }).click();
  await page.getByText('Members has a new key.').waitFor();
});
