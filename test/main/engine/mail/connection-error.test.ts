import { expect, it } from 'vitest';
import { toConnectionError } from '../../../../main/engine/mail/connection-error.ts';
import { openImap } from '../../../../main/engine/mail/imap/open-imap.ts';
import { openSmtp } from '../../../../main/engine/mail/smtp/open-smtp.ts';
import { plainImap, plainSmtp, scriptedServer } from '../../../support/scripted-server.ts';

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
  expect(await openImap({ ...starting, port: imap.port })).toMatchObject({
    error: { code: 'starttls-missing' },
  });
  expect(await openSmtp({ ...starting, port: smtp.port })).toMatchObject({
    error: { code: 'starttls-missing' },
  });
  expect(imap.heard() + smtp.heard()).not.toContain('LOGIN');
  expect(smtp.heard()).not.toContain('AUTH');
});

it('says that a server which never greets has stalled', async () => {
  const { port } = await scriptedServer(() => undefined);
  const server = { ...login, port, security: 'starttls' as const };
  const timeouts = { connect: 5000, greeting: 200, socket: 5000 };
  expect(await openImap(server, { timeouts })).toMatchObject({
    error: { code: 'server-stalled' },
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
