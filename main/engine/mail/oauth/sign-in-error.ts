import * as oauth from 'oauth4webapi';
import type { AppError } from '../../../../shared/errors.ts';
import { toConnectionError } from '../connection-error.ts';

/** A provider's words are kept up to this many characters. */
const longestDetail = 500;

/**
 * What went wrong at the provider's `url`, told apart for staff. Its own words are the detail, or where
 * it is, for the account's other servers fail in the same ways.
 */
export function toSignInError(error: unknown, url: string): AppError {
  if (
    error instanceof oauth.ResponseBodyError ||
    error instanceof oauth.AuthorizationResponseError
  ) {
    return refused(error);
  }
  if (error instanceof oauth.OperationProcessingError) {
    const { cause } = error;
    // RFC 6749 5.2 has no word for its own trouble, so that it comes without one.
    const isBusy = cause instanceof Response && (cause.status >= 500 || cause.status === 429);
    return isBusy
      ? { code: 'sign-in-unavailable', detail: `HTTP ${cause.status}` }
      : { code: 'server-misbehaved', detail: error.message };
  }
  const known = toConnectionError(error);
  return { ...known, detail: `${new URL(url).host}: ${known.detail ?? known.code}` };
}

function refused({
  error,
  error_description: description,
}: oauth.ResponseBodyError | oauth.AuthorizationResponseError): AppError {
  // RFC 6749 4.1.2.1.
  if (error === 'temporarily_unavailable' || error === 'server_error') {
    return { code: 'sign-in-unavailable', detail: error };
  }
  const words = description === undefined ? error : `${error}: ${description}`;
  return { code: 'sign-in-refused', detail: words.slice(0, longestDetail) };
}
