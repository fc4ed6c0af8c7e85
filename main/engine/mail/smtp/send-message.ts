import { Readable } from 'node:stream';
import type { AppError } from '../../../../shared/errors.ts';
import type { Connect } from '../../egress/open-socket.ts';
import type { ServerLogin } from '../account.ts';
import { toConnectionError } from '../connection-error.ts';
import { openSmtp } from './open-smtp.ts';

export type Envelope = { readonly mailFrom: string; readonly rcptTo: readonly string[] };

/**
 * `uncertain`: every byte was handed over and then the line went dead before the server's answer,
 * so the message may have left. `cancelled`: it was not handed over, and has not.
 */
export type SendOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly permanent: boolean; readonly error: AppError }
  | { readonly kind: 'uncertain'; readonly error: AppError }
  | { readonly kind: 'cancelled' };

/** How long a server may take to ask for the message, in milliseconds. */
const patience = 120_000;

/**
 * Hands one message to the account's SMTP server, byte for byte. An abort counts
 * until the message is handed over; behind that only the server knows, and is waited for.
 */
export async function sendMessage(
  server: ServerLogin,
  envelope: Envelope,
  raw: Buffer,
  {
    connect,
    signal,
    onLimit,
  }: {
    readonly connect: Connect;
    readonly signal: AbortSignal;
    /** Hears how large a letter the server takes, in bytes; null where it does not say. */
    readonly onLimit?: (bytes: number | null) => void;
  },
): Promise<SendOutcome> {
  const opened = await openSmtp(server, { connect, signal });
  if (signal.aborted) {
    if (opened.ok) opened.value.connection.close();
    return { kind: 'cancelled' };
  }
  if (!opened.ok) return { kind: 'refused', permanent: false, error: opened.error };
  const { connection, failed, limit } = opened.value;
  onLimit?.(limit);
  if (limit !== null && raw.length > limit) {
    connection.quit();
    return { kind: 'refused', permanent: true, error: { code: 'letter-too-large' } };
  }
  let handedOver = false;
  const bytes = Readable.from([raw]);
  bytes.once('end', () => {
    handedOver = true;
  });
  let giveUp: (error: Error) => void = () => undefined;
  const tooLong = new Promise<never>((_, reject) => {
    giveUp = (error) => {
      if (!handedOver) reject(error);
    };
  });
  const abort = (): void => giveUp(new Error('cancelled'));
  const timer = setTimeout(
    () => giveUp(Object.assign(new Error('too late'), { code: 'ETIMEOUT' })),
    patience,
  );
  signal.addEventListener('abort', abort, { once: true });
  const { mailFrom, rcptTo } = envelope;
  // RFC 1870 6: whoever knows the size can refuse it before it is sent.
  const addressed = { from: mailFrom, to: [...rcptTo], size: raw.length };
  try {
    await Promise.race([
      failed,
      tooLong,
      new Promise<void>((resolve, reject) => {
        connection.send(addressed, bytes, (error) => (error === null ? resolve() : reject(error)));
      }),
    ]);
    connection.quit();
    return { kind: 'accepted' };
  } catch (error) {
    connection.close();
    if (signal.aborted && !handedOver) return { kind: 'cancelled' };
    const responseCode = responseCodeOf(error);
    if (responseCode === null && handedOver) {
      return { kind: 'uncertain', error: toConnectionError(error) };
    }
    // RFC 5321 4.2.1: 5yz is final, 4yz may be tried again.
    const permanent = responseCode !== null && responseCode >= 500;
    return { kind: 'refused', permanent, error: toConnectionError(error) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

function responseCodeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return null;
  return typeof error.responseCode === 'number' ? error.responseCode : null;
}
