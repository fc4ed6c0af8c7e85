import type { Page } from 'playwright';

/** What the window shows and what has the focus, as text. */
export async function describePage(page: Page): Promise<string> {
  try {
    const window = await page.locator('body').ariaSnapshot({ timeout: 5_000 });
    const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
    return `${window}\nFocus: ${focus}`;
  } catch (error) {
    return `The window does not answer: ${error}`;
  }
}
