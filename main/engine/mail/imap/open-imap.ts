import type { Socket } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { Result } from '../../../../shared/errors.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { imapTransport } from '../../egress/imap-transport.ts';
import type { Connect } from '../../egress/open-socket.ts';
import { tlsOptions } from '../../egress/tls-options.ts';
import type { ServerLogin } from '../account.ts';
import { toConnectionError, toServerError } from '../connection-error.ts';
import { responseLimits } from './limits.ts';
import { withinReason } from './within-reason.ts';

export type OpenImapOptions = {
  readonly connect: Connect;
  /** Instead of the password (RFC 7628, or Google's XOAUTH2). */
  readonly accessToken?: string | null;
  readonly signal?: AbortSignal;
  readonly timeouts?: ImapTimeouts;
  /** RFC 9051 7.1: what a server says so must be shown. */
  readonly onAlert?: ((words: string) => void) | undefined;
};

type ImapTimeouts = {
  readonly connect: number;
  readonly greeting: number;
  /** Silence on a busy connection; an idle one is asked for a sign of life instead. */
  readonly socket: number;
};

/** Milliseconds. Long enough for a bad mobile line, short enough that staff do not give up first. */
const defaultTimeouts: ImapTimeouts = { connect: 20_000, greeting: 15_000, socket: 60_000 };

/** RFC 9051 2.3.2 lets a server end IDLE after 30 minutes, and many routers forget sooner. Milliseconds. */
const idleRenewal = 5 * 60_000;

/**
 * Connects and logs in over verified TLS, never in clear. imapflow's own log is off: it would hold
 * what the protocol carries. The caller closes the client.
 */
export async function openImap(
  server: ServerLogin,
  { connect, accessToken = null, signal, onAlert, timeouts = defaultTimeouts }: OpenImapOptions,
): Promise<Result<ImapFlow>> {
  const cancelled = (): boolean => signal?.aborted === true;
  if (cancelled()) return failure('cancelled');
  let socket: Socket;
  try {
    socket = await connect(server, { timeout: timeouts.connect, signal });
  } catch (error) {
    return cancelled() ? failure('cancelled') : { ok: false, error: toConnectionError(error) };
  }
  const client = new ImapFlow({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    ...(server.security === 'starttls' ? { doSTARTTLS: true } : {}),
    auth:
      accessToken === null
        ? { user: server.user, pass: server.password ?? '' }
        : { user: server.user, accessToken },
    tls: tlsOptions(server),
    transport: imapTransport(socket),
    logger: false,
    // What a server may know of us (RFC 2971): nothing.
    clientInfo: { name: false, version: false, vendor: false, 'support-url': false },
    qresync: true,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    ...responseLimits,
    maxIdleTime: idleRenewal,
    autoIdleDelay: 50,
  });
  let cause: unknown = null;
  client.on('error', (error) => {
    cause ??= error;
  });
  if (onAlert !== undefined) client.on('alert', ({ message }) => onAlert(message));
  const abort = (): void => client.close();
  signal?.addEventListener('abort', abort, { once: true });
  try {
    await withinReason(client, () => client.connect());
    return success(client);
  } catch (error) {
    client.close();
    if (cancelled()) return failure('cancelled');
    return { ok: false, error: toServerError(cause ?? error, server, accessToken) };
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}
