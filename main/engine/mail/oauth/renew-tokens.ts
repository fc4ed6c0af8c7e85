import * as oauth from 'oauth4webapi';
import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { SignIn } from '../../../../shared/model/sign-in.ts';
import type { HttpsFetch } from '../../egress/https-fetch.ts';
import { clientOf } from './provider.ts';
import { toSignInError } from './sign-in-error.ts';
import { type Tokens, toTokens } from './tokens.ts';

export type RenewOptions = {
  readonly fetch: HttpsFetch;
  readonly now: () => number;
  readonly signal?: AbortSignal;
};

/** Asks for a new access token (RFC 6749 6). `sign-in-expired` where somebody has to sign in again. */
export async function renewTokens(
  signIn: SignIn,
  tokens: Tokens,
  { fetch, now, signal }: RenewOptions,
): Promise<Result<Tokens>> {
  const { refreshToken, tokenEndpoint } = tokens;
  if (refreshToken === null) return failure('sign-in-expired');
  const { client, authentication } = clientOf(signIn);
  const server: oauth.AuthorizationServer = {
    // An answer may name it in an ID token, which nothing here goes by.
    issuer: signIn.provider === 'other' ? signIn.issuer : tokenEndpoint,
    token_endpoint: tokenEndpoint,
  };
  try {
    const answer = await oauth.refreshTokenGrantRequest(
      server,
      client,
      authentication,
      refreshToken,
      { [oauth.customFetch]: fetch, ...(signal === undefined ? {} : { signal }) },
    );
    const response = await oauth.processRefreshTokenResponse(server, client, answer);
    return success(toTokens(response, tokens, now()));
  } catch (error) {
    // RFC 6749 5.2: the refresh token was withdrawn or has ended.
    const hasEnded = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
    if (hasEnded) return failure('sign-in-expired');
    return { ok: false, error: toSignInError(error, tokenEndpoint) };
  }
}
