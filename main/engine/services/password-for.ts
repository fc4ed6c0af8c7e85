import { failure, type Result, success } from '../../../shared/errors.ts';
import { isSameLogin, type ServerSettings } from '../../../shared/model/account.ts';
import type { ServerLogin } from '../mail/account.ts';

/**
 * The password to sign in with: the one given, else the stored one, which is for the stored server
 * and user alone. A slip in the host name would hand it to strangers otherwise.
 */
export function passwordFor(
  server: ServerSettings,
  given: string | null,
  stored: ServerLogin | null,
): Result<string> {
  if (given !== null) return success(given);
  const password = stored?.password ?? null;
  if (stored === null || password === null || !isSameLogin(server, stored)) {
    return failure('password-needed');
  }
  return success(password);
}
