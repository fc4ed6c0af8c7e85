import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type Page } from 'playwright';
import { waitFor } from '../../support/wait-for.ts';
import { attachToMain, type MainProcess } from './main-process.ts';
import { testSwitches } from './test-switches.ts';

export type PackagedApp = { readonly page: Page; readonly quit: () => Promise<void> };

type LaunchMore = {
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

export type InspectedApp = PackagedApp & {
  readonly main: MainProcess;
  /** The ports on 127.0.0.1 by which the test drives the app. */
  readonly testPorts: readonly number[];
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
  const switches = [`--user-data-dir=${userData}`, ...(more.arguments ?? [])];
  const app = start(executable, switches, more.environment);
  return connectToPage(app, await printed(app, 'DevTools'));
}

/** The packaged app with its main process open to the test as well (`inspectablePackage`). */
export async function launchInspected(
  executable: string,
  userData: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<InspectedApp> {
  const app = start(executable, ['--inspect=0', `--user-data-dir=${userData}`], environment);
  const [inspector, devTools] = await Promise.all([
    printed(app, 'Debugger'),
    printed(app, 'DevTools'),
  ]);
  const main = await attachToMain(inspector);
  const { page, quit } = await connectToPage(app, devTools);
  return {
    page,
    main,
    testPorts: [inspector, devTools].map((address) => Number(new URL(address).port)),
    async quit() {
      main.disconnect();
      await quit();
    },
  };
}

function start(
  executable: string,
  switches: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess {
  return spawn(
    executable,
    [...testSwitches(), ...switches, '--remote-debugging-port=0', '--lang=en'],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } },
  );
}

async function connectToPage(app: ChildProcess, address: string): Promise<PackagedApp> {
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

/** The address after "<who> listening on", from the terminal of the app. */
function printed(app: ChildProcess, who: 'DevTools' | 'Debugger'): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    app.once('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
    app.stderr?.on('data', (data: Buffer) => {
      output += data.toString();
      const address = new RegExp(`${who} listening on (\\S+)`).exec(output)?.[1];
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
