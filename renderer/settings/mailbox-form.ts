import {
  type AccountPasswords,
  AccountSettings,
  isSameLogin,
  type Security,
} from '../../shared/model/account.ts';
import { isSameSignIn } from '../../shared/model/sign-in.ts';

import {
  readSignInForm,
  type SignInFieldErrors,
  type SignInForm,
  signInForm,
} from './sign-in-form.ts';

export type ServerKind = 'imap' | 'smtp';

/** A server's fields as they are typed. */
export type ServerForm = {
  readonly host: string;
  readonly port: string;
  readonly security: Security;
  readonly user: string;
  /** '' keeps the stored password when there is one for this server and user. */
  readonly password: string;
  readonly trustedFingerprint: string | null;
};

export type MailboxForm = {
  readonly senderName: string;
  readonly senderAddress: string;
  readonly signIn: SignInForm;
  readonly imap: ServerForm;
  readonly smtp: ServerForm;
  /** SMTP takes IMAP's user name and password. */
  readonly sameLogin: boolean;
};

export type MailboxInput = {
  readonly settings: AccountSettings;
  readonly passwords: AccountPasswords;
};

/** RFC 8314 3.2, 3.3 for TLS from the first byte; RFC 9051 and RFC 6409 for STARTTLS. */
const defaultPorts: Readonly<Record<ServerKind, Readonly<Record<Security, string>>>> = {
  imap: { tls: '993', starttls: '143' },
  smtp: { tls: '465', starttls: '587' },
};

function emptyServer(kind: ServerKind): ServerForm {
  return {
    host: '',
    port: defaultPorts[kind].tls,
    security: 'tls',
    user: '',
    password: '',
    trustedFingerprint: null,
  };
}

/** The form for an account that is set up already, or an empty one. */
export function mailboxForm(stored: AccountSettings | null): MailboxForm {
  if (stored === null)
    return {
      senderName: '',
      senderAddress: '',
      signIn: signInForm(undefined),
      imap: emptyServer('imap'),
      smtp: emptyServer('smtp'),
      sameLogin: true,
    };
  const server = (kind: ServerKind): ServerForm => ({
    ...stored[kind],
    port: String(stored[kind].port),
    password: '',
  });
  return {
    senderName: stored.senderName,
    senderAddress: stored.senderAddress,
    signIn: signInForm(stored.signIn),
    imap: server('imap'),
    smtp: server('smtp'),
    sameLogin: stored.imap.user === stored.smtp.user,
  };
}

/** Changes the encryption; a port that was the default of the old choice follows. */
export function withSecurity(kind: ServerKind, server: ServerForm, security: Security): ServerForm {
  const isDefault = server.port === '' || server.port === defaultPorts[kind][server.security];
  return { ...server, security, port: isDefault ? defaultPorts[kind][security] : server.port };
}

/** Changes where the server is; trust was given to the old server and does not move with it. */
export function withServerAt(
  server: ServerForm,
  place: Partial<Pick<ServerForm, 'host' | 'port'>>,
): ServerForm {
  return { ...server, ...place, trustedFingerprint: null };
}

/**
 * Whether a server's password can be left blank: the stored one is for the stored server and user.
 * IMAP's password is SMTP's too when both sign in alike.
 */
export function keepsPassword(
  form: MailboxForm,
  kind: ServerKind,
  stored: AccountSettings | null,
): boolean {
  if (stored === null || stored.signIn !== undefined) return false;
  const { imap, smtp } = serversOf(form);
  const keepsImap = isSameLogin(imap, stored.imap);
  const keepsSmtp = isSameLogin(smtp, stored.smtp);
  if (form.sameLogin) return keepsImap && keepsSmtp;
  return kind === 'imap' ? keepsImap : keepsSmtp;
}

/** Whether a sign-in that is stored is one for what the form says: the same servers, and the same way in. */
export function keepsSignIn(form: MailboxForm, stored: AccountSettings | null): boolean {
  if (stored?.signIn === undefined) return false;
  const { imap, smtp } = serversOf(form);
  const read = readSignInForm(form.signIn);
  return (
    isSameLogin(imap, stored.imap) &&
    isSameLogin(smtp, stored.smtp) &&
    read.ok &&
    isSameSignIn(read.signIn, stored.signIn)
  );
}

type FieldError = 'required' | 'address' | 'host' | 'port' | 'passwordAgain';
type FieldName = 'senderAddress' | `${ServerKind}.${'host' | 'port' | 'user' | 'password'}`;
export type FieldErrors = Partial<Record<FieldName, FieldError>> & {
  signIn?: SignInFieldErrors;
};

type ReadForm =
  | { readonly ok: true; readonly input: MailboxInput }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reads the form as the contract wants it, or says which fields are wrong and how. */
export function readMailboxForm(form: MailboxForm, stored: AccountSettings | null): ReadForm {
  const signIn = readSignInForm(form.signIn);
  const errors: FieldErrors = signIn.ok ? {} : { signIn: signIn.errors };
  const settings = {
    senderName: form.senderName.trim(),
    senderAddress: form.senderAddress.trim(),
    ...serversOf(form),
    ...(signIn.ok && signIn.signIn !== undefined ? { signIn: signIn.signIn } : {}),
  };

  if (settings.senderAddress === '') errors.senderAddress = 'required';
  else if (!AccountSettings.shape.senderAddress.safeParse(settings.senderAddress).success)
    errors.senderAddress = 'address';
  for (const kind of ['imap', 'smtp'] as const) {
    const shape = AccountSettings.shape[kind].shape;
    const server = settings[kind];
    if (server.host === '') errors[`${kind}.host`] = 'required';
    else if (!shape.host.safeParse(server.host).success) errors[`${kind}.host`] = 'host';
    if (form[kind].port.trim() === '') errors[`${kind}.port`] = 'required';
    else if (!shape.port.safeParse(server.port).success) errors[`${kind}.port`] = 'port';
    if (kind === 'smtp' && form.sameLogin) continue;
    if (server.user === '') errors[`${kind}.user`] = 'required';
    if (form.signIn.way !== 'password') continue;
    if (form[kind].password === '' && !keepsPassword(form, kind, stored))
      errors[`${kind}.password`] = stored === null ? 'required' : 'passwordAgain';
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };

  const typed = ({ password }: ServerForm) =>
    password === '' || form.signIn.way !== 'password' ? null : password;
  const imap = typed(form.imap);
  const smtp = typed(form.smtp);
  return {
    ok: true,
    input: {
      settings: AccountSettings.parse(settings),
      passwords: { imap, smtp: form.sameLogin ? imap : smtp },
    },
  };
}

function serversOf(form: MailboxForm) {
  const imap = serverSettings(form.imap);
  const smtp = serverSettings(form.smtp);
  return { imap, smtp: form.sameLogin ? { ...smtp, user: imap.user } : smtp };
}

function serverSettings(server: ServerForm) {
  return {
    host: server.host.trim(),
    // Number('0x1bb') and Number('1e3') are numbers, but nobody means them.
    port: /^\d+$/.test(server.port.trim()) ? Number(server.port) : Number.NaN,
    security: server.security,
    user: server.user.trim(),
    trustedFingerprint: server.trustedFingerprint,
  };
}
