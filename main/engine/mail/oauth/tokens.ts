import type { TokenEndpointResponse } from 'oauth4webapi';
import { z } from 'zod';

/** What a provider lets us in with (RFC 6749 1.4, 1.5), and where it gives out the next. */
export const Tokens = z.object({
  accessToken: z.string(),
  /** Milliseconds since 1970; null where the provider does not say. */
  expiresAt: z.number().nullable(),
  /** Null where the provider gives none: when the access token ends, somebody signs in again. */
  refreshToken: z.string().nullable(),
  tokenEndpoint: z.url({ protocol: /^https$/ }),
});
export type Tokens = Readonly<z.infer<typeof Tokens>>;

/** RFC 6749 5.1. A refresh token that no new one comes for stays good (6). */
export function toTokens(
  response: TokenEndpointResponse,
  before: Pick<Tokens, 'tokenEndpoint' | 'refreshToken'>,
  now: number,
): Tokens {
  return {
    accessToken: response.access_token,
    expiresAt: response.expires_in === undefined ? null : now + response.expires_in * 1000,
    refreshToken: response.refresh_token ?? before.refreshToken,
    tokenEndpoint: before.tokenEndpoint,
  };
}

/** Renewed while it still lets us in, so that no login is wasted on it: milliseconds. */
const renewedBefore = 5 * 60_000;

export function isAboutToEnd({ expiresAt }: Tokens, now: number): boolean {
  return expiresAt !== null && expiresAt - now < renewedBefore;
}
