import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { makeTemporaryFolder, removeFolder } from './temporary-folder.ts';
import { waitFor } from './wait-for.ts';

export type SecretService = {
  /** Where an app finds it, beside Chromium's `--password-store=gnome-libsecret`. */
  readonly environment: Readonly<Record<string, string>>;
  /** The same service, with an empty keyring: what it kept is gone. */
  readonly empty: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A real GNOME keyring on a D-Bus of its own, in a home that is thrown away. */
export async function startSecretService(): Promise<SecretService> {
  const home = makeTemporaryFolder();
  const runtime = join(home, 'run');
  mkdirSync(runtime);
  chmodSync(runtime, 0o700);
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [address] = (await once(createInterface(bus.stdout), 'line')) as [string];
  const environment = { DBUS_SESSION_BUS_ADDRESS: address };
  let keyrings = 0;

  async function startKeyring(): Promise<ChildProcess> {
    keyrings += 1;
    const data = join(home, `data-${keyrings}`);
    mkdirSync(data);
    const daemon = spawn(
      'gnome-keyring-daemon',
      ['--foreground', '--unlock', '--components=secrets'],
      {
        env: {
          PATH: process.env.PATH,
          HOME: home,
          XDG_RUNTIME_DIR: runtime,
          XDG_DATA_HOME: data,
          ...environment,
        },
        stdio: ['pipe', 'ignore', 'ignore'],
      },
    );
    daemon.stdin?.end('keyring password');
    await waitFor('the keyring', () => hasOwner(environment, 'org.freedesktop.secrets'));
    return daemon;
  }

  let keyring = await startKeyring();
  return {
    environment,
    async empty() {
      await end(keyring);
      keyring = await startKeyring();
    },
    async stop() {
      await end(keyring);
      await end(bus);
      removeFolder(home);
    },
  };
}

async function hasOwner(environment: Readonly<Record<string, string>>, name: string) {
  const ask = spawn(
    'dbus-send',
    [
      ...['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'],
      ...['org.freedesktop.DBus.NameHasOwner', `string:${name}`],
    ],
    { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let answer = '';
  ask.stdout.on('data', (data: Buffer) => {
    answer += data.toString();
  });
  await once(ask, 'close');
  return answer.includes('true');
}

async function end(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit');
  process.kill();
  await ended;
}
