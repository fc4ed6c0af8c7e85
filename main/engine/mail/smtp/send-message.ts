import { Readable } from 'node:stream';
import type { AppError } from '../../../../shared/errors.ts';
import type { ServerLogin } from '../account.ts';
import { toConnectionError } from '../connection-error.ts';
import { openSmtp } from './open-smtp.ts';

export type Envelope = { readonly mailFrom: string; readonly rcptTo: string };

/**
 * `uncertain`: every byte was handed over and then the line went dead before the server's answer,
 * so the message may have left.
 */
export type SendOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly permanent: boolean; readonly error: AppError }
  | { readonly kind: 'uncertain'; readonly error: AppError };

/** Hands one message to the account's SMTP server, for one recipient, byte for byte. */
export async function sendMessage(
  server: ServerLogin,
  envelope: Envelope,
  raw: Buffer,
): Promise<SendOutcome> {
  const opened = await openSmtp(server);
  if (!opened.ok) return { kind: 'refused', permanent: false, error: opened.error };
  const { connection, failed } = opened.value;
  let handedOver = false;
  const bytes = Readable.from([raw]);
  bytes.once('end', () => {
    handedOver = true;
  });
  try {
    await Promise.race([
      failed,
      new Promise<void>((resolve, reject) => {
        connection.send({ from: envelope.mailFrom, to: [envelope.rcptTo] }, bytes, (error) =>
          error === null ? resolve() : reject(error),
        );
      }),
    ]);
    connection.quit();
    return { kind: 'accepted' };
  } catch (error) {
    connection.close();
    const responseCode = responseCodeOf(error);
    if (responseCode === null && handedOver) {
      return { kind: 'uncertain', error: toConnectionError(error) };
    }
    // RFC 5321 4.2.1: 5yz is final, 4yz may be tried again.
    const permanent = responseCode !== null && responseCode >= 500;
    return { kind: 'refused', permanent, error: toConnectionError(error) };
  }
}

function responseCodeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return null;
  return typeof error.responseCode === 'number' ? error.responseCode : null;
}
