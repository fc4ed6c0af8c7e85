import { type AppError, type Result, success } from '../../../shared/errors.ts';
import {
  type AccountPasswords,
  type AccountSettings,
  type ConnectionReport,
  connectionSteps,
  type ServerReport,
} from '../../../shared/model/account.ts';
import type { Connect } from '../egress/open-socket.ts';
import { probeServer } from '../egress/probe-server.ts';
import type { MailProtocol } from '../egress/start-tls.ts';
import type { Account, ServerLogin } from '../mail/account.ts';
import { toConnectionError } from '../mail/connection-error.ts';
import { openImap } from '../mail/imap/open-imap.ts';
import { openSmtp } from '../mail/smtp/open-smtp.ts';
import { passwordFor } from './password-for.ts';

export type AccountToTest = {
  readonly settings: AccountSettings;
  readonly passwords: AccountPasswords;
  /** Signs in at both servers; null where passwords do. */
  readonly accessToken: Result<string> | null;
  /** Gives the passwords that were left blank, to its own servers only. */
  readonly stored: Account | null;
  readonly connect: Connect;
  /** Hears how large a letter the SMTP server takes, in bytes; null where it does not say. */
  readonly onLimit?: (bytes: number | null) => void;
};

type Step = (typeof connectionSteps)[number];
/** One of the two is null. */
type Secret = { readonly password: string | null; readonly accessToken: string | null };
type LoginOptions = { readonly connect: Connect } & Pick<Secret, 'accessToken'>;
type Failed = { readonly step: Step; readonly error: AppError };

/** Tries both servers of an account step by step. Sends no mail and changes nothing. */
export async function testAccount(account: AccountToTest): Promise<ConnectionReport> {
  const { settings, passwords, accessToken, stored, connect, onLimit } = account;
  const secretFor = (protocol: MailProtocol): Result<Secret> => {
    if (accessToken !== null) {
      return accessToken.ok
        ? success({ password: null, accessToken: accessToken.value })
        : accessToken;
    }
    const given = passwordFor(settings[protocol], passwords[protocol], stored?.[protocol] ?? null);
    return given.ok ? success({ password: given.value, accessToken: null }) : given;
  };
  const [imap, smtp] = await Promise.all([
    testServer(settings.imap, 'imap', secretFor('imap'), tryImap, connect),
    testServer(
      settings.smtp,
      'smtp',
      secretFor('smtp'),
      (server, options) => trySmtp(server, options, settings.senderAddress, onLimit),
      connect,
    ),
  ]);
  return { imap, smtp };
}

async function testServer(
  settings: AccountSettings['imap'],
  protocol: MailProtocol,
  secret: Result<Secret>,
  tryLogin: (server: ServerLogin, options: LoginOptions) => Promise<Failed | null>,
  connect: Connect,
): Promise<ServerReport> {
  const probe = await probeServer(settings, protocol, connect);
  if (probe.failed !== null) {
    const { step, error } = probe.failed;
    return report({ step, error: toConnectionError(error) }, probe.certificate);
  }
  if (!secret.ok) return report({ step: 'login', error: secret.error }, probe.certificate);
  const trustedCertificate = settings.trustedFingerprint === null ? null : probe.pem;
  const { password, accessToken } = secret.value;
  const login = { ...settings, password, trustedCertificate };
  return report(await tryLogin(login, { connect, accessToken }), probe.certificate);
}

async function tryImap(server: ServerLogin, options: LoginOptions): Promise<Failed | null> {
  const opened = await openImap(server, options);
  if (!opened.ok) return { step: 'login', error: opened.error };
  const client = opened.value;
  try {
    const inbox = await client.mailboxOpen('INBOX');
    return inbox.readOnly === true
      ? { step: 'permission', error: { code: 'permission-denied', detail: 'READ-ONLY' } }
      : null;
  } catch (error) {
    return { step: 'permission', error: toConnectionError(error) };
  } finally {
    client.close();
  }
}

/** RFC 5321 3.3: the sender alone is named, then taken back; no message begins. */
async function trySmtp(
  server: ServerLogin,
  options: LoginOptions,
  senderAddress: string,
  onLimit: AccountToTest['onLimit'],
): Promise<Failed | null> {
  const opened = await openSmtp(server, options);
  if (!opened.ok) return { step: 'login', error: opened.error };
  const { connection, limit, mayUse } = opened.value;
  onLimit?.(limit);
  const allowed: Result<null> = await mayUse(senderAddress);
  connection.close();
  return allowed.ok ? null : { step: 'permission', error: allowed.error };
}

function report(failed: Failed | null, certificate: ServerReport['certificate']): ServerReport {
  const failedAt = failed === null ? connectionSteps.length : connectionSteps.indexOf(failed.step);
  return {
    checks: connectionSteps.map((step, index) => {
      if (index < failedAt) return { step, outcome: 'passed', error: null };
      if (index === failedAt && failed !== null) {
        return { step, outcome: 'failed', error: failed.error };
      }
      return { step, outcome: 'skipped', error: null };
    }),
    certificate,
  };
}
