import type { AppError, ErrorCode } from '../../../shared/errors.ts';

/** A server's words are kept up to this many characters. */
const longestDetail = 500;

type Clues = {
  readonly code: string;
  readonly words: string;
  /** The library's own. */
  readonly message: string;
  readonly authenticationFailed: boolean;
  /** RFC 5530 3: the word in which the server says why. */
  readonly responseCode: string;
  /** RFC 9051 7.1.5: the server said that it ends the connection. */
  readonly saidBye: boolean;
  /** The server says that it is its own trouble, and a matter of time. */
  readonly isTemporary: boolean;
  readonly isTooLarge: boolean;
  readonly tlsFailed: boolean;
  readonly serverAnswered: boolean;
};

/**
 * What went wrong on a connection, told apart for staff. Knows Node's network, TLS and DNS codes
 * and those of imapflow and nodemailer. `detail` is the server's words where it said any.
 */
export function toConnectionError(error: unknown): AppError {
  const clues = readClues(error);
  const code = classify(clues);
  const detail = (clues.words || clues.code).slice(0, longestDetail);
  return detail === '' ? { code } : { code, detail };
}

/** imapflow answers `false` where a server refused a command, and keeps the server's words to itself. */
export function refusedCommand(command: string): Error {
  return Object.assign(new Error(`the server refused ${command}`), { responseStatus: 'NO' });
}

/**
 * What ended a session, with what imapflow keeps beside its errors: the response code of the last
 * command that was refused, where it only answered `false`, and the server's goodbye, which may come
 * when no command waits.
 */
export function endOfSession(
  error: unknown,
  { refusedWith, byeReason }: { readonly refusedWith: string; readonly byeReason: string },
): unknown {
  if (!(error instanceof Error)) return error;
  if (isRefusal(error) && !('serverResponseCode' in error))
    return Object.assign(error, { serverResponseCode: refusedWith });
  return byeReason === ''
    ? error
    : Object.assign(error, { code: 'NoConnection', reason: byeReason });
}

