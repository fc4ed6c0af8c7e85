import { expect, it, onTestFinished } from 'vitest';
import { openSocket as connect } from '../../../../main/engine/egress/open-socket.ts';
import { toConnectionError } from '../../../../main/engine/mail/connection-error.ts';
import { openImap } from '../../../../main/engine/mail/imap/open-imap.ts';
import { openSmtp } from '../../../../main/engine/mail/smtp/open-smtp.ts';
import { testCertificate } from '../../../support/certificate.ts';
import { plainImap, plainSmtp, scriptedServer } from '../../../support/scripted-server.ts';
import { startSmtpServer } from '../../../support/smtp-server.ts';

const login = {
  host: '127.0.0.1',
  user: 'world',
  password: 'a-mailbox-password',
  trustedFingerprint: null,
  trustedCertificate: null,
};

it('goes no further where a server has lost its STARTTLS, and gives it no password', async () => {
  const [imap, smtp] = [await plainImap(), await plainSmtp()];
  const starting = { ...login, security: 'starttls' as const };
  expect(await openImap({ ...starting, port: imap.port }, { connect })).toMatchObject({
    error: { code: 'starttls-missing' },
  });
  expect(await openSmtp({ ...starting, port: smtp.port }, { connect })).toMatchObject({
    error: { code: 'starttls-missing' },
  });
  expect(imap.heard() + smtp.heard()).not.toContain('LOGIN');
  expect(smtp.heard()).not.toContain('AUTH');
});

it('says that a server which never greets has stalled', async () => {
  const { port } = await scriptedServer(() => undefined);
  const server = { ...login, port, security: 'starttls' as const };
  const timeouts = { connect: 5000, greeting: 200, socket: 5000 };
  expect(await openImap(server, { connect, timeouts })).toMatchObject({
    error: { code: 'server-stalled' },
  });
});

it('says that a trusted certificate was replaced, wherever it is noticed', async () => {
  const smtp = await startSmtpServer();
  onTestFinished(() => smtp.stop());
  const other = await testCertificate();
  const server = {
    ...login,
    port: smtp.port,
    security: 'tls' as const,
    trustedFingerprint: other.fingerprint,
    trustedCertificate: other.certificate,
  };
  expect(await openSmtp(server, { connect })).toMatchObject({
    error: { code: 'certificate-changed' },
  });
  expect(await openImap(server, { connect })).toMatchObject({
    error: { code: 'certificate-changed' },
  });
});

it.each([
  [{ code: 'ENOTFOUND' }, 'dns-failed'],
  [
    { code: 'ESOCKET', cause: Object.assign(new Error(), { code: 'CERT_HAS_EXPIRED' }) },
    'certificate-expired',
  ],
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET' }), 'connect-refused'],
  [{ authenticationFailed: true, responseText: 'Invalid credentials' }, 'login-failed'],
  [{ authenticationFailed: true, serverResponseCode: 'UNAVAILABLE' }, 'server-unavailable'],
  [{ code: 'NoConnection', reason: 'Good night' }, 'server-ended'],
  [{ code: 'ERR_SSL_WRONG_VERSION_NUMBER', reason: 'wrong version number' }, 'tls-failed'],
  [{ code: 'EAUTH', responseCode: 535, response: '535 No' }, 'login-failed'],
  [{ code: 'EAUTH', responseCode: 454, response: '454 Later' }, 'server-refused'],
  [{ responseStatus: 'NO', responseText: '[NOPERM] Access denied' }, 'permission-denied'],
  [{ responseStatus: 'NO', responseText: 'Server busy' }, 'server-refused'],
  [{}, 'connection-lost'],
  [null, 'connection-lost'],
])('reads %o as %s', (error, code) => {
  expect(toConnectionError(error).code).toBe(code);
});

it('keeps the words of the server, cut where they are too many', () => {
  const words = 'no '.repeat(1000);
  const { detail } = toConnectionError({ responseStatus: 'NO', responseText: words });
  expect(detail).toBe(words.slice(0, 500));
});
