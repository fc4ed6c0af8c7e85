import axe from 'axe-core';
import { expect, it, onTestFinished } from 'vitest';
import { startDovecot } from '../support/dovecot.ts';
import { meddlingProxy, refusing } from '../support/meddling-proxy.ts';
import { startSmtpServer } from '../support/smtp-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { chooseLook } from './support/choose-look.ts';
import { launchApp } from './support/launch-app.ts';
import { checkScreen } from './support/screens/check-screen.ts';
import { createProfile, setUpMailbox } from './support/set-up.ts';

const user = 'editor';

it('repeats what a mail server says beside its section, and connects anew on another network', async () => {
  const dovecot = await startDovecot([user]);
  dovecot.deliver(user, 'From: Hana <hana@example.com>\r\nSubject: A question\r\n\r\nWhen?\r\n');
  const smtp = await startSmtpServer();
  const { login, meddling, connections } = await meddlingProxy(dovecot, user);
  const app = await launchApp({ userData: temporaryFolder() });
  onTestFinished(async () => {
    await app.quit();
    await smtp.stop();
    await dovecot.stop();
  });
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await createProfile(page);
  await page.evaluate(axe.source);
  meddling.rewrite = (line) =>
    line.replace(/^\* SEARCH/, '* OK [ALERT] The server moves on Friday evening\r\n* SEARCH');
  await setUpMailbox(page, 'Website editor', {
    senderName: 'Minato Editor',
    senderAddress: 'editor@minato.example',
    imap: { ...login, user, password: dovecot.password },
    smtp,
  });
  await page.getByText('The server says: The server moves on Friday evening').waitFor();
  await checkScreen(app, 'server-alert', { locale: 'en', theme: 'light' });

  const made = connections();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect.poll(connections).toBeGreaterThan(made);
  await page.getByText(/^Updated/).waitFor();

  meddling.refuse = refusing(/ (LOGIN|AUTHENTICATE)/i, 'NO [LIMIT] Maximum number of connections');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('limit of connections or requests is reached').waitFor();
  await page.getByText('Server’s words: Maximum number of connections').waitFor();
  await page.getByText(/^Last updated/).waitFor();
  await page.getByRole('button', { name: 'Hide the server’s message' }).click();
  await page.getByText('The server says').waitFor({ state: 'hidden' });
  await chooseLook(page, { locale: 'ja', theme: 'dark' });
  await page.getByText('接続数または要求数の上限').waitFor();
  await checkScreen(app, 'server-refusal', { locale: 'ja', theme: 'dark' });

  meddling.refuse = () => null;
  await page.getByRole('button', { name: 'ウェブ編集部を再試行' }).click();
  await page.getByText('接続数または要求数の上限').waitFor({ state: 'hidden' });
});
