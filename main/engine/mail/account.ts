import { z } from 'zod';
import { AccountSettings } from '../../../shared/model/account.ts';
import { Tokens } from './oauth/tokens.ts';

const secrets = {
  /** Null where a token stands in its place. */
  password: z.string().nullable(),
  /** The certificate behind `trustedFingerprint`, as PEM; null when only authorities are trusted. */
  trustedCertificate: z.string().nullable(),
};

/** An account as the store keeps it: settings, passwords or tokens, and the trusted certificates. */
export const Account = AccountSettings.extend({
  imap: AccountSettings.shape.imap.extend(secrets),
  smtp: AccountSettings.shape.smtp.extend(secrets),
  /** There as soon as somebody has signed in by `signIn`. */
  tokens: Tokens.optional(),
});
export type Account = Readonly<z.infer<typeof Account>>;

/** One server of an account with all that it takes to log in, but for a token. */
export type ServerLogin = Account['imap'];
