/**
 * The composer in the real window: from the key press to the field on screen and ready, and from each
 * key to the frame that shows its sign, below a letter of 5 MB. A frame comes each 16.7 ms.
 */
import type { Page } from 'playwright';
import type { RunningApp } from '../../e2e/support/launch-app.ts';
import { letter } from '../../e2e/support/letters.ts';
import { readerAddress, sectionUser, startNewsroom } from '../../e2e/support/newsroom.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/temporary-folder.ts';
import { p95 } from '../p95.ts';

export type ComposerLatency = {
  readonly composerP95Ms: number;
  /** The first since the start, with cold code. */
  readonly firstComposerMs: number;
  readonly typingP95Ms: number;
  /** A text field with nothing around it, in the same window: the floor of the machine. */
  readonly bareTypingP95Ms: number;
};

// A busy day's: of few, the p95 would be the slowest of the first ones, whose code is cold.
const openings = 120;
const keys = 400;
const historyBytes = 5_000_000;

/** The window must be the only one that works: what else the machine does is in the figures. */
export async function measureComposer(): Promise<ComposerLatency> {
  const userData = makeTemporaryFolder();
  const newsroom = await startNewsroom();
  let app: RunningApp | null = null;
  try {
    const line = 'The harbour bridge was built in the year that the article names, was it not?\r\n';
    const from = `Mika Mori <${readerAddress}>`;
    const long = line.repeat(Math.ceil(historyBytes / line.length));
    const short = line.repeat(20);
    for (const [subject, text] of [['Short', short] as const, ['Long', long] as const]) {
      const mail = letter({ from, subject, text, messageId: `${subject}@reader.example` });
      newsroom.dovecot.deliver(sectionUser, mail);
    }
    app = await newsroom.startApp(userData);
    const { page } = app;
    await page.evaluate(watchFrames);
    await open(page, 'Short');
    const composer: number[] = [];
    for (let count = 0; count < openings; count += 1) composer.push(await openComposer(page));
    await open(page, 'Long');
    await page.keyboard.press('r');
    await page.getByText('The whole message follows below your reply.').waitFor();
    const typing = await typeKeys(page, 'form textarea');
    await page.evaluate(() => {
      const bare = document.createElement('textarea');
      bare.id = 'bare';
      document.body.append(bare);
      bare.focus();
    });
    const bareTyping = await typeKeys(page, '#bare');
    return {
      composerP95Ms: p95(composer),
      firstComposerMs: composer[0] ?? Number.NaN,
      typingP95Ms: p95(typing),
      bareTypingP95Ms: p95(bareTyping),
    };
  } finally {
    await app?.quit();
    await newsroom.stop();
    removeFolder(userData);
  }
}

async function open(page: Page, subject: string): Promise<void> {
  await page.getByRole('option').filter({ hasText: subject }).click();
  await page.locator('[data-pane=reading] h2').filter({ hasText: subject }).waitFor();
  await page.locator('[data-quotable]').getByText('The harbour bridge').first().waitFor();
}

/** In the page: `painted(test)` is the time of the first frame on screen in which the test holds. */
function watchFrames(): void {
  let pressedAt = 0;
  window.addEventListener(
    'keydown',
    (event) => {
      pressedAt = event.timeStamp;
    },
    true,
  );
  const painted = (test: () => boolean) =>
    new Promise<number>((resolve) => {
      const look = (): void => {
        requestAnimationFrame(() => {
          if (!test()) {
            look();
            return;
          }
          // The task behind a frame's own runs when that frame is drawn.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressedAt);
          port2.postMessage(null);
        });
      };
      look();
    });
  Object.assign(window, { painted });
}

type Watched = { readonly painted: (test: () => boolean) => Promise<number> };

async function openComposer(page: Page): Promise<number> {
  const shown = page.evaluate(() =>
    (window as unknown as Watched).painted(
      () => document.activeElement?.matches('form textarea') === true,
    ),
  );
  await page.keyboard.press('r');
  const ms = await shown;
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('> '));
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('form textarea') === null);
  return ms;
}

async function typeKeys(page: Page, field: string): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < keys; count += 1) {
    const shown = page.evaluate(
      ({ selector, length }) =>
        (window as unknown as Watched).painted(
          () => (document.querySelector<HTMLTextAreaElement>(selector)?.value.length ?? 0) > length,
        ),
      { selector: field, length: count },
    );
    await page.keyboard.press('abcdefgh '[count % 9] ?? ' ');
    times.push(await shown);
  }
  return times;
}
