import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type TestCertificate, testCertificate } from './certificate.ts';
import { type DovecotOAuth, dovecotConfig, dovecotOAuthConfig } from './dovecot-config.ts';
import { freePort } from './free-port.ts';
import type { ServerPlace } from './server-place.ts';
import { waitFor } from './wait-for.ts';

const run = promisify(execFile);

type DovecotMessage = {
  readonly uid: number;
  readonly flags: readonly string[];
  readonly raw: string;
};

export type Dovecot = {
  readonly host: string;
  readonly imapPort: number;
  readonly imapsPort: number;
  readonly certificate: TestCertificate;
  readonly password: string;
  /** Puts a message into a folder as a delivery agent does: into tmp, then renamed into new. */
  readonly deliver: (user: string, raw: string | Buffer, folder?: string) => void;
  readonly maildir: (user: string, folder?: string) => string;
  /** What the server has, by doveadm, in the order of UIDs. */
  readonly messages: (user: string, folder?: string) => Promise<readonly DovecotMessage[]>;
  readonly doveadm: (...args: readonly string[]) => Promise<string>;
  /** Numbers the messages of INBOX from 1 again, under a new UIDVALIDITY. */
  readonly renumber: (user: string) => Promise<void>;
  /** Gives the INBOX of another user the UIDVALIDITY of this one's. */
  readonly copyUidValidity: (user: string, other: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** `nobody` when the tests run as root, else whoever runs them. */
const owner =
  process.getuid?.() === 0
    ? { uid: 65534, gid: 65534 }
    : { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

let deliveries = 0;

/** Starts a real Dovecot on free loopback ports for the given users, all with one password. */
export async function startDovecot(
  users: readonly string[],
  options: {
    readonly capability?: string;
    readonly readOnlyInbox?: boolean;
    readonly oauth?: DovecotOAuth;
    readonly at?: ServerPlace;
  } = {},
): Promise<Dovecot> {
  const { name, address } = options.at ?? { name: '127.0.0.1', address: '127.0.0.1' };
  // A short path: a UNIX socket's name has room for 107 bytes.
  const folder = mkdtempSync('/tmp/fb-dovecot-');
  chmodSync(folder, 0o755);
  const certificate = await testCertificate(options.at);
  const password = 'a-mailbox-password';
  const [imapPort, imapsPort] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'certificate.pem'), certificate.certificate);
  writeFileSync(join(folder, 'key.pem'), certificate.key, { mode: 0o600 });
  const config = join(folder, 'dovecot.conf');
  const capability = options.capability ?? null;
  const readOnlyInbox = options.readOnlyInbox ?? false;
  const oauth = options.oauth ?? null;
  if (oauth !== null) {
    writeFileSync(join(folder, 'provider.pem'), oauth.certificate);
    writeFileSync(join(folder, 'oauth2.conf'), dovecotOAuthConfig(folder, oauth));
  }
  writeFileSync(
    config,
    dovecotConfig({
      folder,
      address,
      imapPort,
      imapsPort,
      capability,
      readOnlyInbox,
      oauth,
      ...owner,
      password,
    }),
  );
  // RFC 4314 4: look up and read, no more.
  writeFileSync(join(folder, 'rights'), 'INBOX owner lr\n');
  mkdirSync(join(folder, 'mail'));
  for (const user of users) {
    for (const part of ['cur', 'new', 'tmp', '.Sent/cur', '.Sent/new', '.Sent/tmp']) {
      mkdirSync(join(folder, 'mail', user, part), { recursive: true });
    }
  }
  await run('chown', ['-R', `${owner.uid}:${owner.gid}`, join(folder, 'mail')]);
  const server = spawn('dovecot', ['-F', '-c', config], { stdio: 'ignore' });
  const end = (): void => void server.kill('SIGTERM');
  process.once('exit', end);
  await untilListening(server, address, imapsPort, join(folder, 'dovecot.log'));

  const maildir = (user: string, name = 'INBOX'): string =>
    join(folder, 'mail', user, ...(name === 'INBOX' ? [] : [`.${name.replaceAll('/', '.')}`]));
  const doveadm = async (...args: readonly string[]): Promise<string> =>
    (await run('doveadm', ['-c', config, ...args], { maxBuffer: 1 << 30, encoding: 'latin1' }))
      .stdout;

  async function uidValidity(user: string): Promise<number> {
    await doveadm('index', '-u', user, 'INBOX');
    const uidList = readFileSync(join(maildir(user), 'dovecot-uidlist'), 'utf8');
    return Number(/^3 V(\d+)/.exec(uidList)?.[1]);
  }

  async function startUids(user: string, validity: number): Promise<void> {
    const path = maildir(user);
    for (const file of await readdir(path)) {
      if (file.startsWith('dovecot')) rmSync(join(path, file));
    }
    const uidList = join(path, 'dovecot-uidlist');
    writeFileSync(uidList, `3 V${validity} N1\n`);
    chownSync(uidList, owner.uid, owner.gid);
  }

  return {
    host: name,
    imapPort,
    imapsPort,
    certificate,
    password,
    maildir,
    doveadm,
    deliver(user, raw, name) {
      deliveries += 1;
      // Dovecot numbers what comes together in the order of names.
      const [time, order] = [Date.now(), `${deliveries}`.padStart(6, '0')];
      const micros = `${time % 1000}`.padStart(3, '0');
      const file = `${Math.floor(time / 1000)}.M${micros}P${process.pid}Q${order}.test`;
      const path = maildir(user, name);
      writeFileSync(join(path, 'tmp', file), raw);
      chownSync(join(path, 'tmp', file), owner.uid, owner.gid);
      renameSync(join(path, 'tmp', file), join(path, 'new', file));
    },
    async messages(user, name = 'INBOX') {
      const fields = 'uid flags text';
      const out = await doveadm('-f', 'pager', 'fetch', '-u', user, fields, 'mailbox', name);
      return parsePager(out);
    },
    renumber: async (user) => startUids(user, (await uidValidity(user)) + 100),
    copyUidValidity: async (user, other) => startUids(other, await uidValidity(user)),
    async stop() {
      process.off('exit', end);
      const ended = new Promise((resolve) => server.once('exit', resolve));
      end();
      if (server.exitCode === null && server.signalCode === null) await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function parsePager(out: string): DovecotMessage[] {
  return out
    .split('\f\n')
    .filter((page) => page.trim() !== '')
    .map((page) => {
      const [, uid = '', flags = '', raw = ''] =
        page.match(/^uid: (\d+)\nflags: ([^\n]*)\ntext:\n([\s\S]*)$/) ?? [];
      return { uid: Number(uid), flags: flags.split(' ').filter((flag) => flag !== ''), raw };
    });
}

async function untilListening(
  server: ChildProcess,
  address: string,
  port: number,
  log: string,
): Promise<void> {
  await waitFor('Dovecot to listen', async () => {
    if (server.exitCode !== null) {
      throw new Error(`Dovecot ended with ${server.exitCode}: ${readFileSync(log, 'utf8')}`);
    }
    return new Promise<boolean>((resolve) => {
      const socket = connect(port, address);
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
  });
}
