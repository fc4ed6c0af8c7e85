import type { Page } from 'playwright';
import type { MainProcess } from '../main-process.ts';
import { waitForPrinter } from './stand-ins.ts';
import { openSettings } from './tour-staff.ts';

/** Every tab and filter of the ledger, its check, and the paper. */
export async function tourLedger(page: Page, main: MainProcess): Promise<void> {
  await openSettings(page, 'What left this computer');
  const rows = page.locator('tr[data-kind]');
  await rows.first().waitFor();
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByText('No entry matches').waitFor();
  await page.getByRole('searchbox').fill('');
  await rows.first().waitFor();
  await page.getByRole('button', { name: 'Verify' }).click();
  await page.getByText(/All \d+ entries of this section are as they were written/).waitFor();
  await page.getByRole('button', { name: 'Print' }).click();
  await waitForPrinter(main);
  await page.locator('tr[data-kind=print]').waitFor();
  await page.getByText('Looked at and changed').click();
  await page.locator('tr[data-kind=conversation-viewed]').first().waitFor();
  await page.getByText('Refused', { exact: true }).click();
  await page.getByText('Nothing was refused').waitFor();
}

/** A backup, and the way back to it. */
export async function tourBackups(page: Page): Promise<void> {
  await openSettings(page, 'Backups');
  const card = page.getByRole('article', { name: 'Members' });
  await card.getByRole('button', { name: 'Back up now' }).click();
  await card
    .getByRole('button', { name: /Restore the backup of/ })
    .first()
    .click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.getByText(/Members is restored\. The file from before is kept as/).waitFor();
  await question.waitFor({ state: 'detached' });
}
