import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import { expect, it, onTestFinished } from 'vitest';
import { startOAuthNewsroom } from '../support/oauth-newsroom.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { chooseLook } from './support/choose-look.ts';
import { launchApp } from './support/launch-app.ts';
import { checkScreen } from './support/screens/check-screen.ts';
import { createProfile, fillServer, trustBothServers } from './support/set-up.ts';

const inEnglish = { locale: 'en', theme: 'light' } as const;
const inJapanese = { locale: 'ja', theme: 'dark' } as const;

/** The environment of a desk whose system browser somebody signs in with, and whose IT desk vouches for the provider. */
function desk(login: string, certificate: string) {
  const folder = temporaryFolder();
  const program = fileURLToPath(new URL('../support/browser-program.ts', import.meta.url));
  const opener = join(folder, 'xdg-open');
  writeFileSync(opener, `#!/bin/sh\nexec "${process.execPath}" "${program}" "${login}" "$1"\n`);
  chmodSync(opener, 0o755);
  writeFileSync(join(folder, 'provider.pem'), certificate);
  return {
    PATH: `${folder}:${process.env.PATH}`,
    NODE_EXTRA_CA_CERTS: join(folder, 'provider.pem'),
  };
}

it('signs in with the system browser, and again when the provider has withdrawn it', async () => {
  const newsroom = await startOAuthNewsroom({
    ...{ user: 'editor', mechanisms: 'xoauth2', delegates: { hana: 'editor' } },
  });
  const { provider, dovecot, smtp } = newsroom;
  dovecot.deliver(
    'editor',
    'From: Hana <hana@example.com>\r\nSubject: A question\r\n\r\nWhen?\r\n',
  );
  const environment = desk('hana', provider.certificate.certificate);
  const app = await launchApp({ userData: temporaryFolder(), environment });
  onTestFinished(async () => {
    await app.quit();
    await newsroom.stop();
  });
  const { page } = app;
  page.setDefaultTimeout(15_000);
  await createProfile(page);
  await page.evaluate(axe.source);
  await page.getByRole('navigation', { name: 'Sections' }).getByText('Website editor').click();
  await page.getByRole('button', { name: 'Set up this mailbox' }).click();
  await page.getByLabel('Address', { exact: true }).fill('editor@minato.example');
  await page.getByText('Another provider').click();
  await page.getByRole('button', { name: 'Sign in with the browser' }).click();
  await page.getByText('Fill this in.').first().waitFor();
  await page.getByLabel('Issuer').fill(provider.issuer);
  await page.getByLabel('Client ID').fill(provider.clientId);
  await page.getByLabel('Who signs in').fill('hana');
  const imap = { host: dovecot.host, port: dovecot.imapsPort, user: 'editor' };
  await fillServer(page, 'Incoming mail (IMAP)', imap);
  const outgoing = page.getByRole('group', { name: 'Outgoing mail (SMTP)', exact: true });
  await outgoing.getByLabel('Server').fill(smtp.host);
  await outgoing.getByLabel('Port').fill(String(smtp.port));
  await checkScreen(app, 'sign-in-form', inEnglish);
  await chooseLook(page, inJapanese);
  await checkScreen(app, 'sign-in-form', inJapanese);
  await chooseLook(page, inEnglish);
  await page.getByRole('button', { name: 'Sign in with the browser' }).click();
  await page.getByText('Signed in.').waitFor();
  // The test runs by itself then.
  await trustBothServers(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('option', { name: /A question/ }).waitFor();

  await provider.withdraw();
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText('no longer accepts this sign-in').first().waitFor();
  await checkScreen(app, 'sign-in-expired', inEnglish);
  await page.keyboard.press('Control+,');
  await page
    .locator('[data-pane=settings-pages]')
    .getByRole('button', { name: 'Website editor' })
    .first()
    .click();
  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.getByText('The Website editor mailbox has been saved.').waitFor();
  await page.getByText('no longer accepts this sign-in').waitFor({ state: 'hidden' });
  expect(provider.renewals()).toBe(0);
});
