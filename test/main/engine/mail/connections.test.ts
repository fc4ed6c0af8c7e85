import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createHttpsFetch } from '../../../../main/engine/egress/https-fetch.ts';
import { openSocket as connect } from '../../../../main/engine/egress/open-socket.ts';
import type { Account } from '../../../../main/engine/mail/account.ts';
import { createConnections } from '../../../../main/engine/mail/connections.ts';
import { beginSignIn } from '../../../../main/engine/mail/oauth/begin-sign-in.ts';
import { findAccount, renewTokensOf, saveAccount } from '../../../../main/engine/store/account.ts';
import { browseSignIn } from '../../../support/browse-sign-in.ts';
import { type Dovecot, startDovecot } from '../../../support/dovecot.ts';
import { type OAuthNewsroom, startOAuthNewsroom } from '../../../support/oauth-newsroom.ts';
import type { OAuthProvider } from '../../../support/oauth-provider.ts';
import { sectionDatabase } from '../../../support/section-database.ts';
import type { SmtpServer } from '../../../support/smtp-server.ts';
import { accountOf, loginTo } from '../../../support/sync-harness.ts';
import { trustAuthority } from '../../../support/trust-authority.ts';

let newsroom: OAuthNewsroom;
let provider: OAuthProvider;
let dovecot: Dovecot;
let smtp: SmtpServer;
let now = Date.now();

beforeAll(async () => {
  newsroom = await startOAuthNewsroom({
    ...{ user: 'world', mechanisms: 'oauthbearer', delegates: { hana: 'newsroom' } },
  });
  ({ provider, dovecot, smtp } = newsroom);
  trustAuthority(provider.certificate.certificate);
});

afterAll(() => newsroom.stop());

const oauth = () => ({
  introspection: provider.introspection,
  certificate: provider.certificate.certificate,
});

/** An account that somebody has just signed in to, in a store. */
async function signedIn({ at = dovecot, login = 'world', user = 'world' } = {}) {
  const signIn = {
    provider: 'other' as const,
    clientId: provider.clientId,
    ...{ clientSecret: '', person: '', issuer: provider.issuer, scope: 'openid offline_access' },
  };
  const permitted = () => createHttpsFetch(connect);
  const { signal } = new AbortController();
  const begun = await beginSignIn(signIn, 'world', { permitted, now: () => now, signal });
  if (!begun.ok) throw new Error(begun.error.code);
  await browseSignIn(begun.value.url, { login });
  const tokens = await begun.value.tokens;
  if (!tokens.ok) throw new Error(tokens.error.code);
  const imap = { ...loginTo(at, user), password: null };
  const account: Account = {
    ...accountOf(imap),
    smtp: {
      ...{ ...imap, port: smtp.port },
      trustedFingerprint: smtp.certificate.fingerprint,
      trustedCertificate: smtp.certificate.certificate,
    },
    signIn,
    tokens: tokens.value,
  };
  const db = sectionDatabase();
  saveAccount(db, account);
  const connections = createConnections({
    account: () => findAccount(db),
    keepTokens: (before, renewed) => renewTokensOf(db, before, renewed),
    connect,
    now: () => now,
  });
  onTestFinished(connections.stop);
  const openImap = async () => {
    const opened = await connections.openImap(account.imap, {});
    if (opened.ok) opened.value.close();
    return opened.ok ? 'opened' : opened.error.code;
  };
  const openSmtp = async () => {
    const opened = await connections.openSmtp(account.smtp, signal);
    if (opened.ok) opened.value.connection.close();
    return opened.ok ? 'opened' : opened.error.code;
  };
  const openSecond = () => connections.openSecond(account.imap, {});
  const renewals = provider.renewals();
  return {
    db,
    tokens: tokens.value,
    openImap,
    openSmtp,
    openSecond,
    renewals: () => provider.renewals() - renewals,
  };
}

it('signs in to both servers with an access token', async () => {
  const { openImap, openSmtp, renewals } = await signedIn();
  expect(await Promise.all([openImap(), openSmtp()])).toEqual(['opened', 'opened']);
  expect(renewals()).toBe(0);
});

it('signs a delegate in to a shared mailbox by XOAUTH2, and nobody else', async () => {
  const shared = await startDovecot(['newsroom'], {
    oauth: { ...oauth(), mechanisms: 'xoauth2' },
  });
  onTestFinished(() => shared.stop());
  const hana = await signedIn({ at: shared, login: 'hana', user: 'newsroom' });
  expect(await hana.openImap()).toBe('opened');
  const other = await signedIn({ at: shared, login: 'kenji', user: 'newsroom' });
  expect(await other.openImap()).toBe('sign-in-refused');
  expect(other.renewals()).toBe(1);
});

it('says that a server takes no token', async () => {
  const plain = await startDovecot(['world']);
  onTestFinished(() => plain.stop());
  const account = await signedIn({ at: plain });
  expect(await account.openImap()).toBe('sign-in-refused');
});

it('renews a token that is about to end before it is shown, once for all that wait for it', async () => {
  const { db, tokens, openImap, openSmtp, renewals } = await signedIn();
  now += 58 * 60_000;
  onTestFinished(() => {
    now -= 58 * 60_000;
  });
  expect(await Promise.all([openImap(), openSmtp(), openImap()])).toEqual(Array(3).fill('opened'));
  expect(renewals()).toBe(1);
  expect(findAccount(db)?.tokens?.accessToken).not.toBe(tokens.accessToken);
  expect(findAccount(db)?.tokens?.refreshToken).not.toBe(tokens.refreshToken);
});

it.each(['openImap', 'openSmtp'] as const)(
  'renews a token that a server refuses, and tries once more: %s',
  async (open) => {
    const account = await signedIn();
    await provider.endAccess();
    expect(await account[open]()).toBe('opened');
    expect(account.renewals()).toBe(1);
  },
);

it('asks somebody to sign in again where the provider has withdrawn it', async () => {
  const { openImap, openSmtp } = await signedIn();
  await provider.withdraw();
  expect(await openImap()).toBe('sign-in-expired');
  expect(await openSmtp()).toBe('sign-in-expired');
});

it('goes on with the new tokens where the store does not take them', async () => {
  const { db, openImap, renewals } = await signedIn();
  db.exec(`CREATE TRIGGER full BEFORE UPDATE ON account BEGIN SELECT RAISE(ABORT, 'full'); END`);
  await provider.endAccess();
  expect(await openImap()).toBe('opened');
  await provider.endAccess();
  db.exec('DROP TRIGGER full');
  expect(await openImap()).toBe('opened');
  expect(renewals()).toBe(2);
});

it('waits for a provider that has trouble of its own, and signs nobody out for it', async () => {
  const { openImap } = await signedIn();
  await provider.endAccess();
  provider.trouble.status = 503;
  expect(await openImap()).toBe('sign-in-unavailable');
  delete provider.trouble.status;
  expect(await openImap()).toBe('opened');
});

it('opens one connection beside the sync’s own, and the next when it was closed', async () => {
  const { openSecond, openImap } = await signedIn();
  const first = await openSecond();
  if (!first.ok) throw new Error(first.error.code);
  let isOpen = false;
  const next = openSecond().then((opened) => {
    isOpen = true;
    return opened;
  });
  expect(await openImap()).toBe('opened');
  expect(isOpen).toBe(false);
  first.value.close();
  const second = await next;
  if (second.ok) await second.value.logout();
  expect(second.ok).toBe(true);
  const third = await openSecond();
  if (third.ok) third.value.close();
  expect(third.ok).toBe(true);
});
