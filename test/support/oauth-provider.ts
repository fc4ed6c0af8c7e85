import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import Provider from 'oidc-provider';
import { type TestCertificate, testCertificate } from './certificate.ts';

export type OAuthProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly certificate: TestCertificate;
  /** Where a mail server asks whether a token is good (RFC 7662), with its own credentials in it. */
  readonly introspection: string;
  /** Which mailbox a token opens; null where it is not good. */
  readonly mailboxOf: (accessToken: string) => Promise<string | null>;
  /** How often a refresh token was turned in. */
  readonly renewals: () => number;
  /** Every access token is refused from now on, whatever it says about its end. */
  readonly endAccess: () => Promise<void>;
  /** Neither an access token nor a refresh token of now is taken any more. */
  readonly withdraw: () => Promise<void>;
  /** Answers to whoever turns in a token, instead of a new one. */
  readonly trouble: { status?: number };
  readonly stop: () => Promise<void>;
};

const mailServer = { id: 'mail-server', secret: 'the-secret-of-the-mail-server' };

/**
 * A real OAuth 2 authorization server with OpenID Connect on a loopback port. Who signs in is given
 * the mailbox of the same name, or a shared one as its delegate.
 */
export async function startOAuthProvider(
  options: { readonly delegates?: Readonly<Record<string, string>> } = {},
): Promise<OAuthProvider> {
  const mailboxOf = (login: string) => options.delegates?.[login] ?? login;
  const certificate = await testCertificate();
  const sockets = new Set<Socket>();
  const trouble: OAuthProvider['trouble'] = {};
  const tokens = new Set<string>();
  let renewals = 0;
  const server = createServer({ key: certificate.key, cert: certificate.certificate });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `https://127.0.0.1:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'fumibako',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
      {
        client_id: mailServer.id,
        client_secret: mailServer.secret,
        redirect_uris: [],
        grant_types: [],
        response_types: [],
      },
    ],
    cookies: { keys: ['a-key-of-the-test'] },
    features: {
      devInteractions: { enabled: true },
      introspection: { enabled: true, allowedPolicy: () => true },
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: (_, token) => ({
      mailbox: mailboxOf('accountId' in token ? `${token.accountId}` : ''),
    }),
    pkce: { required: () => true },
    rotateRefreshToken: true,
    ttl: {
      AccessToken: 3600,
      IdToken: 3600,
      RefreshToken: 86_400,
      Session: 60,
      Grant: 86_400,
      Interaction: 60,
      AuthorizationCode: 60,
    },
  });
  provider.on('access_token.saved', ({ jti }: { readonly jti: string }) => tokens.add(jti));
  provider.on('grant.success', ({ oidc }) => {
    if (oidc.params?.grant_type === 'refresh_token') renewals += 1;
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (trouble.status === undefined || request.url !== '/token')
      return void answer(request, response);
    response.writeHead(trouble.status).end();
  });

  async function each(work: (token: InstanceType<Provider['AccessToken']>) => Promise<void>) {
    for (const jti of tokens) {
      const token = await provider.AccessToken.find(jti);
      if (token !== undefined) await work(token);
    }
  }

  return {
    issuer,
    clientId: 'fumibako',
    certificate,
    introspection: `https://${mailServer.id}:${mailServer.secret}@127.0.0.1:${port}/token/introspection`,
    async mailboxOf(accessToken) {
      const token = await provider.AccessToken.find(accessToken);
      return token === undefined ? null : mailboxOf(token.accountId);
    },
    renewals: () => renewals,
    endAccess: () => each((token) => token.destroy()),
    withdraw: () =>
      each(async (token) => {
        if (token.grantId !== undefined) await provider.RefreshToken.revokeByGrantId(token.grantId);
        await token.destroy();
      }),
    trouble,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
