import type { Socket } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Result, success } from '../../../../shared/errors.ts';
import type { Connect } from '../../egress/open-socket.ts';
import { tlsOptions } from '../../egress/tls-options.ts';
import type { ServerLogin } from '../account.ts';
import { toConnectionError, toServerError } from '../connection-error.ts';
import { askLimit, askSender, limitMethod, senderMethod } from './ask-sender.ts';
import { presentToken, tokenMethod } from './present-token.ts';

export type OpenSmtp = {
  readonly connection: SMTPConnection;
  /** Rejects when the connection breaks; never resolves. */
  readonly failed: Promise<never>;
  readonly hasEnded: () => boolean;
  /** How large a letter the server takes, in bytes; null where it does not say. */
  readonly limit: number | null;
  /** Whether the server lets this account send as an address. */
  readonly mayUse: (address: string) => Promise<Result<null>>;
};

/** How long a server may take to be reached, in milliseconds. */
const connecting = 20_000;

/** How long a server may take to let us in, in milliseconds. */
const signingIn = 60_000;

export type OpenSmtpOptions = {
  readonly connect: Connect;
  /** Instead of the password. */
  readonly accessToken?: string | null;
  readonly signal?: AbortSignal;
};

/** Connects over verified TLS and logs in. The caller quits or closes the connection. */
export async function openSmtp(
  server: ServerLogin,
  { connect, accessToken = null, signal }: OpenSmtpOptions,
): Promise<Result<OpenSmtp>> {
  let socket: Socket;
  try {
    socket = await connect(server, { timeout: connecting, signal });
  } catch (error) {
    return { ok: false, error: toConnectionError(error) };
  }
  let limit: number | null = null;
  const connection = new SMTPConnection({
    // It stands already: nodemailer opens none and looks nothing up itself.
    connection: socket,
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    tls: tlsOptions(server),
    // RFC 5321 4.1.4 allows an address literal: the computer's own name is nobody's business.
    name: '[127.0.0.1]',
    logger: false,
    customAuth: {
      [senderMethod]: askSender,
      [limitMethod]: askLimit((bytes) => {
        limit = bytes;
      }),
      ...(accessToken === null ? {} : { [tokenMethod]: presentToken(accessToken, server) }),
    },
    connectionTimeout: connecting,
    greetingTimeout: 15_000,
    // RFC 5321 4.5.3.2.6: a server may look into a message for ten minutes before it answers.
    socketTimeout: 600_000,
  });
  const abort = (): void => connection.close();
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(abort, signingIn);
  const failed = new Promise<never>((_, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('the connection ended')));
  });
  // Whoever awaits it hears of a failure; nobody else has to.
  failed.catch(() => undefined);
  connection.on('error', () => undefined);
  let hasEnded = false;
  connection.once('end', () => {
    hasEnded = true;
  });
  try {
    await Promise.race([
      failed,
      called((done) => connection.connect((error) => done(error ?? null))),
    ]);
    const login =
      accessToken === null
        ? { credentials: { user: server.user, pass: server.password ?? '' } }
        : { method: tokenMethod, user: server.user };
    await Promise.race([failed, called((done) => connection.login(login, done))]);
    const asked = called((done) => connection.login({ method: limitMethod, user: '' }, done));
    await Promise.race([failed, asked]);
    const mayUse = async (address: string): Promise<Result<null>> => {
      try {
        const asking = called((done) =>
          connection.login({ method: senderMethod, user: address }, done),
        );
        await Promise.race([failed, asking]);
        return success(null);
      } catch (error) {
        return { ok: false, error: { ...toConnectionError(error), code: 'permission-denied' } };
      }
    };
    return success({ connection, failed, hasEnded: () => hasEnded, limit, mayUse });
  } catch (error) {
    connection.close();
    return { ok: false, error: toServerError(error, server, accessToken) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

function called(start: (done: (error: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => (error === null ? resolve() : reject(error)));
  });
}
