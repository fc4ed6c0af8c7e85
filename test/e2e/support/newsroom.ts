import type { Page } from 'playwright';
import { type Dovecot, startDovecot } from '../../support/dovecot.ts';
import { type SmtpServer, startSmtpServer } from '../../support/smtp-server.ts';
import { launchApp, type RunningApp } from './launch-app.ts';
import { createProfile, setUpMailbox } from './set-up.ts';

/** A mail server for the World Services section and for one reader. */
export type Newsroom = {
  readonly dovecot: Dovecot;
  readonly smtp: SmtpServer;
  /** Sets the section up in the window, as an administrator would. */
  readonly setUp: (page: Page) => Promise<void>;
  /** Starts the app with a new profile and sets the section up. */
  readonly startApp: (userData: string) => Promise<RunningApp>;
  readonly stop: () => Promise<void>;
};

const section = 'World Services';
export const sectionUser = 'world';
export const sectionAddress = 'world-services@minato.example';
export const readerUser = 'reader';
export const readerAddress = 'mika@reader.example';

/** `size` is how large a letter its SMTP server takes, in bytes. */
export async function startNewsroom(options: { readonly size?: number } = {}): Promise<Newsroom> {
  const dovecot = await startDovecot([sectionUser, readerUser]);
  const smtp = await startSmtpServer({
    ...options,
    deliver(recipient, raw) {
      if (recipient === readerAddress) dovecot.deliver(readerUser, raw);
    },
  });
  const setUp = (page: Page) =>
    setUpMailbox(page, section, {
      senderName: 'Minato World Services',
      senderAddress: sectionAddress,
      imap: {
        host: dovecot.host,
        port: dovecot.imapsPort,
        user: sectionUser,
        password: dovecot.password,
      },
      smtp,
    });
  return {
    dovecot,
    smtp,
    setUp,
    async startApp(userData) {
      const app = await launchApp({ userData });
      await createProfile(app.page);
      await setUp(app.page);
      return app;
    },
    async stop() {
      await smtp.stop();
      await dovecot.stop();
    },
  };
}
