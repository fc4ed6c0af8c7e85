import type { SignInProvider } from '../../shared/model/sign-in.ts';
import type { MailboxForm, ServerForm } from './mailbox-form.ts';

type Place = Pick<ServerForm, 'host' | 'port' | 'security'>;

/** Where the providers that everybody knows have their mail, from their own help pages. */
const known: Partial<Record<SignInProvider, { readonly imap: Place; readonly smtp: Place }>> = {
  google: {
    imap: { host: 'imap.gmail.com', port: '993', security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: '465', security: 'tls' },
  },
  microsoft: {
    imap: { host: 'outlook.office365.com', port: '993', security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: '587', security: 'starttls' },
  },
};

/** Chooses a way to sign in. A provider's servers are filled in where nobody has typed others. */
export function withWay(form: MailboxForm, way: MailboxForm['signIn']['way']): MailboxForm {
  const next = { ...form, signIn: { ...form.signIn, way } };
  const places = way === 'password' ? undefined : known[way];
  if (places === undefined) return next;
  return { ...next, imap: moved(form.imap, places.imap), smtp: moved(form.smtp, places.smtp) };
}

function moved(server: ServerForm, place: Place): ServerForm {
  const hosts = Object.values(known).flatMap(({ imap, smtp }) => [imap.host, smtp.host]);
  const isTyped = server.host.trim() !== '' && !hosts.includes(server.host.trim());
  return isTyped ? server : { ...server, ...place, trustedFingerprint: null };
}
