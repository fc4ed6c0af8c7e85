import { Readable } from 'node:stream';
import type { AppError, ErrorCode } from '../../../../shared/errors.ts';
import { toConnectionError } from '../connection-error.ts';
import type { OpenSmtp } from './open-smtp.ts';

export type Envelope = { readonly mailFrom: string; readonly rcptTo: readonly string[] };

/** What the server said of one recipient that it does not take the message for. */
type Refusal = {
  readonly address: string;
  readonly isPermanent: boolean;
  readonly error: AppError;
};

/**
 * `accepted`: for everybody but those refused. `refused`: nobody has it, and `isPermanent` when nobody
 * ever will; `byServer` when a mail server said so. `uncertain`: every byte was handed over and then
 * the line went dead before the server's answer, so all but those refused may have it. `cancelled`: it
 * was not handed over, and has not left.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly refusals: readonly Refusal[] }
  | {
      readonly kind: 'refused';
      readonly isPermanent: boolean;
      readonly byServer: boolean;
      readonly error: AppError;
      readonly refusals: readonly Refusal[];
    }
  | { readonly kind: 'uncertain'; readonly error: AppError; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'cancelled' };

/** How long a server may take to ask for the message, in milliseconds. */
const patience = 120_000;

/** Bytes that are handed to the line at once: what it has not taken is not handed over. */
const pieceSize = 64 * 1024;

/**
 * Hands one message to a server that has let us in, byte for byte, and ends the line. An abort counts
 * until the message is handed over; behind that only the server knows, and is waited for.
 */
export async function sendMessage(
  { connection, failed }: OpenSmtp,
  envelope: Envelope,
  raw: Buffer,
  signal: AbortSignal,
): Promise<SendOutcome> {
  let handedOver = false;
  const bytes = Readable.from(pieces(raw), { objectMode: false });
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
  if (signal.aborted) abort();
  // nodemailer notes in it whom the server refuses, also when the line breaks before it tells us.
  const handed: HandedEnvelope = {
    from: envelope.mailFrom,
    to: [...envelope.rcptTo],
    size: raw.length,
  };
  try {
    await Promise.race([
      failed,
      tooLong,
      new Promise<void>((resolve, reject) => {
        connection.send(handed, bytes, (error) => (error === null ? resolve() : reject(error)));
      }),
    ]);
    connection.quit();
    return { kind: 'accepted', refusals: refusalsOf(handed) };
  } catch (error) {
    connection.close();
    if (signal.aborted && !handedOver) return { kind: 'cancelled' };
    const responseCode = responseCodeOf(error);
    const refusals = refusalsOf(handed);
    if (responseCode === null && handedOver) {
      return { kind: 'uncertain', error: toConnectionError(error), refusals };
    }
    // Larger than the server said that it takes: it was not even asked.
    const isTooLarge = responseCode === null && codeOf(error) === 'EMESSAGE';
    const isPermanent = isTooLarge || (responseCode !== null && responseCode >= 500);
    const byServer = isTooLarge || responseCode !== null;
    const [first] = refusals;
    const isOfRecipients = first !== undefined && refusals.length === envelope.rcptTo.length;
    const said = isTooLarge
      ? ({ code: 'letter-too-large' } as const)
      : isOfRecipients
        ? first.error
        : inServersWords(error, byServer, isPermanent, 'letter-refused');
    return { kind: 'refused', isPermanent, byServer, error: said, refusals };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

type HandedEnvelope = {
  readonly from: string;
  readonly to: string[];
  readonly size: number;
  readonly rejectedErrors?: readonly unknown[];
};

function refusalsOf({ rejectedErrors = [] }: HandedEnvelope): Refusal[] {
  return rejectedErrors.flatMap((error) => {
    const address = recipientOf(error);
    const isPermanent = (responseCodeOf(error) ?? 0) >= 500;
    const said = inServersWords(error, true, isPermanent, 'recipient-refused');
    return address === null ? [] : [{ address, isPermanent, error: said }];
  });
}

function inServersWords(
  error: unknown,
  byServer: boolean,
  isPermanent: boolean,
  refused: ErrorCode,
): AppError {
  const known = toConnectionError(error);
  if (!byServer || known.code === 'login-failed') return known;
  return { ...known, code: isPermanent ? refused : 'letter-deferred' };
}

function* pieces(raw: Buffer): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += pieceSize) yield raw.subarray(at, at + pieceSize);
}

function responseCodeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return null;
  return typeof error.responseCode === 'number' ? error.responseCode : null;
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}

function recipientOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('recipient' in error)) return null;
  return typeof error.recipient === 'string' ? error.recipient : null;
}
