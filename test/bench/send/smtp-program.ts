/* A real SMTP server in a process of its own: it tells when each 250 went out, in ms since 1970. */
import { startSmtpServer } from '../../support/smtp-server.ts';

export type SmtpWord =
  | {
      readonly kind: 'ready';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly certificate: string;
      readonly fingerprint: string;
    }
  | { readonly kind: 'answered'; readonly at: number };

const tell = (word: SmtpWord) => process.send?.(word);

const { host, port, user, password, certificate } = await startSmtpServer({
  reached(stage) {
    const at = performance.timeOrigin + performance.now();
    if (stage === 'answered') tell({ kind: 'answered', at });
  },
});
tell({
  kind: 'ready',
  ...{ host, port, user, password },
  ...{ certificate: certificate.certificate, fingerprint: certificate.fingerprint },
});
process.on('disconnect', () => process.exit());
