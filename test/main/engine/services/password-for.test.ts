import { expect, it } from 'vitest';
import { passwordFor } from '../../../../main/engine/services/password-for.ts';

const server = {
  host: 'imap.minato.example',
  port: 993,
  security: 'tls' as const,
  user: 'world',
  trustedFingerprint: null,
};
const stored = { ...server, password: 'secret', trustedCertificate: null };

it('takes the stored password for the stored server and user, however the host is spelled', () => {
  expect(passwordFor(server, null, stored)).toMatchObject({ value: 'secret' });
  expect(passwordFor({ ...server, host: 'IMAP.Minato.example' }, null, stored)).toMatchObject({
    value: 'secret',
  });
});

it.each([{ host: 'imap.minatp.example' }, { port: 1993 }, { user: 'editor' }])(
  'asks for the password anew when the server or the user is another one: %o',
  (changed) => {
    expect(passwordFor({ ...server, ...changed }, null, stored)).toEqual({
      ok: false,
      error: { code: 'password-needed' },
    });
    expect(passwordFor({ ...server, ...changed }, 'typed', stored)).toMatchObject({
      value: 'typed',
    });
  },
);

it('asks for a password where none is stored', () => {
  expect(passwordFor(server, null, null)).toMatchObject({ error: { code: 'password-needed' } });
});
