import { type Dovecot, startDovecot } from './dovecot.ts';
import { type OAuthProvider, startOAuthProvider } from './oauth-provider.ts';
import { type SmtpServer, startSmtpServer } from './smtp-server.ts';

export type OAuthNewsroom = {
  readonly provider: OAuthProvider;
  readonly dovecot: Dovecot;
  readonly smtp: SmtpServer;
  readonly stop: () => Promise<void>;
};

type OAuthNewsroomOptions = {
  /** The one mailbox. */
  readonly user: string;
  /** How its IMAP server has a token shown. */
  readonly mechanisms: string;
  /** Whose token opens which mailbox, where it is not their own. */
  readonly delegates?: Readonly<Record<string, string>>;
};

/** A provider, and mail servers for both ways that ask it about the tokens that they are shown. */
export async function startOAuthNewsroom(options: OAuthNewsroomOptions): Promise<OAuthNewsroom> {
  const { user, mechanisms, delegates = {} } = options;
  const provider = await startOAuthProvider({ delegates });
  const { introspection, certificate } = provider;
  const dovecot = await startDovecot([user], {
    oauth: { introspection, certificate: certificate.certificate, mechanisms },
  });
  const smtp = await startSmtpServer({
    acceptsToken: async (name, token) => (await provider.mailboxOf(token)) === name,
  });
  return {
    ...{ provider, dovecot, smtp },
    async stop() {
      await smtp.stop();
      await dovecot.stop();
      await provider.stop();
    },
  };
}
