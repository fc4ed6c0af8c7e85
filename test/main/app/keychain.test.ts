import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createKeychain, type Keychain } from '../../../main/app/keychain.ts';
import { silentLog } from '../../../main/engine/log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A keychain that says no in every way that a real one does; the real one is in test/e2e/stay-signed-in. */
type Refusing = {
  backend: ReturnType<
    Parameters<typeof createKeychain>[0]['safeStorage']['getSelectedStorageBackend']
  >;
  isAvailable: boolean;
  /** Another one is another key. */
  key: string;
  refuses: boolean;
};

function setUp(platform: NodeJS.Platform = 'linux') {
  const path = join(temporaryFolder(), 'device-secret');
  const system: Refusing = {
    backend: 'gnome_libsecret',
    isAvailable: true,
    key: 'first',
    refuses: false,
  };
  let encryptions = 0;
  const keychain: Keychain = createKeychain({
    safeStorage: {
      isEncryptionAvailable: () => system.isAvailable,
      getSelectedStorageBackend: () => system.backend,
      encryptString(text) {
        if (system.refuses) throw new Error('the user said no');
        encryptions += 1;
        return Buffer.from(`${system.key}:${Buffer.from(text).toString('hex')}`);
      },
      decryptString(encrypted) {
        const [key, text] = encrypted.toString().split(':');
        if (system.refuses || key !== system.key) throw new Error('cannot decrypt');
        return Buffer.from(text ?? '', 'hex').toString();
      },
    },
    platform,
    path,
    log: silentLog,
  });
  return { path, system, keychain, encryptions: () => encryptions };
}

it('keeps one secret, encrypted by the system, from start to start', async () => {
  const { path, keychain } = setUp();
  const secret = await keychain.deviceSecret();
  expect(secret).toHaveLength(32);
  expect(await keychain.deviceSecret()).toEqual(secret);
  expect(readFileSync(path, 'latin1')).not.toContain(secret?.toString('base64'));
});

it.each(['basic_text', 'unknown'] as const)('counts %s as no keychain', async (backend) => {
  const { path, system, keychain } = setUp();
  system.backend = backend;
  expect(keychain.isThere()).toBe(false);
  expect(await keychain.deviceSecret()).toBeNull();
  expect(existsSync(path)).toBe(false);
});

it('asks for the backend on Linux alone, which has several', async () => {
  const { system, keychain } = setUp('darwin');
  system.backend = 'unknown';
  expect(keychain.isThere()).toBe(true);
});

it('counts a keyring that is not available as none, and finds its secret when it is back', async () => {
  const { system, keychain } = setUp();
  const secret = await keychain.deviceSecret();
  system.isAvailable = false;
  expect(keychain.isThere()).toBe(false);
  expect(await keychain.deviceSecret()).toBeNull();
  system.isAvailable = true;
  expect(await keychain.deviceSecret()).toEqual(secret);
});

it('gives no secret, and throws nothing, when the keychain refuses', async () => {
  const { path, system, keychain } = setUp();
  system.refuses = true;
  expect(await keychain.deviceSecret()).toBeNull();
  expect(existsSync(path)).toBe(false);
});

it('makes another secret when the keychain has another key', async () => {
  const { system, keychain } = setUp();
  const secret = await keychain.deviceSecret();
  system.key = 'second';
  const renewed = await keychain.deviceSecret();
  expect(renewed).toHaveLength(32);
  expect(renewed).not.toEqual(secret);
  expect(await keychain.deviceSecret()).toEqual(renewed);
});

it('makes another secret when what it kept is something else', async () => {
  const { path, system, keychain } = setUp();
  writeFileSync(path, `${system.key}:${Buffer.from('no secret').toString('hex')}`);
  expect(await keychain.deviceSecret()).toHaveLength(32);
});

it('answers all who ask meanwhile with one secret', async () => {
  const { keychain, encryptions } = setUp();
  const [one, other] = await Promise.all([keychain.deviceSecret(), keychain.deviceSecret()]);
  expect(one).toEqual(other);
  expect(encryptions()).toBe(1);
});
