import type { Page } from 'playwright';

/** Presses Tab until what has the focus is called so; all that it passes shows that it has it. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await focusedName(page);
    if (focused === name) return;
    await page.keyboard.press('Tab');
    if (!(await isFocusShown(page)))
      throw new Error(`the focus does not show on ${await focusedName(page)}`);
    passed.push(focused);
  }
  throw new Error(`Tab never reaches ${name}: ${passed.join(', ')}`);
}

/** What the element that has the focus is called, roughly. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : element;
    return element?.getAttribute('aria-label') ?? label?.textContent?.trim() ?? '';
  });
}

/** By an outline, of the element or of the control that it is a part of. */
function isFocusShown(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return true;
    const label = element.closest('label');
    const control = [element, element.closest('[data-focus-within]'), label];
    return [...control, ...(label?.querySelectorAll('*') ?? [])].some(
      (part) => part !== null && getComputedStyle(part).outlineStyle !== 'none',
    );
  });
}
