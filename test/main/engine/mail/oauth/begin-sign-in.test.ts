import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttpsFetch } from '../../../../../main/engine/egress/https-fetch.ts';
import { openSocket } from '../../../../../main/engine/egress/open-socket.ts';
import { beginSignIn } from '../../../../../main/engine/mail/oauth/begin-sign-in.ts';
import { renewTokens } from '../../../../../main/engine/mail/oauth/renew-tokens.ts';
import type { SignIn } from '../../../../../shared/model/sign-in.ts';
import { browseSignIn } from '../../../../support/browse-sign-in.ts';
import { type OAuthProvider, startOAuthProvider } from '../../../../support/oauth-provider.ts';
import { trustAuthority } from '../../../../support/trust-authority.ts';

let provider: OAuthProvider;
const fetch = createHttpsFetch(openSocket);
const now = Date.now;

beforeAll(async () => {
  provider = await startOAuthProvider();
  trustAuthority(provider.certificate.certificate);
});

afterAll(() => provider.stop());

function signIn(change: Partial<Extract<SignIn, { provider: 'other' }>> = {}): SignIn {
  return {
    provider: 'other',
    clientId: provider.clientId,
    clientSecret: '',
    person: '',
    issuer: provider.issuer,
    scope: 'openid offline_access',
    ...change,
  };
}

async function begin(from = signIn(), signal = new AbortController().signal) {
  const begun = await beginSignIn(from, 'world', { permitted: () => fetch, now, signal });
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  return begun.value;
}

it('signs somebody in with a real provider, and renews what it gave', async () => {
  const { url, tokens } = await begin();
  const page = await browseSignIn(url, { login: 'world' });
  expect(page.html).toContain('go back to Fumibako');
  const given = await tokens;
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  expect(given.value.expiresAt).toBeGreaterThan(now() + 3_000_000);
  const renewed = await renewTokens(signIn(), given.value, { fetch, now });
  if (!renewed.ok) throw new Error(JSON.stringify(renewed.error));
  expect(renewed.value.accessToken).not.toBe(given.value.accessToken);
});

it('says what the provider said when somebody declines', async () => {
  const { url, tokens } = await begin();
  await browseSignIn(url, { login: 'world', declines: true });
  expect(await tokens).toMatchObject({
    error: { code: 'sign-in-refused', detail: expect.stringContaining('access_denied') },
  });
});

it('takes no page for the one that it waits for but that', async () => {
  const { url, tokens } = await begin();
  const redirect = new URL(url).searchParams.get('redirect_uri') ?? '';
  for (const strange of ['?code=stolen&state=guessed', 'favicon.ico', '']) {
    const page = await browseSignIn(new URL(strange, redirect).href, { login: 'world' });
    expect(page.status).toBe(400);
  }
  expect((await browseSignIn(url, { login: 'world' })).status).toBe(200);
  expect((await tokens).ok).toBe(true);
});

it('gives nobody a token for a code that another verifier was made for', async () => {
  const [one, other] = [await begin(), await begin()];
  const swapped = new URL(one.url);
  const wanted = new URL(other.url).searchParams.get('code_challenge') ?? '';
  swapped.searchParams.set('code_challenge', wanted);
  await browseSignIn(swapped.href, { login: 'world' });
  expect(await one.tokens).toMatchObject({
    error: { code: 'sign-in-refused', detail: expect.stringContaining('invalid_grant') },
  });
});

it('ends when it is given up, and listens no more', async () => {
  const ending = new AbortController();
  const { url, tokens } = await begin(signIn(), ending.signal);
  ending.abort();
  expect(await tokens).toMatchObject({ error: { code: 'cancelled' } });
  const redirect = new URL(url).searchParams.get('redirect_uri') ?? '';
  await expect(browseSignIn(redirect, { login: 'world' })).rejects.toThrow('ECONNREFUSED');
});

it.each([
  ['google', 'accounts.google.com', '127.0.0.1', 'https://mail.google.com/'],
  ['microsoft', 'login.microsoftonline.com', 'localhost', 'offline_access'],
] as const)(
  'sends people to the page of %s with a challenge',
  async (name, host, loopback, scope) => {
    const ending = new AbortController();
    const from: SignIn =
      name === 'google'
        ? { provider: name, clientId: 'a-client', clientSecret: 'its-secret', person: '' }
        : {
            provider: name,
            clientId: 'a-client',
            tenant: 'minato.example',
            person: 'hana@minato.example',
          };
    const { url } = await begin(from, ending.signal);
    ending.abort();
    const { hostname, searchParams } = new URL(url);
    expect(hostname).toBe(host);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    expect(searchParams.get('code_challenge')).toHaveLength(43);
    expect(searchParams.get('login_hint')).toBe(
      name === 'google' ? 'world' : 'hana@minato.example',
    );
    expect(searchParams.get('scope')).toContain(scope);
    expect(new URL(searchParams.get('redirect_uri') ?? '').hostname).toBe(loopback);
    expect(url).not.toContain('its-secret');
  },
);
