import { setTimeout as wait } from 'node:timers/promises';
import type { WebContents } from 'electron';
import { pageUrl } from './page-file.ts';

/** Two processes start at a lock, which takes a slow computer more than a second. */
const patienceMs = 4000;

/**
 * Loads the page anew in a fresh process, by way of an empty page: each is of another site than the
 * one before, so Chromium gives it a process of its own, and ends the one that showed mail. A
 * reload would stay in that process, and window and focus would not outlive a new window.
 */
export async function renewPage(contents: WebContents): Promise<void> {
  const emptied = contents.loadURL('about:blank').then(
    () => true,
    () => false,
  );
  // A page that hangs does not let go by itself.
  if (!(await Promise.race([emptied, wait(patienceMs, false)]))) contents.forcefullyCrashRenderer();
  await contents.loadURL(pageUrl);
  // An entry holds what was in the text fields of its page, to fill them again.
  contents.navigationHistory.clear();
}
