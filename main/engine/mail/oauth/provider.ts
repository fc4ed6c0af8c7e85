import * as oauth from 'oauth4webapi';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { SignIn } from '../../../../shared/model/sign-in.ts';
import type { HttpsFetch } from '../../egress/https-fetch.ts';

/** What to ask a provider for, and where. */
export type Provider = {
  readonly server: oauth.AuthorizationServer;
  readonly scope: string;
  /** By which name this computer is called in a redirect: each takes another at any port. */
  readonly loopback: '127.0.0.1' | 'localhost';
  /** So that it gives a refresh token. */
  readonly parameters: Readonly<Record<string, string>>;
};

/** Where a provider gives out tokens, as far as that is known without asking it. */
export function findProvider(signIn: SignIn, fetch: HttpsFetch): Promise<Provider> | Provider {
  switch (signIn.provider) {
    case 'google':
      return {
        server: {
          issuer: 'https://accounts.google.com',
          authorization_endpoint: 'https://accounts.google.com/o/oauth2/v2/auth',
          token_endpoint: 'https://oauth2.googleapis.com/token',
        },
        scope: 'https://mail.google.com/',
        loopback: '127.0.0.1',
        parameters: { access_type: 'offline', prompt: 'consent' },
      };
    case 'microsoft': {
      const place = `https://login.microsoftonline.com/${signIn.tenant}`;
      return {
        server: {
          issuer: `${place}/v2.0`,
          authorization_endpoint: `${place}/oauth2/v2.0/authorize`,
          token_endpoint: `${place}/oauth2/v2.0/token`,
        },
        scope:
          'https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access',
        loopback: 'localhost',
        parameters: { prompt: 'select_account' },
      };
    }
    case 'other':
      return discover(new URL(signIn.issuer), signIn.scope, fetch);
    default:
      return assertNever(signIn);
  }
}

/** OpenID Connect Discovery 1.0, 4. */
async function discover(issuer: URL, scope: string, fetch: HttpsFetch): Promise<Provider> {
  const answer = await oauth.discoveryRequest(issuer, { [oauth.customFetch]: fetch });
  const server = await oauth.processDiscoveryResponse(issuer, answer);
  return {
    server,
    scope,
    loopback: '127.0.0.1',
    // OpenID Connect Core 1.0, 11: offline access wants a consent each time.
    parameters: { prompt: 'consent' },
  };
}

/** Who asks: as an app on a desk, which can keep no secret, with what it was given for one. */
export function clientOf(signIn: SignIn): {
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
} {
  const secret = signIn.provider === 'microsoft' ? '' : signIn.clientSecret;
  return {
    client: { client_id: signIn.clientId },
    authentication: secret === '' ? oauth.None() : oauth.ClientSecretPost(secret),
  };
}
