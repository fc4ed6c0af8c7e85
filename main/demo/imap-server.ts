import type { AddressInfo, Socket } from 'node:net';
import hoodiecrow, { type HoodiecrowServer } from 'hoodiecrow-imap';
import type { SectionId } from '../../shared/model/section.ts';
import type { StoredLetter } from './letter.ts';
import { repairHoodiecrow } from './repair-hoodiecrow.ts';
import type { SelfSignedCertificate } from './self-signed-certificate.ts';

export type ImapUser = {
  readonly sectionId: SectionId;
  readonly user: string;
  readonly password: string;
};

export type DemoImapServer = {
  readonly port: number;
  /** Puts a letter into its folder; connections that idle there are told. */
  readonly deliver: (letter: StoredLetter) => void;
  readonly stop: () => Promise<void>;
};

// ENABLE before CONDSTORE, which registers itself there. STARTTLS is left out: its certificate
// has expired, and the port speaks TLS from the first byte.
const plugins = [
  'ID',
  'ENABLE',
  'SASL-IR',
  'LITERALPLUS',
  'NAMESPACE',
  'UNSELECT',
  'IDLE',
  'UIDPLUS',
  'MOVE',
  'SPECIAL-USE',
  'CONDSTORE',
];

/** RFC 9051 date-time, in UTC. */
function internalDate(milliseconds: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(milliseconds).toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}

/**
 * Serves the letters over IMAP on a loopback port, TLS only. hoodiecrow shows every user the same
 * folders, so each user has a hoodiecrow of their own, and one more listens, checks the login and
 * hands the connection over.
 */
export async function startImapServer(options: {
  readonly certificate: SelfSignedCertificate;
  readonly users: readonly ImapUser[];
  readonly letters: readonly StoredLetter[];
  readonly uidValidity: number;
}): Promise<DemoImapServer> {
  const { certificate, users, letters, uidValidity } = options;
  const credentials = { key: certificate.keyPem, cert: certificate.certificatePem };

  const serverFor = (sectionId: SectionId | null): HoodiecrowServer => {
    const folder = (name: string, specialUse?: string) => ({
      uidvalidity: uidValidity,
      messages: letters
        .filter((letter) => letter.sectionId === sectionId && letter.folder === name)
        .sort((a, b) => a.writtenAt - b.writtenAt)
        .map((letter) => ({
          raw: letter.source.toString('latin1'),
          flags: letter.seen ? ['\\Seen'] : [],
          internaldate: internalDate(letter.writtenAt),
        })),
      ...(specialUse === undefined ? {} : { 'special-use': specialUse }),
    });
    const server = hoodiecrow({
      secureConnection: true,
      credentials,
      plugins,
      users: {},
      storage: {
        INBOX: folder('INBOX'),
        '': {
          folders: {
            Sent: folder('Sent', '\\Sent'),
            Drafts: folder('Drafts', '\\Drafts'),
            Archive: folder('Archive', '\\Archive'),
            Junk: folder('Junk', '\\Junk'),
            Trash: folder('Trash', '\\Trash'),
          },
        },
      },
    });
    repairHoodiecrow(server);
    return server;
  };

  const bySection = new Map(users.map((user) => [user.sectionId, serverFor(user.sectionId)]));
  const door = serverFor(null);
  door.setCommandHandler('LOGIN', (connection, parsed, data, callback) => {
    const [user, password] = (parsed.attributes ?? []).map((attribute) =>
      attribute !== null && 'value' in attribute ? attribute.value : '',
    );
    const login = users.find((candidate) => candidate.user === user);
    const own = login?.password === password && login ? bySection.get(login.sectionId) : undefined;
    const reply = (command: string, value: string, description: string) =>
      connection.send(
        { tag: parsed.tag, command, attributes: [{ type: 'TEXT', value }] },
        description,
        parsed,
        data,
      );
    if (own === undefined) {
      reply('NO', '[AUTHENTICATIONFAILED] Wrong user name or password', 'LOGIN FAILED');
    } else {
      door.removeListener('notify', connection._notificationCallback);
      own.on('notify', connection._notificationCallback);
      connection.server = own;
      connection.state = 'Authenticated';
      reply('OK', 'Logged in', 'LOGIN SUCCESS');
    }
    callback();
  });

  const sockets = new Set<Socket>();
  door.server.on('connection', (socket: Socket) => {
    // hoodiecrow writes each response line by itself; Nagle would hold it for 40 ms.
    socket.setNoDelay(true);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    door.server.once('error', reject);
    door.listen(0, '127.0.0.1', resolve);
  });

  return {
    port: (door.server.address() as AddressInfo).port,
    deliver: (letter) => {
      bySection
        .get(letter.sectionId)
        ?.appendMessage(
          letter.folder,
          letter.seen ? ['\\Seen'] : [],
          internalDate(letter.writtenAt),
          letter.source.toString('latin1'),
        );
    },
    stop: () =>
      new Promise<void>((resolve) => {
        door.server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
