/**
 * The real window while 20,000 messages sync: how long a frame is late, and how long a letter takes
 * to open from the key. Beside it the same window when the sync is done. Run: npm run bench -- window
 */
import type { Page } from 'playwright';
import { launchApp } from '../e2e/support/launch-app.ts';
import { sectionUser, startNewsroom } from '../e2e/support/newsroom.ts';
import { createProfile } from '../e2e/support/set-up.ts';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { generateMessages } from './generate-mail.ts';

const count = 20_000;
const messageBytes = 10_100;

type Figures = { readonly longestFrame: number; readonly opens: readonly number[] };

const userData = makeTemporaryFolder();
const newsroom = await startNewsroom();
try {
  await run();
} finally {
  await newsroom.stop();
  removeFolder(userData);
}

async function run(): Promise<void> {
  for (const message of generateMessages(count, messageBytes)) {
    newsroom.dovecot.deliver(sectionUser, message);
  }
  await newsroom.dovecot.doveadm('index', '-u', sectionUser, 'INBOX');
  const app = await launchApp({ userData });
  try {
    await createProfile(app.page);
    await newsroom.setUp(app.page);
    await app.page.getByRole('option').nth(5).waitFor();
    const isSyncing = () => app.page.getByRole('progressbar').isVisible();
    if (!(await isSyncing())) throw new Error('the sync was over before it was measured');
    const busy = await measure(app.page, isSyncing);
    const ends = Date.now() + 10_000;
    const idle = await measure(app.page, async () => Date.now() < ends);
    report(busy, idle);
  } finally {
    await app.quit();
  }
}

/** Opens one letter after the other for as long as `goesOn`, each once the last one is shown. */
async function measure(page: Page, goesOn: () => Promise<boolean>): Promise<Figures> {
  await page.evaluate(() => {
    let last = performance.now();
    const state = { longest: 0, isOn: true };
    Object.assign(window, { frames: state });
    const look = (now: number): void => {
      state.longest = Math.max(state.longest, now - last);
      last = now;
      if (state.isOn) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const opens: number[] = [];
  while (await goesOn()) opens.push(await openNext(page));
  const longestFrame = await page.evaluate(() => {
    const { frames } = window as unknown as { frames: { longest: number; isOn: boolean } };
    frames.isOn = false;
    return frames.longest;
  });
  return { longestFrame, opens };
}

/** Milliseconds from the key to the letter's own words, as the page's clock sees them. */
function openNext(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const shown = () =>
          document.querySelector('[data-pane=reading] article')?.textContent ?? '';
        const before = shown();
        const started = performance.now();
        const key = { key: 'j', code: 'KeyJ', bubbles: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', key));
        const look = (): void => {
          if (shown() !== before && shown() !== '') resolve(performance.now() - started);
          else setTimeout(look, 2);
        };
        look();
      }),
  );
}

function report(busy: Figures, idle: Figures): void {
  const row = (what: string, during: number, without: number) => ({
    what,
    'ms while syncing': during.toFixed(0),
    'ms idle': without.toFixed(0),
    ratio: (during / without).toFixed(1),
  });
  console.table([
    row('longest frame', busy.longestFrame, idle.longestFrame),
    row('letter opened, median', at(busy, 0.5), at(idle, 0.5)),
    row('letter opened, 95 of 100', at(busy, 0.95), at(idle, 0.95)),
    row('letter opened, worst', at(busy, 1), at(idle, 1)),
  ]);
  console.log(`${busy.opens.length} letters opened during the sync, ${idle.opens.length} after it`);
  console.log(
    JSON.stringify({
      longest_frame_ms: Math.round(busy.longestFrame),
      idle_longest_frame_ms: Math.round(idle.longestFrame),
      open_p95_ms: Math.round(at(busy, 0.95)),
      open_worst_ms: Math.round(at(busy, 1)),
      idle_open_p95_ms: Math.round(at(idle, 0.95)),
    }),
  );
}

function at({ opens }: Figures, share: number): number {
  const sorted = opens.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
