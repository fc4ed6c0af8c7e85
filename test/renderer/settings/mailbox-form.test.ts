import { expect, it } from 'vitest';
import {
  keepsPassword,
  type MailboxForm,
  mailboxForm,
  readMailboxForm,
  withSecurity,
  withServerAt,
} from '../../../renderer/settings/mailbox-form.ts';
import type { AccountSettings } from '../../../shared/model/account.ts';

const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':');

const stored: AccountSettings = {
  senderName: '',
  senderAddress: 'world@news.example',
  imap: {
    host: 'imap.news.example',
    port: 993,
    security: 'tls',
    user: 'world',
    trustedFingerprint: fingerprint,
  },
  smtp: {
    host: 'smtp.news.example',
    port: 587,
    security: 'starttls',
    user: 'world-out',
    trustedFingerprint: null,
  },
};

function filled(): MailboxForm {
  const empty = mailboxForm(null);
  return {
    ...empty,
    senderName: ' World Services ',
    senderAddress: ' world@news.example ',
    imap: { ...empty.imap, host: 'imap.news.example', user: 'world', password: 'secret' },
    smtp: { ...empty.smtp, host: 'smtp.news.example' },
  };
}

it('starts on the ports of TLS', () => {
  const form = mailboxForm(null);
  expect([form.imap.port, form.smtp.port]).toEqual(['993', '465']);
});

it('lets a default port follow the choice of encryption', () => {
  const { imap, smtp } = mailboxForm(null);
  expect(withSecurity('imap', imap, 'starttls').port).toBe('143');
  expect(withSecurity('smtp', smtp, 'starttls').port).toBe('587');
  expect(withSecurity('smtp', withSecurity('smtp', smtp, 'starttls'), 'tls').port).toBe('465');
});

it('keeps a port of its own when the encryption changes', () => {
  const server = { ...mailboxForm(null).imap, port: '10993' };
  expect(withSecurity('imap', server, 'starttls').port).toBe('10993');
});

it('takes back the trust in a certificate when the server is another one', () => {
  const server = { ...filled().imap, trustedFingerprint: fingerprint };
  expect(withServerAt(server, { host: 'other.example' }).trustedFingerprint).toBeNull();
  expect(withServerAt(server, { port: '1993' }).trustedFingerprint).toBeNull();
  expect(withSecurity('imap', server, 'starttls').trustedFingerprint).toBe(fingerprint);
});

it('reads a filled form, and gives SMTP the login of IMAP', () => {
  const result = readMailboxForm(filled(), null);
  expect(result).toMatchObject({
    ok: true,
    input: {
      settings: {
        senderName: 'World Services',
        senderAddress: 'world@news.example',
        imap: { host: 'imap.news.example', port: 993, user: 'world' },
        smtp: { host: 'smtp.news.example', port: 465, user: 'world' },
      },
      passwords: { imap: 'secret', smtp: 'secret' },
    },
  });
});

it('names every field that is empty', () => {
  const result = readMailboxForm({ ...mailboxForm(null), sameLogin: false }, null);
  expect(result).toEqual({
    ok: false,
    errors: {
      senderAddress: 'required',
      'imap.host': 'required',
      'imap.user': 'required',
      'imap.password': 'required',
      'smtp.host': 'required',
      'smtp.user': 'required',
      'smtp.password': 'required',
    },
  });
});

it.each(['0', '65536', '-1', '99 3', '1e3', '0x1bb', 'imap'])('refuses the port %s', (port) => {
  const form = filled();
  expect(readMailboxForm({ ...form, imap: { ...form.imap, port } }, null)).toEqual({
    ok: false,
    errors: { 'imap.port': 'port' },
  });
});

it('refuses an address and a host that are none', () => {
  const form = filled();
  expect(
    readMailboxForm(
      { ...form, senderAddress: 'world@', smtp: { ...form.smtp, host: 'smtp server' } },
      null,
    ),
  ).toEqual({ ok: false, errors: { senderAddress: 'address', 'smtp.host': 'host' } });
});

it('keeps the stored passwords when their fields are left empty', () => {
  const result = readMailboxForm(mailboxForm(stored), stored);
  expect(result).toEqual({
    ok: true,
    input: { settings: stored, passwords: { imap: null, smtp: null } },
  });
});

it.each([{ host: 'imap.newz.example' }, { port: '1993' }, { user: 'editor' }])(
  'wants the password again when the server or the user is another one: %o',
  (changed) => {
    const form = mailboxForm(stored);
    const moved = { ...form, imap: { ...form.imap, ...changed } };
    expect(keepsPassword(form, 'imap', stored)).toBe(true);
    expect(keepsPassword(moved, 'imap', stored)).toBe(false);
    expect(keepsPassword(moved, 'smtp', stored)).toBe(true);
    expect(readMailboxForm(moved, stored)).toEqual({
      ok: false,
      errors: { 'imap.password': 'passwordAgain' },
    });
    const typed = { ...moved, imap: { ...moved.imap, password: 'typed' } };
    expect(readMailboxForm(typed, stored)).toMatchObject({
      input: { passwords: { imap: 'typed', smtp: null } },
    });
  },
);

it('is content with the old password when a change was taken back', () => {
  const form = mailboxForm(stored);
  const back = { ...form, imap: { ...form.imap, host: ' IMAP.news.example ' } };
  expect(keepsPassword(back, 'imap', stored)).toBe(true);
});

it('starts with one login for both servers when their users are the same', () => {
  const alike = { ...stored, smtp: { ...stored.smtp, user: stored.imap.user } };
  expect(mailboxForm(alike).sameLogin).toBe(true);
  expect(mailboxForm(stored).sameLogin).toBe(false);
});

it('gives a new password and user to both servers when they sign in alike', () => {
  const alike = { ...stored, smtp: { ...stored.smtp, user: stored.imap.user } };
  const form = mailboxForm(alike);
  const changed = { ...form, imap: { ...form.imap, user: 'editor', password: 'new' } };
  expect(readMailboxForm(changed, alike)).toMatchObject({
    input: {
      settings: { imap: { user: 'editor' }, smtp: { user: 'editor' } },
      passwords: { imap: 'new', smtp: 'new' },
    },
  });
});

it('wants the password of both when only outgoing mail moves and they sign in alike', () => {
  const alike = { ...stored, smtp: { ...stored.smtp, user: stored.imap.user } };
  const form = mailboxForm(alike);
  const moved = { ...form, smtp: { ...form.smtp, host: 'smtp.newz.example' } };
  expect(readMailboxForm(moved, alike)).toEqual({
    ok: false,
    errors: { 'imap.password': 'passwordAgain' },
  });
});

it('wants the password when outgoing mail takes the login of incoming mail from now on', () => {
  const form = { ...mailboxForm(stored), sameLogin: true };
  expect(readMailboxForm(form, stored)).toMatchObject({
    errors: { 'imap.password': 'passwordAgain' },
  });
});
