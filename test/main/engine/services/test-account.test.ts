import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openSocket } from '../../../../main/engine/egress/open-socket.ts';
import type { Account } from '../../../../main/engine/mail/account.ts';
import { testAccount } from '../../../../main/engine/services/test-account.ts';
import type { AccountSettings, ServerReport } from '../../../../shared/model/account.ts';
import { type TestCertificate, testCertificate } from '../../../support/certificate.ts';
import { type Dovecot, startDovecot } from '../../../support/dovecot.ts';
import { freePort } from '../../../support/free-port.ts';
import { plainImap, plainSmtp, scriptedServer } from '../../../support/scripted-server.ts';
import { type SmtpServer, startSmtpServer } from '../../../support/smtp-server.ts';

const user = 'world';
let dovecot: Dovecot;
let smtp: SmtpServer;

beforeAll(async () => {
  dovecot = await startDovecot([user]);
  smtp = await startSmtpServer();
});
afterAll(async () => {
  await smtp.stop();
  await dovecot.stop();
});

type Change = {
  readonly imap?: Partial<AccountSettings['imap']>;
  readonly smtp?: Partial<AccountSettings['smtp']>;
  /** Null leaves the password blank. */
  readonly imapPassword?: string | null;
  readonly smtpPassword?: string | null;
  readonly stored?: Account | null;
};

/** Tests an account that works, but for the change. */
function check({ imap, smtp: sending, imapPassword, smtpPassword, stored }: Change = {}) {
  return testAccount({
    settings: settingsWith(imap, sending),
    passwords: {
      imap: imapPassword === undefined ? dovecot.password : imapPassword,
      smtp: smtpPassword === undefined ? smtp.password : smtpPassword,
    },
    accessToken: null,
    stored: stored ?? null,
    connect: openSocket,
  });
}

function settingsWith(imap: Change['imap'] = {}, sending: Change['smtp'] = {}): AccountSettings {
  return {
    senderName: 'World Services',
    senderAddress: 'world-services@minato.example',
    imap: {
      host: dovecot.host,
      port: dovecot.imapsPort,
      security: 'tls',
      user,
      trustedFingerprint: dovecot.certificate.fingerprint,
      ...imap,
    },
    smtp: {
      host: smtp.host,
      port: smtp.port,
      security: 'tls',
      user: smtp.user,
      trustedFingerprint: smtp.certificate.fingerprint,
      ...sending,
    },
  };
}

/** The account that works, as the store keeps it. */
function storedAccount(): Account {
  const settings = settingsWith();
  return {
    ...settings,
    imap: { ...settings.imap, password: dovecot.password, trustedCertificate: null },
    smtp: { ...settings.smtp, password: smtp.password, trustedCertificate: null },
  };
}

/** The step that failed, and why. */
function failureOf({ checks }: ServerReport): string | null {
  const failed = checks.find(({ outcome }) => outcome === 'failed');
  return failed === undefined ? null : `${failed.step}: ${failed.error?.code}`;
}

it('passes every step of an account that works, by TLS', async () => {
  const report = await check();
  expect(report.imap.checks.map(({ outcome }) => outcome)).toEqual(Array(6).fill('passed'));
  expect(report.smtp.checks.map(({ outcome }) => outcome)).toEqual(Array(6).fill('passed'));
  expect(smtp.received).toEqual([]);
});

it('passes every step by STARTTLS', async () => {
  const starting = await startSmtpServer({ starttls: true });
  onTestFinished(() => starting.stop());
  const report = await check({
    imap: { port: dovecot.imapPort, security: 'starttls' },
    smtp: {
      port: starting.port,
      security: 'starttls',
      trustedFingerprint: starting.certificate.fingerprint,
    },
  });
  expect([failureOf(report.imap), failureOf(report.smtp)]).toEqual([null, null]);
});

it('says that a name is not found, and leaves the later steps untried', async () => {
  const host = 'no-such-server.invalid';
  const report = await check({ imap: { host }, smtp: { host } });
  expect(failureOf(report.imap)).toBe('dns: dns-failed');
  expect(failureOf(report.smtp)).toBe('dns: dns-failed');
  expect(report.imap.checks.slice(1).every(({ outcome }) => outcome === 'skipped')).toBe(true);
});

it('says that nobody listens on the port', async () => {
  const port = await freePort();
  const report = await check({ imap: { port }, smtp: { port } });
  expect(failureOf(report.imap)).toBe('connect: connect-refused');
  expect(failureOf(report.smtp)).toBe('connect: connect-refused');
});

it('says that a plain port speaks no TLS', async () => {
  const report = await check({ imap: { port: dovecot.imapPort } });
  expect(failureOf(report.imap)).toBe('tls: tls-failed');
});

