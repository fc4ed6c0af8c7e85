import { writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebContents } from 'electron';

const pollMs = 200;
const settleMs = 500;
const limitMs = 60_000;

/** Writes a PNG of the page once its mail is there, or after a minute as it is. */
export async function takeScreenshot(contents: WebContents, path: string): Promise<void> {
  for (let waited = 0; waited < limitMs; waited += pollMs) {
    const isReady: unknown = await contents.executeJavaScript(
      `document.querySelector('[role=option]') !== null &&
        document.querySelector('[role=progressbar]') === null`,
    );
    if (isReady === true) break;
    await wait(pollMs);
  }
  // Fonts and the first transition.
  await wait(settleMs);
  const image = await contents.capturePage();
  await writeFile(path, image.toPNG());
}
