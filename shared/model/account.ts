import { z } from 'zod';
import { AppError } from '../errors.ts';
import { SignIn } from './sign-in.ts';

/** `tls` from the first byte; `starttls` upgrades before login, and fails when the server cannot. */
export const Security = z.enum(['tls', 'starttls']);
export type Security = z.infer<typeof Security>;

const host = z
  .string()
  .trim()
  .min(1)
  .max(253)
  .regex(/^[A-Za-z0-9.:_-]+$/);

/** SHA-256 over the DER certificate, as upper-case hex pairs joined by colons. */
const Fingerprint = z.string().regex(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);

const ServerSettings = z.object({
  host,
  port: z.int().min(1).max(65535),
  security: Security,
  user: z.string().min(1).max(320),
  /** The one certificate trusted beyond the system's authorities, for this account alone. */
  trustedFingerprint: Fingerprint.nullable(),
});
export type ServerSettings = Readonly<z.infer<typeof ServerSettings>>;

/** Whether a password for one is a password for the other: same server, same user. */
export function isSameLogin(
  one: Pick<ServerSettings, 'host' | 'port' | 'user'>,
  other: Pick<ServerSettings, 'host' | 'port' | 'user'>,
): boolean {
  return (
    // RFC 4343: upper and lower case name the same host.
    one.host.toLowerCase() === other.host.toLowerCase() &&
    one.port === other.port &&
    one.user === other.user
  );
}

/** What staff may see of an account: everything but the passwords and tokens. */
export const AccountSettings = z.object({
  senderName: z.string().trim().max(200),
  senderAddress: z.email().max(320),
  imap: ServerSettings,
  smtp: ServerSettings,
  /** Absent where the servers take passwords. */
  signIn: SignIn.optional(),
});
export type AccountSettings = Readonly<z.infer<typeof AccountSettings>>;

/** Null keeps the stored password, which only the stored server and user get (`password-needed`). */
export const AccountPasswords = z.object({
  imap: z.string().min(1).max(1000).nullable(),
  smtp: z.string().min(1).max(1000).nullable(),
});
export type AccountPasswords = Readonly<z.infer<typeof AccountPasswords>>;

export const PresentedCertificate = z.object({
  fingerprint: Fingerprint,
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  selfSigned: z.boolean(),
});
export type PresentedCertificate = Readonly<z.infer<typeof PresentedCertificate>>;

/** In the order in which they happen; a failed step leaves the later ones `skipped`. */
export const connectionSteps = [
  'dns',
  'connect',
  'tls',
  'certificate',
  'login',
  'permission',
] as const;
const ConnectionCheck = z.object({
  step: z.enum(connectionSteps),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  error: AppError.nullable(),
});
export type ConnectionCheck = Readonly<z.infer<typeof ConnectionCheck>>;

const ServerReport = z.object({
  checks: z.array(ConnectionCheck),
  /** Shown when the certificate step failed and trusting it is possible. */
  certificate: PresentedCertificate.nullable(),
});
export type ServerReport = Readonly<z.infer<typeof ServerReport>>;

export const ConnectionReport = z.object({ imap: ServerReport, smtp: ServerReport });
export type ConnectionReport = Readonly<z.infer<typeof ConnectionReport>>;
