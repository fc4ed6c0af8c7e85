import { afterAll, beforeAll, expect, it } from 'vitest';
import { hasPassed } from '../../../../renderer/settings/report-outcome.ts';
import type { AccountSettings } from '../../../../shared/model/account.ts';
import { browseSignIn } from '../../../support/browse-sign-in.ts';
import type { Dovecot } from '../../../support/dovecot.ts';
import { testEngine } from '../../../support/engine.ts';
import { type OAuthNewsroom, startOAuthNewsroom } from '../../../support/oauth-newsroom.ts';
import type { OAuthProvider } from '../../../support/oauth-provider.ts';
import type { SmtpServer } from '../../../support/smtp-server.ts';
import { loginTo } from '../../../support/sync-harness.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { trustAuthority } from '../../../support/trust-authority.ts';
import { waitFor } from '../../../support/wait-for.ts';

const sectionId = 'world-services';
const passwords = { imap: null, smtp: null };
let newsroom: OAuthNewsroom;
let provider: OAuthProvider;
let dovecot: Dovecot;
let smtp: SmtpServer;

beforeAll(async () => {
  newsroom = await startOAuthNewsroom({ user: 'world', mechanisms: 'oauthbearer' });
  ({ provider, dovecot, smtp } = newsroom);
  trustAuthority(provider.certificate.certificate);
});

afterAll(() => newsroom.stop());

function accountSettings(): AccountSettings {
  const { password: _, trustedCertificate: __, ...imap } = loginTo(dovecot, 'world');
  return {
    senderName: 'World Services',
    senderAddress: 'world@minato.example',
    imap,
    smtp: { ...imap, port: smtp.port, trustedFingerprint: smtp.certificate.fingerprint },
    signIn: {
      provider: 'other',
      clientId: provider.clientId,
      ...{ clientSecret: '', person: '', issuer: provider.issuer, scope: 'openid offline_access' },
    },
  };
}

function openEngine() {
  const engine = testEngine(temporaryFolder());
  const { ask } = engine;
  const settings = accountSettings();
  const { signIn } = settings;
  if (signIn === undefined) throw new Error('a sign-in is what this is about');
  return {
    ...engine,
    settings,
    signIn,
    create: () =>
      ask('session.create', { name: 'Hana Ito', passphrase: 'lantern ferry orchard nine' }),
    async browse() {
      const { url } = await ask('signIn.begin', { sectionId, signIn, user: 'world' });
      const finished = ask('signIn.finish', { sectionId });
      await browseSignIn(url, { login: 'world' });
      await finished;
    },
    async phase() {
      const sections = await ask('section.list', null);
      return sections.find(({ id }) => id === sectionId)?.sync?.phase;
    },
  };
}

it('signs in, tests, saves and syncs without a password', async () => {
  const { create, browse, ask, phase, settings } = openEngine();
  await create();
  await browse();
  const report = await ask('account.test', { sectionId, settings, passwords });
  expect(hasPassed(report)).toBe(true);
  await ask('account.save', { sectionId, settings, passwords });
  await waitFor('the sync', async () => (await phase()) === 'live');
  expect(await ask('account.get', { sectionId })).toEqual(settings);
  // A change of anything else needs no browser.
  const renamed = { ...settings, senderName: 'The news desk' };
  expect(hasPassed(await ask('account.test', { sectionId, settings: renamed, passwords }))).toBe(
    true,
  );
  await ask('account.save', { sectionId, settings: renamed, passwords });
  await waitFor('the sync', async () => (await phase()) === 'live');
});

it('gives no token to another server, nor by another sign-in, than it was given for', async () => {
  const { create, browse, ask, fail, settings, signIn } = openEngine();
  await create();
  expect(await fail('account.save', { sectionId, settings, passwords })).toEqual({
    code: 'sign-in-needed',
  });
  await browse();
  await ask('account.save', { sectionId, settings, passwords });
  for (const changed of [
    { ...settings, imap: { ...settings.imap, host: 'localhost' } },
    { ...settings, smtp: { ...settings.smtp, user: 'editor' } },
    { ...settings, signIn: { ...signIn, clientId: 'another' } },
  ]) {
    expect(await fail('account.save', { sectionId, settings: changed, passwords })).toEqual({
      code: 'sign-in-needed',
    });
    const report = await ask('account.test', { sectionId, settings: changed, passwords });
    expect(report.smtp.checks).toContainEqual({
      step: 'login',
      outcome: 'failed',
      error: { code: 'sign-in-needed' },
    });
  }
  // Nor has the account a password to go back to.
  const { signIn: _, ...byPassword } = settings;
  expect(await fail('account.save', { sectionId, settings: byPassword, passwords })).toEqual({
    code: 'password-needed',
  });
});

it('stops and says so when the provider has withdrawn the sign-in, until somebody signs in again', async () => {
  const { create, browse, ask, phase, settings } = openEngine();
  await create();
  await browse();
  await ask('account.save', { sectionId, settings, passwords });
  await waitFor('the sync', async () => (await phase()) === 'live');
  await provider.withdraw();
  await ask('sync.reconnect', { sectionId });
  await waitFor('the refusal', async () => (await phase()) === 'stopped');
  const [section] = await ask('section.list', null);
  expect(section?.sync?.error).toEqual({ code: 'sign-in-expired' });
  await browse();
  await ask('account.save', { sectionId, settings, passwords });
  await waitFor('the sync', async () => (await phase()) === 'live');
});

it('gives up a sign-in that another takes the place of', async () => {
  const { create, ask, fail, signIn } = openEngine();
  await create();
  const first = await ask('signIn.begin', { sectionId, signIn, user: 'world' });
  const refused = fail('signIn.finish', { sectionId });
  await ask('signIn.begin', { sectionId, signIn, user: 'world' });
  expect(await refused).toEqual({ code: 'cancelled' });
  await expect(browseSignIn(first.url, { login: 'world' })).rejects.toThrow('ECONNREFUSED');
  await ask('signIn.cancel', { sectionId });
  expect(await fail('signIn.finish', { sectionId })).toEqual({ code: 'cancelled' });
});
