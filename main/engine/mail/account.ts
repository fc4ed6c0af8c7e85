import { z } from 'zod';
import { AccountSettings } from '../../../shared/model/account.ts';

const secrets = {
  password: z.string(),
  /** The certificate behind `trustedFingerprint`, as PEM; null when only authorities are trusted. */
  trustedCertificate: z.string().nullable(),
};

/** An account as the store keeps it: settings, passwords and the trusted certificates. */
export const Account = AccountSettings.extend({
  imap: AccountSettings.shape.imap.extend(secrets),
  smtp: AccountSettings.shape.smtp.extend(secrets),
});
export type Account = Readonly<z.infer<typeof Account>>;

/** One server of an account with all that it takes to log in. */
export type ServerLogin = Account['imap'];
