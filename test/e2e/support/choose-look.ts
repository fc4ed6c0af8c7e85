import type { Page } from 'playwright';
import type { Look } from './launch-app.ts';

/** Changes language and colours as the settings would, wherever the window is. */
export async function chooseLook(page: Page, look: Look): Promise<void> {
  await page.evaluate(async (changed) => {
    const answer = await window.fumibako.call('preferences.get', null);
    const { value } = answer as { value: object };
    await window.fumibako.call('preferences.save', { ...value, ...changed });
  }, look);
  await page.locator(`html[lang=${look.locale}]`).waitFor();
}
