/*
 * New mail in the real window: from its delivery until its line is on the page. Dovecot announces it
 * over loopback to a connection that idles, half a second after it came: a bare connection beside the
 * app's shows how much of it is the server's.
 */
import { once } from 'node:events';
import type { Page } from 'playwright';
import { openSocket } from '../../../main/engine/egress/open-socket.ts';
import { openImap } from '../../../main/engine/mail/imap/open-imap.ts';
import { letter } from '../../e2e/support/letters.ts';
import { sectionUser, startNewsroom } from '../../e2e/support/newsroom.ts';
import { loginTo } from '../../support/sync-harness.ts';
import { makeTemporaryFolder, removeFolder } from '../../support/temporary-folder.ts';

const deliveries = 60;
/** In milliseconds: longer than a letter takes, so that each is announced by itself. */
const between = 400;

/** Milliseconds of each delivery. */
export type NewMail = {
  readonly inWindow: readonly number[];
  readonly announced: readonly number[];
};

export async function measureNewMail(): Promise<NewMail> {
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
      const bare = await openImap(loginTo(newsroom.dovecot, sectionUser), { connect: openSocket });
      if (!bare.ok) throw new Error(bare.error.code);
      const client = bare.value;
      const lock = await client.getMailboxLock('INBOX');
      lock.release();
      const inWindow: number[] = [];
      const announced: number[] = [];
      for (let index = 1; index <= deliveries; index += 1) {
        await new Promise((resolve) => setTimeout(resolve, between));
        const subject = `Letter ${index}`;
        await watchFor(app.page, subject);
        const delivered = Date.now();
        const told = once(client, 'exists').then(() => Date.now());
        deliver(subject);
        inWindow.push((await whenShown(app.page)) - delivered);
        announced.push((await told) - delivered);
      }
      await client.logout();
      return { inWindow, announced };
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
