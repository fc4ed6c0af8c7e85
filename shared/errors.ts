import { z } from 'zod';

/** Every expected failure that can reach a person. Each has words in both catalogs (`error.<code>`). */
export const errorCodes = [
  // session and keyring
  'locked',
  'wrong-passphrase',
  'wrong-recovery-code',
  'too-many-attempts',
  'passphrase-too-short',
  'passphrase-common',
  'passphrase-unchanged',
  'profile-unknown',
  'profile-exists',
  'keyring-damaged',
  'section-not-granted',
  'section-busy',
  // staff
  'administrator-needed',
  'last-administrator',
  'last-holder',
  'name-taken',
  'own-profile',
  // store
  'store-damaged',
  'store-from-the-future',
  'disk-full',
  'disk-failed',
  'disk-read-only',
  'backup-damaged',
  'not-found',
  // account and connection
  'account-missing',
  'dns-failed',
  'connect-refused',
  'connect-timeout',
  'egress-refused',
  'tls-failed',
  'certificate-untrusted',
  'certificate-expired',
  'certificate-wrong-host',
  'certificate-changed',
  'login-failed',
  'password-needed',
  'sign-in-needed',
  'sign-in-expired',
  'sign-in-refused',
  'sign-in-unfinished',
  'sign-in-unavailable',
  'permission-denied',
  'starttls-missing',
  'connection-lost',
  'server-stalled',
  'server-ended',
  'server-unavailable',
  'server-limit',
  'account-in-use',
  'mailbox-full',
  'server-replaced',
  'server-refused',
  'server-misbehaved',
  // reply and outbox
  'recipient-refused',
  'recipient-changed',
  'recipient-not-permitted',
  'reason-needed',
  'domain-refused',
  'empty-reply',
  'letter-too-large',
  'attachments-changed',
  'file-unreadable',
  'characters-misfit',
  'variable-unfilled',
  'canned-key-taken',
  'empty-note',
  'tag-unusable',
  'sender-changed',
  'outbox-state-changed',
  'restored',
  'recipient-not-allowed',
  'recipients-refused',
  'letter-refused',
  'letter-deferred',
  'schedule-passed',
  'not-looked-yet',
  'message-too-large',
  // members
  'member-changed-since',
  'import-too-large',
  'import-encoding',
  'import-quote-open',
  'import-malformed',
  'import-empty',
  'import-no-rows',
  'import-too-wide',
  'import-too-many-rows',
  'import-field-twice',
  'import-no-field',
  'import-invalid-rows',
  'import-running',
  'import-over',
  'member-held',
  'erasure-changed',
  'erasure-letter-waits',
  'erasure-names-person',
  'rule-exists',
  'registration-claimed',
  'registration-decided',
  'other-member-told',
  'member-merged',
  'pair-changed',
  'merge-undo-expired',
  // disclosure
  'disclosure-refused',
  'disclosure-changed',
  'disclosure-settled',
  'second-person-needed',
  'fingerprint-differs',
  'company-key-unusable',
  // requests
  'request-days',
  'request-settled',
  'identity-needed',
  'request-changed',
  'address-unverified',
  'paper-failed',
  // desktop
  'save-failed',
  'print-failed',
  'link-refused',
  'cancelled',
  'bad-request',
  'engine-ended',
  'engine-failed',
  'unexpected',
] as const;

export const ErrorCode = z.enum(errorCodes);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** `detail` is the other side's own words (a server's reply, a system error); never mail content. */
export const AppError = z.object({
  code: ErrorCode,
  detail: z.string().max(2000).optional(),
});
export type AppError = Readonly<z.infer<typeof AppError>>;

export type Success<T> = { readonly ok: true; readonly value: T };
export type Failure = { readonly ok: false; readonly error: AppError };
export type Result<T> = Success<T> | Failure;

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function failure(code: ErrorCode, detail?: string): Failure {
  return { ok: false, error: detail === undefined ? { code } : { code, detail } };
}
