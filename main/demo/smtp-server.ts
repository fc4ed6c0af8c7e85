import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SelfSignedCertificate } from './self-signed-certificate.ts';

export type AcceptedMail = {
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly source: Buffer;
};

export type DemoSmtpServer = {
  readonly port: number;
  readonly stop: () => Promise<void>;
};

/** SMTP with implicit TLS on a loopback port; takes mail only for addresses that the demo knows. */
export async function startSmtpServer(options: {
  readonly certificate: SelfSignedCertificate;
  readonly users: readonly { readonly user: string; readonly password: string }[];
  readonly isKnownAddress: (address: string) => boolean;
  readonly onMail: (mail: AcceptedMail) => void;
}): Promise<DemoSmtpServer> {
  const { certificate, users, isKnownAddress, onMail } = options;
  const server = new SMTPServer({
    name: 'mail.minato.example',
    secure: true,
    key: certificate.keyPem,
    cert: certificate.certificatePem,
    authMethods: ['PLAIN', 'LOGIN'],
    size: 30 * 1024 * 1024,
    disableReverseLookup: true,
    logger: false,
    onAuth: (auth, _session, callback) => {
      const found = users.find((candidate) => candidate.user === auth.username);
      if (found === undefined || found.password !== auth.password) {
        callback(refusal(535, '5.7.8 Wrong user name or password'));
      } else {
        callback(null, { user: found.user });
      }
    },
    onMailFrom: (address, session, callback) => {
      if (address.address.toLowerCase() === session.user) callback();
      else callback(refusal(553, '5.7.1 You may only send from your own address'));
    },
    onRcptTo: (address, _session, callback) => {
      if (isKnownAddress(address.address.toLowerCase())) callback();
      else callback(refusal(550, '5.1.1 The demo newsroom has no reader with this address'));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', callback);
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          callback(refusal(552, '5.3.4 The message is larger than 30 MB'));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        onMail({
          mailFrom: mailFrom === false ? '' : mailFrom.address.toLowerCase(),
          rcptTo: rcptTo.map((recipient) => recipient.address.toLowerCase()),
          source: Buffer.concat(chunks),
        });
        callback(null);
      });
    },
  });
  // A client that drops the line must not end the newsroom.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
