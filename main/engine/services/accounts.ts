import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type Result, success } from '../../../shared/errors.ts';
import type { AccountPasswords, AccountSettings } from '../../../shared/model/account.ts';
import type { Account } from '../mail/account.ts';
import type { Tokens } from '../mail/oauth/tokens.ts';
import { findAccount, saveAccount } from '../store/account.ts';
import { forgetFolders } from '../store/folders.ts';
import { keepLetterLimit } from '../store/letter-limit.ts';
import type { BrowserSignIn } from './browser-sign-in.ts';
import { passwordFor } from './password-for.ts';
import { resolveTrustedCertificate } from './resolve-trusted-certificate.ts';
import type { SectionContext } from './section-context.ts';
import { testAccount } from './test-account.ts';

/** An account without its passwords, tokens and certificates. */
export function getAccount({ db }: SectionContext): Result<CallOutput<'account.get'>> {
  const account = findAccount(db);
  return success(account === null ? null : withoutSecrets(account));
}

export async function checkAccount(
  { db, egress, browserSignIn }: SectionContext,
  { settings, passwords }: CallInput<'account.test'>,
): Promise<Result<CallOutput<'account.test'>>> {
  const stored = findAccount(db);
  const { connect, permit } = egress;
  const accessToken =
    settings.signIn === undefined ? null : await browserSignIn.accessTokenFor(settings);
  const report = await permit([settings.imap, settings.smtp], () =>
    testAccount({
      settings,
      passwords,
      accessToken,
      stored,
      connect,
      onLimit: (bytes) => keepLetterLimit(db, settings.smtp, bytes),
    }),
  );
  return success(report);
}

/**
 * Saves, and starts the section's sync over on the new settings. It has ended before anything
 * changes: what it stores late would be taken for the new account's. `password-needed` when a
 * password was left blank for another server or user than the stored one, `sign-in-needed` when
 * nobody has signed in by these settings.
 */
export async function changeAccount(
  { db, sync, outbox, egress, browserSignIn, ledger }: SectionContext,
  { settings, passwords }: CallInput<'account.save'>,
): Promise<Result<null>> {
  const stored = findAccount(db);
  const secrets = secretsFor(settings, passwords, stored, browserSignIn);
  if (!secrets.ok) return secrets;
  const { connect, permit } = egress;
  const imapCertificate = await permit([settings.imap], () =>
    resolveTrustedCertificate(settings.imap, 'imap', stored?.imap ?? null, connect),
  );
  if (!imapCertificate.ok) return imapCertificate;
  const smtpCertificate = await permit([settings.smtp], () =>
    resolveTrustedCertificate(settings.smtp, 'smtp', stored?.smtp ?? null, connect),
  );
  if (!smtpCertificate.ok) return smtpCertificate;
  await sync.stop();
  ledger.write((record) => {
    record({ kind: 'account-changed', target: settings.senderAddress });
    if (stored !== null && !isSameMailbox(stored.imap, settings.imap)) forgetFolders(db);
    saveAccount(db, {
      ...settings,
      imap: {
        ...settings.imap,
        password: secrets.value.imap,
        trustedCertificate: imapCertificate.value,
      },
      smtp: {
        ...settings.smtp,
        password: secrets.value.smtp,
        trustedCertificate: smtpCertificate.value,
      },
      ...(secrets.value.tokens === null ? {} : { tokens: secrets.value.tokens }),
    });
  });
  browserSignIn.forget();
  sync.start();
  outbox.wake();
  return success(null);
}

type Secrets = {
  readonly imap: string | null;
  readonly smtp: string | null;
  readonly tokens: Tokens | null;
};

function secretsFor(
  settings: AccountSettings,
  passwords: AccountPasswords,
  stored: Account | null,
  { tokensFor }: BrowserSignIn,
): Result<Secrets> {
  if (settings.signIn !== undefined) {
    const tokens = tokensFor(settings);
    return tokens.ok ? success({ imap: null, smtp: null, tokens: tokens.value }) : tokens;
  }
  const imap = passwordFor(settings.imap, passwords.imap, stored?.imap ?? null);
  if (!imap.ok) return imap;
  const smtp = passwordFor(settings.smtp, passwords.smtp, stored?.smtp ?? null);
  if (!smtp.ok) return smtp;
  return success({ imap: imap.value, smtp: smtp.value, tokens: null });
}

function isSameMailbox(one: Account['imap'], other: AccountSettings['imap']): boolean {
  return one.host.toLowerCase() === other.host.toLowerCase() && one.user === other.user;
}

function withoutSecrets({ imap, smtp, tokens: _, ...account }: Account): AccountSettings {
  return { ...account, imap: shown(imap), smtp: shown(smtp) };
}

function shown(server: Account['imap']): AccountSettings['imap'] {
  const { password: _, trustedCertificate: __, ...settings } = server;
  return settings;
}
