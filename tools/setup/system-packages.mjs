import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { step } from './progress.mjs';
import { capture } from './run.mjs';
import { Stop } from './stop.mjs';

/** Debian's packages by what they are for, and what shows that one is there whatever its name. */
const packages = {
  window: [
    { name: 'libgtk-3-0', library: 'libgtk-3.so.0' },
    { name: 'libnss3', library: 'libnss3.so' },
    { name: 'libasound2', library: 'libasound.so.2' },
    { name: 'libgbm1', library: 'libgbm.so.1' },
    { name: 'libxss1', library: 'libXss.so.1' },
    { name: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
    { name: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
    {
      name: 'fonts-noto-color-emoji',
      file: '/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf',
    },
    { name: 'fonts-inter', file: '/usr/share/fonts/opentype/inter/Inter-Regular.otf' },
  ],
  display: [{ name: 'xvfb', command: 'Xvfb' }],
  servers: [{ name: 'dovecot-imapd', command: 'dovecot' }],
  keychain: [
    { name: 'dbus', command: 'dbus-daemon' },
    { name: 'gnome-keyring', command: 'gnome-keyring-daemon' },
  ],
  // A network of the test's own, and whoever watches it. Linux alone has that.
  capture: [
    { name: 'iproute2', command: 'ip' },
    { name: 'tcpdump', command: 'tcpdump' },
  ],
  // A reader's parser that is not ours.
  parsers: [{ name: 'python3', command: 'python3' }],
  bench: [
    { name: 'isync', command: 'mbsync' },
    { name: 'notmuch', command: 'notmuch' },
  ],
  fallback: [{ name: 'unzip', command: 'unzip' }],
  compiler: [
    { name: 'g++', command: 'g++' },
    { name: 'make', command: 'make' },
    { name: 'python3', command: 'python3' },
  ],
};

/**
 * Makes sure that the system has what the named groups need. Installs it on Debian as root;
 * elsewhere stops with the command to run.
 */
export async function needSystemPackages(...groups) {
  const wanted = groups.flatMap((group) => packages[group]);
  if (process.platform !== 'linux') return needCommands(wanted);
  const libraries = await sharedLibraries();
  const missing = missingPackages(wanted, libraries);
  if (missing.length === 0) return;
  if (!isDebian())
    throw new Stop(
      `Missing system packages (Debian's names): ${missing.join(' ')}\n` +
        'Install what your system calls them, then run this again.',
    );
  if (process.getuid() !== 0)
    throw new Stop(
      `Missing system packages. Run this, then try again:\n  ${installCommand(missing)}`,
    );
  await install(missing);
}

/** The names of those that are not there; `libraries` is what ldconfig lists. */
export function missingPackages(wanted, libraries) {
  return wanted.filter((each) => !isThere(each, libraries)).map(({ name }) => name);
}

/** The command for people; `install` runs the same as root. */
export function installCommand(names) {
  return `sudo apt-get install --yes --no-install-recommends ${names.join(' ')}`;
}

async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing system packages (${names.join(' ')})`, async () => {
    await capture('apt-get', ['update', '--quiet'], { env });
    const args = ['install', '--yes', '--quiet', '--no-install-recommends', ...names];
    await capture('apt-get', args, { env });
  });
  if (names.includes('dovecot-imapd') && hasCommand('systemctl'))
    // The tests start a Dovecot of their own; Debian's must not serve this machine's mail.
    await capture('systemctl', ['disable', '--now', 'dovecot.service', 'dovecot.socket']).catch(
      () => undefined,
    );
}

/** Elsewhere than on Linux only commands can be missing: Electron brings its libraries. */
function needCommands(wanted) {
  const missing = wanted
    .filter(({ command }) => command !== undefined && command !== 'Xvfb' && !hasCommand(command))
    .map(({ command }) => command);
  if (missing.length === 0) return;
  if (process.platform === 'darwin')
    throw new Stop(
      `Missing: ${missing.join(', ')}. Run this, then try again:\n  brew install ${missing.join(' ')}`,
    );
  throw new Stop(
    `Missing: ${missing.join(', ')}. These do not run on Windows itself: use a Debian in WSL for the tests.`,
  );
}

function isThere({ command, library, file }, libraries) {
  if (command !== undefined) return hasCommand(command);
  return library === undefined ? existsSync(file) : libraries.includes(library);
}

/** Servers live in the administrators' folders, which are not on everybody's PATH. */
function hasCommand(command) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/sbin',
    '/usr/local/sbin',
  ];
  return folders.some((folder) => existsSync(join(folder, command)));
}

async function sharedLibraries() {
  return capture('/sbin/ldconfig', ['-p']).catch(() => capture('ldconfig', ['-p']).catch(() => ''));
}

export function isDebian() {
  const release = '/etc/os-release';
  return (
    existsSync(release) &&
    /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync(release, 'utf8')) &&
    hasCommand('apt-get')
  );
}
