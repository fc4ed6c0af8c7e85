import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterEach } from 'vitest';
import type { Preferences } from '../../../shared/model/preferences.ts';
import { describePage } from './describe-page.ts';
import { testSwitches } from './test-switches.ts';

/** What the window looks like; whatever else there is to choose is as at first. */
export type Look = Pick<Preferences, 'locale' | 'theme'>;

/** Whatever the machine's own language is. */
const inEnglish: Look = { locale: 'en', theme: 'light' };

const root = fileURLToPath(new URL('../../..', import.meta.url));

export type RunningApp = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Everything that the app has written to its terminal. */
  readonly output: () => string;
  /** Quits as staff would. */
  readonly quit: () => Promise<void>;
  /** Ends it as a power cut would: the app and its helper processes, at once. */
  readonly kill: () => Promise<void>;
};

export type LaunchOptions = {
  readonly userData: string;
  /** On the demo newsroom instead of the staff's own data. */
  readonly isDemo?: boolean;
  /** As if chosen in an earlier run. */
  readonly preferences?: Look;
  readonly environment?: Readonly<Record<string, string>>;
  /** Of Chromium, beside those of every test. */
  readonly switches?: readonly string[];
};

const openPages = new Set<Page>();

// A log is all that is left of a failure elsewhere: it says what the window showed. A benchmark has
// no tests that could fail.
if (process.env.VITEST !== undefined)
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const page of openPages) console.log(await describePage(page));
  });

/** The real app of dist/ in the Electron that the test run found (tools/test.mjs sets these). */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const preferences = join(options.userData, 'preferences.json');
  if (options.preferences !== undefined || !existsSync(preferences))
    writeFileSync(preferences, JSON.stringify(options.preferences ?? inEnglish));
  // Without a path of ours Playwright holds the app back until it is attached (its loader): a window
  // that opens meanwhile may be lost to it. It finds the runtime as the electron package does.
  const electron = await _electron.launch({
    args: [
      ...testSwitches(),
      ...(options.switches ?? []),
      `--user-data-dir=${options.userData}`,
      root,
    ],
    env: {
      ...definedEnvironment(),
      FUMIBAKO_DEMO: options.isDemo === true ? '1' : '0',
      ...options.environment,
    },
  });
  let output = '';
  const keep = (data: Buffer) => {
    output += data.toString();
  };
  electron.process().stdout?.on('data', keep);
  electron.process().stderr?.on('data', keep);
  const page = await electron.firstWindow();
  openPages.add(page);
  page.once('close', () => openPages.delete(page));
  // With a listener for as long as there is a page, Playwright never lets go of the file dialog: between
  // two waits it does, and on a busy machine the system's own dialog opened in the next one.
  page.on('filechooser', () => {});
  await page.waitForLoadState('domcontentloaded');
  return {
    electron,
    page,
    output: () => output,
    quit: () => electron.close(),
    async kill() {
      const { pid } = electron.process();
      const pids = await electron.evaluate(({ app }) => app.getAppMetrics().map((m) => m.pid));
      const closed = electron.waitForEvent('close');
      for (const each of [...pids, pid]) killIfThere(each);
      await closed;
    },
  };
}

export function electronExecutable(): string {
  const executable = process.env.FUMIBAKO_ELECTRON;
  if (executable === undefined) throw new Error('run the tests through `npm test`');
  return executable;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

function killIfThere(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended with its parent, between the list and the signal.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
