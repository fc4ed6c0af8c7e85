import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { type TestCertificate, testCertificate } from './certificate.ts';
import type { ServerPlace } from './server-place.ts';

type ReceivedMail = {
  readonly mailFrom: string;
  readonly rcptTo: readonly string[];
  readonly raw: Buffer;
  /** What the client called itself in EHLO. */
  readonly clientName: string;
};

/** What may go wrong, switched by tests while the server runs. */
type Trouble = {
  refuseSender?: { readonly code: number; readonly text: string };
  refuseRecipient?: { readonly code: number; readonly text: string };
  refuseLogin?: boolean;
  /** Takes the message, delivers it, and drops the line instead of saying so. */
  dropAfterData?: boolean;
  /** Drops the line before the message was sent. */
  dropBeforeData?: boolean;
  /** Never answers to the recipient's address. */
  slowRecipient?: boolean;
};

/** How far a client has come; `answered` is right behind the 250 to its message. */
export type SmtpStage = 'connect' | 'auth' | 'mail' | 'rcpt' | 'data' | 'taken' | 'answered';

export type SmtpServer = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly certificate: TestCertificate;
  readonly received: readonly ReceivedMail[];
  readonly trouble: Trouble;
  readonly stop: () => Promise<void>;
};

/** A real SMTP server on a loopback port or at a place of its own, with TLS from the start or by STARTTLS, for one user. */
export async function startSmtpServer(
  options: {
    readonly starttls?: boolean;
    readonly certificate?: TestCertificate;
    readonly at?: ServerPlace;
    /** Takes access tokens instead of the password: whether this one lets the user in. */
    readonly acceptsToken?: (user: string, accessToken: string) => Promise<boolean>;
    /** How large a letter it says that it takes, in bytes. */
    readonly size?: number;
    /** Called once for each recipient of an accepted message. */
    readonly deliver?: (recipient: string, raw: Buffer) => void;
    readonly reached?: (stage: SmtpStage) => void;
  } = {},
): Promise<SmtpServer> {
  const certificate = options.certificate ?? (await testCertificate(options.at));
  const [user, password] = ['sender', 'a-sending-password'];
  const received: ReceivedMail[] = [];
  const trouble: Trouble = {};
  const sockets = new Set<Socket>();
  const reached = options.reached ?? (() => undefined);
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const server = new SMTPServer({
    secure: options.starttls !== true,
    ...(options.size === undefined ? {} : { size: options.size }),
    key: certificate.key,
    cert: certificate.certificate,
    authMethods: options.acceptsToken === undefined ? ['PLAIN', 'LOGIN'] : ['XOAUTH2'],
    disableReverseLookup: true,
    logger: false,
    onAuth(auth, _session, callback) {
      reached('auth');
      if (auth.method === 'XOAUTH2') {
        void options
          .acceptsToken?.(auth.username ?? '', auth.accessToken ?? '')
          .then((accepts) =>
            accepts
              ? callback(null, { user: auth.username })
              : callback(null, { data: { status: '401', schemes: 'bearer' } }),
          );
        return;
      }
      const known = auth.username === user && auth.password === password;
      if (known && trouble.refuseLogin !== true) callback(null, { user });
      else callback(refusal(535, '5.7.8 Wrong user name or password'));
    },
    onMailFrom(_address, _session, callback) {
      reached('mail');
      const { refuseSender } = trouble;
      callback(refuseSender === undefined ? null : refusal(refuseSender.code, refuseSender.text));
    },
    onRcptTo(_address, _session, callback) {
      reached('rcpt');
      const { refuseRecipient, dropBeforeData, slowRecipient } = trouble;
      if (dropBeforeData === true) dropAll();
      else if (slowRecipient === true) return;
      else if (refuseRecipient === undefined) callback();
      else callback(refusal(refuseRecipient.code, refuseRecipient.text));
    },
    onData(stream, { envelope, hostNameAppearsAs: clientName }, callback) {
      reached('data');
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', callback);
      stream.on('end', () => {
        const mailFrom = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const rcptTo = envelope.rcptTo.map(({ address }) => address);
        const raw = Buffer.concat(chunks);
        received.push({ mailFrom, rcptTo, raw, clientName });
        for (const recipient of rcptTo) options.deliver?.(recipient, raw);
        reached('taken');
        if (trouble.dropAfterData === true) return dropAll();
        callback(null);
        reached('answered');
      });
    },
  });
  // A line that was dropped on purpose.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    reached('connect');
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(0, options.at?.address ?? '127.0.0.1', resolve);
  });
  return {
    host: options.at?.name ?? '127.0.0.1',
    port: (server.server.address() as AddressInfo).port,
    user,
    password,
    certificate,
    received,
    trouble,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
