import type { AppError } from '../../../../shared/errors.ts';

/** What TLS says of an answer that is none: a page of a web server in clear, for one. */
const noTls = /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST/;

/**
 * Where the server was reached before, another certificate or an answer in clear is most likely the
 * sign-in page of a hotel or guest network. It goes away without staff changing anything, so it is
 * tried again; nothing is sent to it. A certificate that staff trusted by itself is another matter.
 */
export function asReplacedServer(error: AppError, wasReached: boolean): AppError {
  if (!wasReached) return error;
  const isOther =
    error.code === 'certificate-untrusted' ||
    error.code === 'certificate-wrong-host' ||
    (error.code === 'tls-failed' && noTls.test(error.detail ?? ''));
  return isOther ? { ...error, code: 'server-replaced' } : error;
}
