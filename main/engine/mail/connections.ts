import { once } from 'node:events';
import type { ImapFlow } from 'imapflow';
import type { Result } from '../../../shared/errors.ts';
import { createHttpsFetch } from '../egress/https-fetch.ts';
import type { Connect } from '../egress/open-socket.ts';
import { createTurn } from '../turn.ts';
import type { Account, ServerLogin } from './account.ts';
import { type OpenImapOptions, openImap } from './imap/open-imap.ts';
import { createTokenKeeper } from './oauth/token-keeper.ts';
import type { Tokens } from './oauth/tokens.ts';
import { type OpenSmtp, openSmtp } from './smtp/open-smtp.ts';

/** How a section's jobs come to its mail servers, whichever way its account signs in. */
export type Connections = {
  readonly openImap: (
    server: ServerLogin,
    options: Pick<OpenImapOptions, 'signal' | 'onAlert'>,
  ) => Promise<Result<ImapFlow>>;
  /**
   * The same beside the sync's own: an account has two connections, and servers count them. Whoever has
   * it closes it soon; the next waits for that.
   */
  readonly openSecond: Connections['openImap'];
  readonly openSmtp: (server: ServerLogin, signal: AbortSignal) => Promise<Result<OpenSmtp>>;
  /** For an account that signs in by one; `sign-in-needed` else. */
  readonly accessToken: () => Promise<Result<string>>;
  /** Nothing is opened any more. */
  readonly stop: () => void;
};

type ConnectionsOptions = {
  readonly account: () => Account | null;
  readonly keepTokens: (before: Tokens, tokens: Tokens) => void;
  readonly connect: Connect;
  readonly now: () => number;
};

export function createConnections(options: ConnectionsOptions): Connections {
  const { account, keepTokens: keep, connect, now } = options;
  const tokens = createTokenKeeper({ account, keep, fetch: createHttpsFetch(connect), now });
  const inTurn = createTurn();
  const open: Connections['openImap'] = (server, options) =>
    tokens.signedIn(
      (accessToken) => openImap(server, { connect, ...options, accessToken }),
      options.signal,
    );
  return {
    openImap: open,
    openSecond: (server, options) =>
      new Promise((resolve, reject) => {
        void inTurn(async () => {
          const opening = open(server, options);
          opening.then(resolve, reject);
          const opened = await opening;
          if (opened.ok && opened.value.usable) await once(opened.value, 'close');
        }).catch(() => undefined);
      }),
    openSmtp: (server, signal) =>
      tokens.signedIn((accessToken) => openSmtp(server, { connect, accessToken, signal }), signal),
    accessToken: tokens.accessToken,
    stop: tokens.stop,
  };
}
