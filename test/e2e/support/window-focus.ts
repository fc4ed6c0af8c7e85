import { waitFor } from '../../support/wait-for.ts';
import type { RunningApp } from './launch-app.ts';

/**
 * Takes the focus from the window, as when staff turn to another program, and gives it back.
 * Playwright makes every page believe that it has the focus; that ends here.
 */
export async function windowFocus({ page, electron }: RunningApp) {
  const session = await page.context().newCDPSession(page);
  // A session's "off" counts only after its own "on".
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  await session.send('Emulation.setFocusEmulationEnabled', { enabled: false });
  const has = () => page.evaluate(() => document.hasFocus());
  return {
    async take() {
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
      await waitFor('the focus to go', async () => !(await has()));
    },
    async give() {
      await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
      await waitFor('the focus to come back', has);
    },
  };
}
