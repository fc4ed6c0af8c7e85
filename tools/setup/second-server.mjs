import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.mjs';
import { step } from './progress.mjs';
import { capture } from './run.mjs';
import { isDebian } from './system-packages.mjs';

/** Changes when it is made in another way than before. */
const recipe = 'cyrus-imapd-r1';

/**
 * Cyrus IMAP, which shares nothing with Dovecot, out of Debian's packages: unpacked and not installed,
 * for installed it would serve this machine's mail. Null, and said so, where there is no Debian.
 */
export async function secondServer() {
  const folder = join(cacheFolder(), recipe);
  if (existsSync(folder)) return folder;
  if (!isDebian()) {
    console.log(
      '  No second mail server: the packages of Cyrus are Debian’s. Its tests are skipped.',
    );
    return null;
  }
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'making-'));
  try {
    await step('Downloading a second mail server (Cyrus)', () => unpackInto(work));
    // Whole or not at all: another clone may be looking.
    await rename(join(work, 'root'), folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function unpackInto(work) {
  if (process.getuid() === 0) await capture('apt-get', ['update', '--quiet']);
  const options = ['--simulate', '--no-install-recommends'];
  const plan = await capture('apt-get', ['install', ...options, 'cyrus-imapd']);
  await capture('apt-get', ['download', '--quiet', ...packagesOf(plan)], { cwd: work });
  for (const file of await readdir(work))
    if (file.endsWith('.deb'))
      await capture('dpkg-deb', ['--extract', join(work, file), join(work, 'root')]);
}

/** Those that the server's programs are in or link to, without a mail system for the machine. */
export function packagesOf(plan) {
  const names = [...plan.matchAll(/^Inst (\S+) /gm)].map(([, name]) => name);
  return names.filter((name) => !name.startsWith('exim4'));
}
