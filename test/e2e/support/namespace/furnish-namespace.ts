import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  imapPlace,
  nameServerAddress,
  ownAddress,
  ownAddress6,
  smtpPlace,
  wayOut,
} from './places.ts';

const run = promisify(execFile);

/** Gives the namespace that this process is in its network, and its own way of looking names up. */
export async function furnishNamespace(folder: string): Promise<void> {
  await ip('link set lo up');
  // A cable whose other end is in nobody's hands. No ARP: it would ask first, and hear no answer.
  await ip(`link add ${wayOut} arp off type veth peer name ${wayOut}end`);
  await ip(`link set ${wayOut}end arp off up`);
  await ip(`link set ${wayOut} up`);
  const own = [imapPlace.address, smtpPlace.address, nameServerAddress, ownAddress];
  for (const address of own) await ip(`address add ${address}/24 dev ${wayOut}`);
  await ip(`address add ${ownAddress6}/64 dev ${wayOut} nodad`);
  await ip(`route add default dev ${wayOut}`);
  await ip(`-6 route add default dev ${wayOut}`);
  // In this namespace's view of the files alone.
  const files = {
    '/etc/resolv.conf': `nameserver ${nameServerAddress}\nsearch .\n`,
    '/etc/nsswitch.conf': 'passwd: files\ngroup: files\nhosts: files dns\n',
    '/etc/hosts': '127.0.0.1 localhost\n',
  };
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path.replaceAll('/', '-'));
    writeFileSync(file, content, { mode: 0o644 });
    await run('mount', ['--bind', file, path]);
  }
}

async function ip(command: string): Promise<void> {
  await run('ip', command.split(' '), { env: { PATH: `${process.env.PATH}:/usr/sbin:/sbin` } });
}
