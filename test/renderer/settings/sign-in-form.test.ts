import { expect, it } from 'vitest';
import {
  keepsSignIn,
  mailboxForm,
  readMailboxForm,
} from '../../../renderer/settings/mailbox-form.ts';
import { withWay } from '../../../renderer/settings/provider-servers.ts';
import { readSignInForm, signInForm } from '../../../renderer/settings/sign-in-form.ts';
import type { AccountSettings } from '../../../shared/model/account.ts';

const google = { provider: 'google', clientId: 'id', clientSecret: 's', person: '' } as const;

function stored(): AccountSettings {
  const { imap, smtp } = withWay(mailboxForm(null), 'google');
  return {
    senderName: '',
    senderAddress: 'world@news.example',
    imap: { ...imap, port: 993, user: 'world@news.example' },
    smtp: { ...smtp, port: 465, user: 'world@news.example' },
    signIn: google,
  };
}

it('asks for what a provider needs, and says what is wrong with it', () => {
  const empty = signInForm(undefined);
  const errors = (form: Partial<typeof empty>) => {
    const read = readSignInForm({ ...empty, ...form });
    return read.ok ? null : read.errors;
  };
  expect(errors({ way: 'password' })).toBe(null);
  expect(errors({ way: 'google' })).toEqual({ clientId: 'required' });
  expect(errors({ way: 'microsoft', clientId: 'id' })).toBe(null);
  expect(errors({ way: 'microsoft', clientId: 'id', tenant: 'a/b' })).toEqual({ tenant: 'tenant' });
  expect(errors({ way: 'other', clientId: 'id', issuer: 'http://id.news.example' })).toEqual({
    issuer: 'issuer',
  });
  expect(errors({ way: 'other', clientId: 'id', issuer: '', scope: ' ' })).toEqual({
    issuer: 'required',
    scope: 'required',
  });
});

it('takes along what belongs to the chosen provider alone', () => {
  const typed = { ...signInForm(google), tenant: 'minato', issuer: 'https://id.news.example' };
  expect(readSignInForm(typed)).toEqual({ ok: true, signIn: google });
});

it('fills a known provider’s servers in, and never over what was typed', () => {
  const form = withWay(mailboxForm(null), 'google');
  expect([form.imap.host, form.smtp.host]).toEqual(['imap.gmail.com', 'smtp.gmail.com']);
  const other = withWay(form, 'microsoft');
  expect(other.smtp).toMatchObject({
    host: 'smtp.office365.com',
    port: '587',
    security: 'starttls',
  });
  const typed = { ...form, imap: { ...form.imap, host: 'imap.news.example' } };
  expect(withWay(typed, 'microsoft').imap.host).toBe('imap.news.example');
});

it('wants no password of an account that signs in at a provider, and one again after that', () => {
  const form = mailboxForm(stored());
  const read = readMailboxForm(form, stored());
  expect(read).toMatchObject({ ok: true, input: { passwords: { imap: null, smtp: null } } });
  expect(readMailboxForm(withWay(form, 'password'), stored())).toMatchObject({
    ok: false,
    errors: { 'imap.password': 'passwordAgain' },
  });
});

it('keeps a sign-in for the servers and the registration that it was made for', () => {
  const form = mailboxForm(stored());
  expect(keepsSignIn(form, stored())).toBe(true);
  expect(keepsSignIn({ ...form, senderName: 'World' }, stored())).toBe(true);
  expect(keepsSignIn({ ...form, imap: { ...form.imap, host: 'other.example' } }, stored())).toBe(
    false,
  );
  const renamed = { ...form, signIn: { ...form.signIn, clientId: 'another' } };
  expect(keepsSignIn(renamed, stored())).toBe(false);
});