function classify({
  code,
  words,
  message,
  authenticationFailed,
  responseCode,
  saidBye,
  isTemporary,
  isTooLarge,
  tlsFailed,
  serverAnswered,
}: Clues): ErrorCode {
  if (isTooLarge) return 'letter-too-large';
  const said = byResponseCode[responseCode];
  if (said !== undefined) return said;
  if (isTemporary) return 'server-refused';
  if (saidBye) return 'server-ended';
  const known = byCode[code];
  // A line that is dropped in the middle of a handshake comes back the same way each time.
  if (known === 'connection-lost' && tlsFailed) return 'tls-failed';
  if (known !== undefined) return known;
  if (authenticationFailed || message === noWayToSignIn) return 'login-failed';
  if (/^CERT_|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(code)) return 'certificate-untrusted';
  if (startTlsRefused.test(message)) return 'starttls-missing';
  if (tlsFailed || code === 'ETLS' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
    return 'tls-failed';
  if (code.startsWith('ParserError')) return 'server-misbehaved';
  if (/NOPERM|permission|denied|read.?only/i.test(words)) return 'permission-denied';
  return serverAnswered ? 'server-refused' : 'connection-lost';
}

/** imapflow's, where the server takes nothing that we could show. */
const noWayToSignIn = 'Unsupported authentication mechanism';

/** imapflow and nodemailer say this in words alone. */
const startTlsRefused =
  /does not support (required )?STARTTLS|STARTTLS is not possible|upgrading connection with STARTTLS/i;

const byCode: Readonly<Record<string, ErrorCode>> = {
  FUMIBAKO_EGRESS_REFUSED: 'egress-refused',
  ENOTFOUND: 'dns-failed',
  EAI_AGAIN: 'dns-failed',
  EDNS: 'dns-failed',
  ECONNREFUSED: 'connect-refused',
  EHOSTUNREACH: 'connect-refused',
  ENETUNREACH: 'connect-refused',
  ETIMEDOUT: 'connect-timeout',
  CONNECT_TIMEOUT: 'connect-timeout',
  GREETING_TIMEOUT: 'server-stalled',
  UPGRADE_TIMEOUT: 'tls-failed',
  ETIMEOUT: 'server-stalled',
  FUMIBAKO_STARTTLS_MISSING: 'starttls-missing',
  FUMIBAKO_CERTIFICATE_CHANGED: 'certificate-changed',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-wrong-host',
  EAUTH: 'login-failed',
  ENOAUTH: 'login-failed',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
  NoConnection: 'connection-lost',
  EConnectionClosed: 'connection-lost',
  STARTTLS_INJECTION: 'tls-failed',
  InvalidResponse: 'server-misbehaved',
  UnexpectedTag: 'server-misbehaved',
  MissingTag: 'server-misbehaved',
  ResponseProcessingFailed: 'server-misbehaved',
  LineTooLarge: 'server-misbehaved',
  LiteralTooLarge: 'server-misbehaved',
  ResponseTooLarge: 'server-misbehaved',
  TooManyTokens: 'server-misbehaved',
};

function readClues(error: unknown): Clues {
  const from = (key: string): unknown =>
    typeof error === 'object' && error !== null && key in error
      ? (error as Record<string, unknown>)[key]
      : undefined;
  const text = (key: string): string => {
    const value = from(key);
    return typeof value === 'string' ? value : '';
  };
  const cause = from('cause');
  // OpenSSL's errors have a reason too.
  const bye = text('code') === 'NoConnection' ? text('reason') : '';
  const words = text('responseText') || text('response') || (bye === noReason ? '' : bye);
  return {
    code: text('code') === 'ESOCKET' ? deepCode(cause, error) : text('code'),
    words,
    message: text('message'),
    authenticationFailed: from('authenticationFailed') === true,
    responseCode: text('serverResponseCode'),
    saidBye: bye !== '',
    isTemporary: isFourHundred(from('responseCode')),
    isTooLarge: saysTooLarge(from('responseCode'), words),
    tlsFailed: from('tlsFailed') === true,
    serverAnswered:
      words !== '' || text('responseStatus') !== '' || from('responseCode') !== undefined,
  };
}

/** imapflow's, for a goodbye without words. */
const noReason = 'Server closed connection';

/** RFC 5530 3: a login that is refused with one of these says nothing about the password. */
const byResponseCode: Readonly<Record<string, ErrorCode>> = {
  UNAVAILABLE: 'server-unavailable',
  SERVERBUG: 'server-unavailable',
  LIMIT: 'server-limit',
  INUSE: 'account-in-use',
  OVERQUOTA: 'mailbox-full',
  NOPERM: 'permission-denied',
  CONTACTADMIN: 'server-refused',
};

/** RFC 3463 3.4 and 3.3: 5.3.4 and 5.2.3; RFC 1870 6.1: 552, where no other reason stands behind it. */
function saysTooLarge(code: unknown, words: string): boolean {
  if (typeof code !== 'number' || code < 500) return false;
  const reason = words.match(/\b5\.(\d{1,3}\.\d{1,3})\b/)?.[1];
  return reason === undefined ? code === 552 : reason === '3.4' || reason === '2.3';
}

/** RFC 5321 4.2.1: 4yz may be tried again. */
function isFourHundred(code: unknown): boolean {
  return typeof code === 'number' && code >= 400 && code < 500;
}

/**
 * The same for a connection to one of an account's servers. Where staff trusted one certificate,
 * another one fails before its fingerprint is looked at: it is none that the pinned one vouches for.
 * Where a token was shown it was no password that was refused.
 */
export function toServerError(
  error: unknown,
  server: { readonly trustedFingerprint: string | null },
  accessToken: string | null,
): AppError {
  const known = toConnectionError(error);
  if (known.code === 'login-failed' && accessToken !== null) {
    return { ...known, code: 'sign-in-refused' };
  }
  const isOther = known.code === 'certificate-untrusted' || known.code === 'certificate-wrong-host';
  return server.trustedFingerprint !== null && isOther
    ? { ...known, code: 'certificate-changed' }
    : known;
}

/** Nobody is let in until staff do something: with a wrong password, asking again may close the account. */
export function isLockedOut({ code }: AppError): boolean {
  return (
    code === 'login-failed' ||
    code === 'sign-in-needed' ||
    code === 'sign-in-expired' ||
    code === 'sign-in-refused'
  );
}

/** Whether a server answered a command with NO or BAD, and the connection may go on. */
export function isRefusal(error: unknown): boolean {
  const status =
    typeof error === 'object' && error !== null && 'responseStatus' in error
      ? error.responseStatus
      : null;
  return status === 'NO' || status === 'BAD';
}

/** nodemailer calls every socket failure ESOCKET and keeps Node's code in the cause or the message. */
function deepCode(cause: unknown, error: unknown): string {
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string')
    return cause.code;
  const message = error instanceof Error ? error.message : '';
  return (
    message.match(/\bE[A-Z]{4,}\b/)?.[0] ?? (/certificate/i.test(message) ? 'CERT_' : 'ESOCKET')
  );
}
