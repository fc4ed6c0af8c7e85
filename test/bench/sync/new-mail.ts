/*
 * New mail in the real window: from its delivery until its line is on the page. Dovecot announces it
 * over loopback to a connection that idles.
 */
import type { Page } from 'playwright';
import { letter } from '../../e2e/support/letters.ts';
import { sectionUser, startNewsroom } from '../../e2e/support/newsroom.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/temporary-folder.ts';

const deliveries = 60;
/** In milliseconds: longer than a letter takes, so that each is announced by itself. */
const between = 400;

/** Milliseconds of each. */
export async function measureNewMail(): Promise<number[]> {
  const userData = makeTemporaryFolder();
  const newsroom = await startNewsroom();
  const deliver = (subject: string) =>
    newsroom.dovecot.deliver(
      sectionUser,
      letter({
        ...{ from: 'Mika Mori <mika@reader.example>', subject, text: 'When is it?' },
        messageId: `${subject.replace(' ', '-')}@reader.example`,
      }),
    );
  try {
    deliver('First');
    const app = await newsroom.startApp(userData);
    try {
      await app.page.getByRole('option').filter({ hasText: 'First' }).waitFor();
      const times: number[] = [];
      for (let index = 1; index <= deliveries; index += 1) {
        await new Promise((resolve) => setTimeout(resolve, between));
        const subject = `Letter ${index}`;
        await watchFor(app.page, subject);
        const delivered = Date.now();
        deliver(subject);
        times.push((await whenShown(app.page)) - delivered);
      }
      return times;
    } finally {
      await app.quit();
    }
  } finally {
    await newsroom.stop();
    removeFolder(userData);
  }
}

/** Has the page note the time at which a letter's line is in its list. */
function watchFor(page: Page, subject: string): Promise<void> {
  return page.evaluate((wanted) => {
    const shown = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        const rows = [...document.querySelectorAll('[role=option]')];
        if (!rows.some((row) => row.textContent?.includes(wanted))) return;
        observer.disconnect();
        resolve(Date.now());
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    Object.assign(window, { shown: { at: shown } });
  }, subject);
}

function whenShown(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { shown: { at: Promise<number> } }).shown.at);
}
