import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { launchApp } from './support/launch-app.ts';

/** The window on the demo newsroom, with letters in its first list. */
async function openDemo(): Promise<Page> {
  const app = await launchApp({ userData: temporaryFolder(), isDemo: true });
  onTestFinished(() => app.quit());
  // The first sync of three sections comes first.
  await app.page.getByRole('option').nth(3).waitFor();
  app.page.setDefaultTimeout(10_000);
  return app.page;
}

const focusedRole = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.id);

const rowAt = (page: Page, place: number) =>
  page.locator(`[role=option][aria-posinset="${place}"][aria-selected=true]`);

it('goes on with the arrow keys where a letter was closed', async () => {
  const page = await openDemo();
  const reading = page.locator('[data-pane=reading]');
  await page.getByRole('option').nth(1).click();
  await reading.getByRole('article').first().waitFor();

  await page.keyboard.press('o');
  await page.keyboard.press('Escape');
  await page.getByText('No conversation open').waitFor();
  expect(await focusedRole(page)).toBe('listbox');
  await page.keyboard.press('ArrowDown');
  await rowAt(page, 1).waitFor();

  await reading.getByRole('button', { name: 'Close' }).click();
  await page.getByText('No conversation open').waitFor();
  expect(await focusedRole(page)).toBe('listbox');
  await page.keyboard.press('End');
  await page.getByRole('option', { selected: true }).waitFor();
});

it('goes on with the arrow keys in a section that a key opened', async () => {
  const page = await openDemo();
  await page.getByRole('option').nth(1).click();
  await page.locator('[data-pane=reading] article').first().waitFor();
  await page.keyboard.press('o');
  await page.keyboard.press('Control+2');
  await page.getByRole('heading', { name: 'Website editor', exact: true }).waitFor();
  await page.getByRole('option').first().waitFor();
  expect(await focusedRole(page)).toBe('listbox');
  await page.keyboard.press('ArrowDown');
  await rowAt(page, 1).waitFor();
});

it('goes from the search to what it found with Enter, without a pause in between', async () => {
  const page = await openDemo();
  const search = page.getByRole('searchbox');
  await search.fill('figures');
  await search.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'listbox');
  expect(await page.getByRole('option').first().textContent()).toContain('figures');
  await page.keyboard.press('ArrowDown');
  await rowAt(page, 1).waitFor();

  await search.fill('nothinghasthisword');
  await search.press('Enter');
  await page.getByText('Nothing found').waitFor();
  expect(await search.evaluate((field) => field === document.activeElement)).toBe(true);
});

it('says that a search is too long, and what cannot be understood of one', async () => {
  const page = await openDemo();
  const search = page.getByRole('searchbox');
  await search.focus();
  await page.keyboard.insertText('あ'.repeat(10_000));
  await page.getByText('A search can have 1,000 characters.').waitFor();
  await page.getByText('Nothing found').waitFor();
  await search.fill('before:soon');
  await page.getByText('“soon” is no date.').waitFor();
  await search.fill('from: OR');
  await page.getByText('There is nothing in this to look for.').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

it('looks for a Japanese word when the input method is done with it, not before', async () => {
  const page = await openDemo();
  const method = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    method.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await page.getByRole('searchbox').focus();
  for (const half of ['j', 'じ', 'じs', 'じしn']) {
    await compose(half);
    // Longer than the pause after which a word is looked for.
    await page.waitForTimeout(300);
    expect(await page.getByText('Nothing found').count(), half).toBe(0);
    // A search would look everywhere.
    expect(await page.getByRole('radio', { name: 'Inbox' }).isChecked(), half).toBe(true);
  }
  await page.getByRole('searchbox').dispatchEvent('keydown', { key: 'Escape', isComposing: true });
  expect(await page.getByRole('searchbox').inputValue()).toBe('じしn');
  await compose('地震');
  await method.send('Input.insertText', { text: '地震' });
  await page.getByRole('option').first().filter({ hasText: '地震' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('地震');
});

it('shows another view from its top, in the same list', async () => {
  const page = await openDemo();
  const list = page.getByRole('listbox');
  await list.focus();
  await page.keyboard.press('End');
  await page.getByRole('option', { selected: true }).waitFor();
  await page.waitForFunction(
    () => (document.querySelector('[role=listbox]') as HTMLElement).scrollTop > 0,
  );
  await list.evaluate((element) => Object.assign(element, { isTheSame: true }));
  await page.getByRole('radiogroup').getByText('All').click();
  await page.waitForFunction(
    () => (document.querySelector('[role=listbox]') as HTMLElement).scrollTop === 0,
  );
  await page.locator('[role=option][aria-posinset="1"]').waitFor();
  expect(await list.evaluate((element) => 'isTheSame' in element)).toBe(true);
});
