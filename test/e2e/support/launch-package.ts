import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright';
import { waitFor } from '../../support/wait-for.ts';
import { testSwitches } from './launch-app.ts';

export type PackagedApp = { readonly page: Page; readonly quit: () => Promise<void> };

type LaunchMore = {
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/**
 * The packaged app. Its fuses close the door by which Playwright drives a development app, so the
 * test drives the page alone, through Chromium's own debugging port.
 */
export async function launchPackage(
  executable: string,
  userData: string,
  more: LaunchMore = {},
): Promise<PackagedApp> {
  const app = spawn(
    executable,
    [
      ...testSwitches(),
      `--user-data-dir=${userData}`,
      '--remote-debugging-port=0',
      '--lang=en',
      ...(more.arguments ?? []),
    ],
    { env: { ...process.env, ...more.environment }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await debuggingAddress(app);
  // Chromium opens its port before it has a window, and a page that is attached to while it loads
  // may be lost to Playwright.
  await waitFor('the window', () => hasPage(address), 30_000);
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('no window');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return {
    page,
    async quit() {
      const ended = once(app, 'exit');
      app.kill('SIGTERM');
      await ended;
      await browser.close();
    },
  };
}

function debuggingAddress(app: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    app.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
    app.stderr?.on('data', (data: Buffer) => {
      output += data.toString();
      const address = /DevTools listening on (\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

async function hasPage(address: string): Promise<boolean> {
  const response = await fetch(`http://${new URL(address).host}/json/list`);
  const targets = (await response.json()) as readonly { readonly url: string; title: string }[];
  // Its title comes with its document.
  return targets.some(({ url, title }) => url.startsWith('app://') && title === 'Fumibako');
}