it('says that a server drops the line instead of speaking TLS', async () => {
  const { port } = await scriptedServer((socket) => socket.destroy());
  const report = await check({ imap: { port }, smtp: { port } });
  expect(failureOf(report.imap)).toBe('tls: tls-failed');
  expect(failureOf(report.smtp)).toBe('tls: tls-failed');
});

it('says that a server offers no STARTTLS, and sends it no password', async () => {
  const [imap, sending] = [await plainImap(), await plainSmtp()];
  const report = await check({
    imap: { port: imap.port, security: 'starttls' },
    smtp: { port: sending.port, security: 'starttls' },
  });
  expect(failureOf(report.imap)).toBe('tls: starttls-missing');
  expect(failureOf(report.smtp)).toBe('tls: starttls-missing');
  expect(imap.heard()).toMatch(/STARTTLS/);
  expect(imap.heard() + sending.heard()).not.toMatch(/LOGIN|AUTH|PASS/i);
});

it('refuses a certificate that no authority vouches for, and shows its fingerprint', async () => {
  const report = await check({ imap: { trustedFingerprint: null } });
  expect(failureOf(report.imap)).toBe('certificate: certificate-untrusted');
  expect(report.imap.certificate).toMatchObject({
    fingerprint: dovecot.certificate.fingerprint,
    selfSigned: true,
  });
});

it('refuses another certificate than the one that was trusted', async () => {
  const other = await testCertificate();
  const report = await check({
    imap: { trustedFingerprint: other.fingerprint },
    smtp: { trustedFingerprint: other.fingerprint },
  });
  expect(failureOf(report.imap)).toBe('certificate: certificate-changed');
  expect(failureOf(report.smtp)).toBe('certificate: certificate-changed');
});

it('says that a certificate has expired', async () => {
  const expired = await testCertificate({
    notBefore: new Date('2024-01-01'),
    notAfter: new Date('2025-01-01'),
  });
  const report = await withCertificate(expired, { trustedFingerprint: null });
  expect(failureOf(report.smtp)).toBe('certificate: certificate-expired');
});

it('tells a refused login from the steps before it', async () => {
  const report = await check({ imapPassword: 'wrong', smtpPassword: 'wrong' });
  expect(failureOf(report.imap)).toBe('login: login-failed');
  expect(failureOf(report.smtp)).toBe('login: login-failed');
  const words = report.smtp.checks.find(({ step }) => step === 'login')?.error?.detail;
  expect(words).toContain('Wrong user name or password');
});

it('signs in with the stored passwords where none are given', async () => {
  const stored = storedAccount();
  const report = await check({ imapPassword: null, smtpPassword: null, stored });
  expect([failureOf(report.imap), failureOf(report.smtp)]).toEqual([null, null]);
});

it('gives a stored password to no other server', async () => {
  const other = await startSmtpServer();
  onTestFinished(() => other.stop());
  const listening = await startDovecot([user]);
  onTestFinished(() => listening.stop());
  const report = await check({
    imap: { port: listening.imapsPort, trustedFingerprint: listening.certificate.fingerprint },
    smtp: { port: other.port, trustedFingerprint: other.certificate.fingerprint },
    imapPassword: null,
    smtpPassword: null,
    stored: storedAccount(),
  });
  expect(failureOf(report.imap)).toBe('login: password-needed');
  expect(failureOf(report.smtp)).toBe('login: password-needed');
});

it('gives a stored password for no other user', async () => {
  const report = await check({
    imap: { user: 'someone' },
    imapPassword: null,
    smtpPassword: null,
    stored: storedAccount(),
  });
  expect(failureOf(report.imap)).toBe('login: password-needed');
  expect(failureOf(report.smtp)).toBeNull();
});

it('says that the account may not send from the address', async () => {
  smtp.trouble.refuseSender = { code: 550, text: '5.7.60 Not your address' };
  onTestFinished(() => {
    delete smtp.trouble.refuseSender;
  });
  const report = await check();
  expect(failureOf(report.imap)).toBeNull();
  expect(failureOf(report.smtp)).toBe('permission: permission-denied');
});

it('says that the account may only read its inbox', async () => {
  const limited = await startDovecot([user], { readOnlyInbox: true });
  onTestFinished(() => limited.stop());
  const report = await check({
    imap: { port: limited.imapsPort, trustedFingerprint: limited.certificate.fingerprint },
  });
  expect(failureOf(report.imap)).toBe('permission: permission-denied');
});

async function withCertificate(
  certificate: TestCertificate,
  change: Partial<AccountSettings['smtp']>,
) {
  const server = await startSmtpServer({ certificate });
  onTestFinished(() => server.stop());
  return check({ smtp: { port: server.port, ...change } });
}
