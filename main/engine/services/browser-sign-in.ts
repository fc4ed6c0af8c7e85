import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { type AccountSettings, isSameLogin } from '../../../shared/model/account.ts';
import { isSameSignIn, type SignIn } from '../../../shared/model/sign-in.ts';
import type { Egress } from '../egress/egress.ts';
import { createHttpsFetch, type HttpsFetch, httpsServer } from '../egress/https-fetch.ts';
import type { Account } from '../mail/account.ts';
import { beginSignIn } from '../mail/oauth/begin-sign-in.ts';
import { renewTokens } from '../mail/oauth/renew-tokens.ts';
import { isAboutToEnd, type Tokens } from '../mail/oauth/tokens.ts';

export type BrowserSignIn = {
  readonly begin: (
    input: Pick<CallInput<'signIn.begin'>, 'signIn' | 'user'>,
  ) => Promise<Result<CallOutput<'signIn.begin'>>>;
  readonly finish: () => Promise<Result<null>>;
  readonly cancel: () => void;
  /**
   * The tokens for settings that somebody tries or saves: those of a sign-in that was just made with
   * them, else the stored ones, which are for the stored servers alone. `sign-in-needed` else.
   */
  readonly tokensFor: (settings: AccountSettings) => Result<Tokens>;
  /** One of those, renewed where it is about to end. */
  readonly accessTokenFor: (settings: AccountSettings) => Promise<Result<string>>;
  /** They are stored now, or of no use any more. */
  readonly forget: () => void;
};

type Dependencies = {
  readonly account: () => Account | null;
  /** Good for a while, for the stored account. */
  readonly storedAccessToken: () => Promise<Result<string>>;
  readonly egress: Egress;
  readonly now: () => number;
};

/** A section's sign-ins in the system browser. What they gave is in memory alone until it is saved. */
export function createBrowserSignIn(deps: Dependencies): BrowserSignIn {
  const { account, storedAccessToken, egress, now } = deps;
  let ending = new AbortController();
  let begun: { readonly signIn: SignIn; readonly tokens: Promise<Result<Tokens>> } | null = null;
  let granted: { readonly signIn: SignIn; readonly tokens: Tokens } | null = null;

  /** A provider is reached by whoever signs in there, before it is anybody's of the account. */
  function permitted(urls: readonly string[]): HttpsFetch {
    const servers = urls.map(httpsServer);
    return createHttpsFetch((server, options) =>
      egress.permit(servers, () => egress.connect(server, options)),
    );
  }

  function cancel(): void {
    ending.abort();
    begun = null;
  }

  function grantedFor({ signIn }: AccountSettings): Tokens | null {
    return granted !== null && isSameSignIn(granted.signIn, signIn) ? granted.tokens : null;
  }

  /** A slip in a host name would hand them to strangers otherwise. */
  function storedFor(settings: AccountSettings): Tokens | null {
    const stored = account();
    const isStored =
      stored !== null &&
      isSameSignIn(stored.signIn, settings.signIn) &&
      isSameLogin(stored.imap, settings.imap) &&
      isSameLogin(stored.smtp, settings.smtp);
    return isStored ? (stored.tokens ?? null) : null;
  }

  return {
    async begin({ signIn, user }) {
      cancel();
      ending = new AbortController();
      const { signal } = ending;
      const opened = await beginSignIn(signIn, user, { permitted, now, signal });
      if (signal.aborted) return failure('cancelled');
      if (!opened.ok) return opened;
      begun = { signIn, tokens: opened.value.tokens };
      return success({ url: opened.value.url });
    },
    async finish() {
      const mine = begun;
      if (mine === null) return failure('cancelled');
      const tokens = await mine.tokens;
      if (begun !== mine) return failure('cancelled');
      begun = null;
      if (!tokens.ok) return tokens;
      granted = { signIn: mine.signIn, tokens: tokens.value };
      return success(null);
    },
    cancel,
    tokensFor(settings) {
      const tokens = grantedFor(settings) ?? storedFor(settings);
      return tokens === null ? failure('sign-in-needed') : success(tokens);
    },
    async accessTokenFor(settings) {
      const tokens = grantedFor(settings);
      if (tokens === null) {
        return storedFor(settings) === null ? failure('sign-in-needed') : storedAccessToken();
      }
      if (settings.signIn === undefined || !isAboutToEnd(tokens, now())) {
        return success(tokens.accessToken);
      }
      const fetch = permitted([tokens.tokenEndpoint]);
      const renewed = await renewTokens(settings.signIn, tokens, { fetch, now });
      if (!renewed.ok) return renewed;
      granted = { signIn: settings.signIn, tokens: renewed.value };
      return success(renewed.value.accessToken);
    },
    forget() {
      granted = null;
    },
  };
}
