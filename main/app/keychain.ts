import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { SafeStorage } from 'electron';
import { errorKind } from '../engine/error-kind.ts';
import type { Log } from '../engine/log.ts';
import { writeFileDurably } from '../engine/write-file-durably.ts';

type Dependencies = {
  readonly safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
  >;
  readonly platform: NodeJS.Platform;
  /** Holds the device secret as the keychain encrypts it. */
  readonly path: string;
  readonly log: Log;
};

export type Keychain = {
  /** Whether the system keeps secrets. False rather than an error, whatever it says. */
  readonly isThere: () => boolean;
  /**
   * 256 random bits that only this user of this computer can read; made anew where there are none
   * yet, or the keychain does not know its own any more. Null without a keychain, or when it
   * refuses. Never rejects; whoever asks meanwhile gets the same answer.
   */
  readonly deviceSecret: () => Promise<Buffer | null>;
};

/** The system's keychain, by Electron's safeStorage. Not before the app is ready. */
export function createKeychain({ safeStorage, platform, path, log }: Dependencies): Keychain {
  let reading: Promise<Buffer | null> | null = null;

  function isThere(): boolean {
    try {
      return safeStorage.isEncryptionAvailable() && !(platform === 'linux' && isPlainText());
    } catch (error) {
      log('keychain.failed', errorKind(error));
      return false;
    }
  }

  /** With no keyring Chromium would encrypt with a key that is in its source: that is no secret. */
  function isPlainText(): boolean {
    const backend = safeStorage.getSelectedStorageBackend();
    return backend === 'basic_text' || backend === 'unknown';
  }

  async function readOrMake(): Promise<Buffer | null> {
    if (!isThere()) return null;
    try {
      return (await read()) ?? make();
    } catch (error) {
      log('keychain.failed', errorKind(error));
      return null;
    }
  }

  /** Null when there is none, or the keychain has another key than when it was made. */
  async function read(): Promise<Buffer | null> {
    try {
      const secret = Buffer.from(safeStorage.decryptString(await readFile(path)), 'base64');
      // On Linux nothing is authenticated: another key may open it to something else.
      return secret.length === secretBytes ? secret : null;
    } catch {
      return null;
    }
  }

  function make(): Buffer {
    const secret = randomBytes(secretBytes);
    writeFileDurably(path, safeStorage.encryptString(secret.toString('base64')));
    return secret;
  }

  return {
    isThere,
    deviceSecret() {
      reading ??= readOrMake().finally(() => {
        reading = null;
      });
      return reading;
    },
  };
}

const secretBytes = 32;
