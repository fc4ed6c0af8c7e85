import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { HttpsFetch } from '../../egress/https-fetch.ts';
import { unlessAborted } from '../../unless-aborted.ts';
import type { Account } from '../account.ts';
import { renewTokens } from './renew-tokens.ts';
import { isAboutToEnd, type Tokens } from './tokens.ts';

export type TokenKeeper = {
  /**
   * Opens a connection to a server of the account: with an access token where it signs in by one,
   * else with null. One that is about to end is renewed first; one that the server refuses is
   * renewed, once, and tried again.
   */
  readonly signedIn: <T>(
    open: (accessToken: string | null) => Promise<Result<T>>,
    signal?: AbortSignal,
  ) => Promise<Result<T>>;
  /** One that is good for a while. */
  readonly accessToken: () => Promise<Result<string>>;
  /** Ends what it asks a provider. */
  readonly stop: () => void;
};

type TokenKeeperOptions = {
  readonly account: () => Account | null;
  /** Stores new tokens in the place of old ones, unless others are there by now. May throw. */
  readonly keep: (before: Tokens, tokens: Tokens) => void;
  readonly fetch: HttpsFetch;
  readonly now: () => number;
};

/** Keeps the tokens of a section's account good. One renewal at a time: many providers take an old refresh token once. */
export function createTokenKeeper({ account, keep, fetch, now }: TokenKeeperOptions): TokenKeeper {
  const stopping = new AbortController();
  let renewing: Promise<Result<Tokens>> | null = null;
  /** What the store did not take, a full disk, say: the old ones may be worth nothing by now. */
  let unkept: { readonly before: Tokens; readonly tokens: Tokens } | null = null;

  function store(before: Tokens, tokens: Tokens): void {
    try {
      keep(before, tokens);
      unkept = null;
    } catch {
      unkept = { before, tokens };
    }
  }

  function current({ tokens }: Account): Tokens | null {
    if (unkept !== null && unkept.before.accessToken === tokens?.accessToken) {
      const latest = unkept.tokens;
      store(unkept.before, latest);
      return latest;
    }
    return tokens ?? null;
  }

  async function renew(refused: Tokens | null): Promise<Result<Tokens>> {
    const saved = account();
    const tokens = saved === null ? null : current(saved);
    if (saved?.signIn === undefined || tokens === null) return failure('sign-in-needed');
    // Another connection has been here since.
    if (refused !== null && refused.accessToken !== tokens.accessToken) return success(tokens);
    const renewed = await renewTokens(saved.signIn, tokens, {
      ...{ fetch, now },
      signal: stopping.signal,
    });
    if (renewed.ok) store(saved.tokens ?? tokens, renewed.value);
    return renewed;
  }

  async function renewOnce(refused: Tokens | null, signal?: AbortSignal): Promise<Result<Tokens>> {
    renewing ??= renew(refused).finally(() => {
      renewing = null;
    });
    if (signal === undefined) return renewing;
    return unlessAborted(renewing, signal).catch(() => failure('cancelled'));
  }

  /** Null for an account that signs in with passwords. */
  async function goodTokens(signal?: AbortSignal): Promise<Result<Tokens | null>> {
    const saved = account();
    if (saved?.signIn === undefined) return success(null);
    const tokens = current(saved);
    if (tokens === null) return failure('sign-in-needed');
    return isAboutToEnd(tokens, now()) ? renewOnce(null, signal) : success(tokens);
  }

  return {
    async signedIn(open, signal) {
      const good = await goodTokens(signal);
      if (!good.ok) return good;
      if (good.value === null) return open(null);
      const opened = await open(good.value.accessToken);
      if (opened.ok || opened.error.code !== 'sign-in-refused') return opened;
      const renewed = await renewOnce(good.value, signal);
      return renewed.ok ? open(renewed.value.accessToken) : renewed;
    },
    async accessToken() {
      const good = await goodTokens();
      if (!good.ok) return good;
      return good.value === null ? failure('sign-in-needed') : success(good.value.accessToken);
    },
    stop: () => stopping.abort(),
  };
}
