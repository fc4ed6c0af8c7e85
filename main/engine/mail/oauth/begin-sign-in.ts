import * as oauth from 'oauth4webapi';
import { type Failure, failure, type Result, success } from '../../../../shared/errors.ts';
import type { SignIn } from '../../../../shared/model/sign-in.ts';
import type { HttpsFetch } from '../../egress/https-fetch.ts';
import { listenForRedirect } from '../../egress/redirect-listener.ts';
import { unlessAborted } from '../../unless-aborted.ts';
import { clientOf, findProvider } from './provider.ts';
import { toSignInError } from './sign-in-error.ts';
import { type Tokens, toTokens } from './tokens.ts';

export type BegunSignIn = {
  /** The provider's page, for the system browser. */
  readonly url: string;
  /** What came of it. Never rejects. */
  readonly tokens: Promise<Result<Tokens>>;
};

export type SignInOptions = {
  /** Before anything is asked of the provider's servers, which are these. */
  readonly permitted: (urls: readonly string[]) => HttpsFetch;
  readonly now: () => number;
  /** `cancelled` when it aborts. */
  readonly signal: AbortSignal;
};

/** Nobody takes longer, in milliseconds; what listens for a browser does not do so for ever. */
const longestSignIn = 10 * 60_000;

/**
 * Begins a sign-in by an authorization code with PKCE (RFC 6749 4.1, RFC 7636), for the system
 * browser, which comes back to this computer (RFC 8252).
 */
export async function beginSignIn(
  signIn: SignIn,
  mailboxUser: string,
  { permitted, now, signal }: SignInOptions,
): Promise<Result<BegunSignIn>> {
  const issuer = signIn.provider === 'other' ? [signIn.issuer] : [];
  try {
    const { server, scope, loopback, parameters } = await findProvider(signIn, permitted(issuer));
    const { authorization_endpoint: page, token_endpoint: tokenEndpoint } = server;
    if (page === undefined || tokenEndpoint === undefined) return failure('server-misbehaved');
    const { client, authentication } = clientOf(signIn);
    const verifier = oauth.generateRandomCodeVerifier();
    const state = oauth.generateRandomState();
    const listener = await listenForRedirect((brought) => brought.get('state') === state);
    const redirect = `http://${loopback}:${listener.port}/`;
    const url = new URL(page);
    const asked = {
      response_type: 'code',
      client_id: signIn.clientId,
      redirect_uri: redirect,
      scope,
      state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      login_hint: signIn.person === '' ? mailboxUser : signIn.person,
      ...parameters,
    };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);

    const finish = async (): Promise<Result<Tokens>> => {
      const timeout = AbortSignal.timeout(longestSignIn);
      try {
        const ending = AbortSignal.any([signal, timeout]);
        const brought = await unlessAborted(listener.parameters, ending);
        const answer = await oauth.authorizationCodeGrantRequest(
          ...[server, client, authentication],
          oauth.validateAuthResponse(server, client, brought, state),
          ...[redirect, verifier],
          { [oauth.customFetch]: permitted([tokenEndpoint]), signal },
        );
        const response = await oauth.processAuthorizationCodeResponse(server, client, answer);
        return success(toTokens(response, { tokenEndpoint, refreshToken: null }, now()));
      } catch (error) {
        if (timeout.aborted) return failure('sign-in-unfinished');
        return toFailure(error, signal, tokenEndpoint);
      } finally {
        listener.close();
      }
    };
    return success({ url: url.href, tokens: finish() });
  } catch (error) {
    // Where the provider is known beforehand, it is this computer that failed.
    return toFailure(error, signal, issuer[0] ?? 'http://127.0.0.1');
  }
}

function toFailure(error: unknown, signal: AbortSignal, url: string): Failure {
  return signal.aborted ? failure('cancelled') : { ok: false, error: toSignInError(error, url) };
}
