import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import type { PlainServer } from './meddling-proxy.ts';
import { waitFor } from './wait-for.ts';

export type Cyrus = PlainServer & { readonly stop: () => Promise<void> };

/** Where the set-up has unpacked it; undefined where it could not. */
export const cyrusPrograms = process.env.FUMIBAKO_CYRUS;

/**
 * Starts a real Cyrus on a free loopback port, where any user has an account after the first login.
 * Its folders are as Dovecot's, or all of them below INBOX with full stops between.
 */
export async function startCyrus({ isBelowInbox = false } = {}): Promise<Cyrus> {
  if (cyrusPrograms === undefined) throw new Error('there is no Cyrus here: use npm test');
  // A short path: a UNIX socket's name has room for 107 bytes.
  const folder = mkdtempSync('/tmp/fb-cyrus-');
  const imapPort = await freePort();
  const owner = process.getuid?.() === 0 ? 'nobody' : userInfo().username;
  for (const name of ['db', 'proc', 'socket', 'lock', 'log', 'msg', 'quota', 'sieve', 'user'])
    mkdirSync(join(folder, 'conf', name), { recursive: true });
  mkdirSync(join(folder, 'spool'));
  chmodSync(folder, 0o755);
  // It will not run as root, and its own user may not look into root's cache.
  const unpacked = join(folder, 'unpacked');
  cpSync(cyrusPrograms, unpacked, { recursive: true, verbatimSymlinks: true });
  const programs = join(unpacked, 'usr/lib/cyrus/bin');
  const config = join(folder, 'imapd.conf');
  writeFileSync(config, imapdConfig(folder, owner, isBelowInbox));
  const run = (name: string) => `"${join(programs, name)} -C ${config}`;
  writeFileSync(
    join(folder, 'cyrus.conf'),
    `START {\n  recover cmd=${run('ctl_cyrusdb')} -r"\n}\nSERVICES {\n` +
      `  imap cmd=${run('imapd')}" listen="127.0.0.1:${imapPort}" prefork=0\n}\n` +
      `DAEMON {\n  idled cmd=${run('idled')} -d"\n}\n`,
  );
  const passwords = await takeAnyPassword(join(folder, 'passwords'));
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', 'nobody:nogroup', folder]);
  const master = spawn(
    join(programs, 'master'),
    ['-D', '-C', config, '-M', join(folder, 'cyrus.conf'), '-p', join(folder, 'pid')],
    { stdio: 'ignore', env: { ...process.env, LD_LIBRARY_PATH: libraries(unpacked) } },
  );
  const end = (): void => void master.kill('SIGTERM');
  process.once('exit', end);
  await waitFor('Cyrus to listen', async () => {
    if (master.exitCode !== null) throw new Error(`Cyrus ended with ${master.exitCode}`);
    const socket = connect(imapPort, '127.0.0.1');
    return once(socket, 'data').then(
      () => socket.destroy(),
      () => false,
    );
  });
  return {
    host: '127.0.0.1',
    imapPort,
    password: 'a-mailbox-password',
    async stop() {
      process.off('exit', end);
      const ended = once(master, 'exit');
      end();
      if (master.exitCode === null && master.signalCode === null) await ended;
      passwords.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function imapdConfig(folder: string, owner: string, isBelowInbox: boolean): string {
  return [
    `configdirectory: ${folder}/conf`,
    `partition-default: ${folder}/spool`,
    `sievedir: ${folder}/conf/sieve`,
    `idlesocket: ${folder}/conf/socket/idle`,
    `cyrus_user: ${owner}`,
    'sasl_pwcheck_method: saslauthd',
    `sasl_saslauthd_path: ${folder}/passwords`,
    'sasl_mech_list: PLAIN',
    'allowplaintext: yes',
    'autocreate_quota: 0',
    'autocreate_inbox_folders: Sent',
    'autocreate_subscribe_folders: Sent',
    'xlist-sent: Sent',
    `unixhierarchysep: ${isBelowInbox ? 'no' : 'yes'}`,
    `altnamespace: ${isBelowInbox ? 'no' : 'yes'}`,
    'servername: localhost',
    '',
  ].join('\n');
}

/** Whom Cyrus asks about passwords: the answer is a length of two bytes and a word. */
async function takeAnyPassword(path: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.once('data', () => socket.end('\0\x02OK'));
    socket.on('error', () => undefined);
  });
  server.listen(path);
  await once(server, 'listening');
  return server;
}

/** Every folder of the unpacked packages that has a shared library. */
function libraries(root: string): string {
  const files = readdirSync(root, { recursive: true, withFileTypes: true });
  const folders = files
    .filter(({ name }) => /\.so(\.|$)/.test(name))
    .map((file) => file.parentPath);
  return [...new Set(folders)].join(':');
}
