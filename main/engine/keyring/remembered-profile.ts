import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StaffId } from '../../../shared/ids.ts';
import { errorKind } from '../error-kind.ts';
import type { Log } from '../log.ts';
import { writeFileDurably } from '../write-file-durably.ts';
import { type KeyringProfile, WrappedKey } from './keyring.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

const Remembered = z.object({
  staffId: StaffId,
  /** Another passphrase is another key pair: what was kept for the last one opens nothing. */
  publicKey: z.base64(),
  /** Wrapped with the device secret; null from a lock until the next passphrase. */
  privateKey: WrappedKey.nullable(),
});
type Remembered = Readonly<z.infer<typeof Remembered>>;

type Dependencies = {
  readonly folder: string;
  /** From the system's keychain; null without one. Never rejects. */
  readonly deviceSecret: () => Promise<Buffer | null>;
  readonly log: Log;
};

export type RememberedProfile = {
  /** Who stays signed in on this computer. */
  readonly whose: () => StaffId | null;
  /** The private key, when it is kept for this profile as it is now and the keychain opens it. */
  readonly open: (profile: KeyringProfile) => Promise<Buffer | null>;
  /**
   * A passphrase was right: keeps the private key if its owner wants to stay signed in; undefined
   * wants what was chosen last. Anybody else does not stay: the last to sign in is the one.
   */
  readonly signedIn: (
    profile: KeyringProfile,
    privateKey: Buffer,
    stays: boolean | undefined,
  ) => Promise<void>;
  /** A lock: the choice stays, and the next start asks for the passphrase. */
  readonly suspend: () => void;
  readonly forget: () => void;
};

/**
 * Who opens the app without a passphrase when it starts: one profile, in a file beside the keyring.
 * It is one more way to the private key and never the only one: whatever becomes of the keychain,
 * the passphrase opens what it always did. Trouble with it is logged and keeps nobody out.
 */
export function createRememberedProfile(deps: Dependencies): RememberedProfile {
  const path = join(deps.folder, 'remembered.json');
  let remembered = read(path);

  function write(next: Remembered | null): void {
    remembered = next;
    try {
      if (next === null) rmSync(path, { force: true });
      else writeFileDurably(path, JSON.stringify(next));
    } catch (error) {
      deps.log('remembering.failed', errorKind(error));
      // A full disk: rather nothing is kept than a key that should be gone.
      remembered = null;
      remove();
    }
  }

  /** A disk that takes nothing at all is no reason to keep everybody out. */
  function remove(): void {
    try {
      rmSync(path, { force: true });
    } catch (error) {
      deps.log('remembering.failed', errorKind(error));
    }
  }

  return {
    whose: () => remembered?.staffId ?? null,
    async open({ id, publicKey }) {
      if (remembered?.staffId !== id || remembered.publicKey !== publicKey) return null;
      const { privateKey } = remembered;
      const secret = privateKey === null ? null : await deps.deviceSecret();
      if (privateKey === null || secret === null) return null;
      return unwrapKey(privateKey, secret, purpose(publicKey));
    },
    async signedIn({ id, publicKey }, privateKey, stays) {
      const isChosen = remembered?.staffId === id;
      if (!(stays ?? isChosen)) {
        if (remembered !== null) write(null);
        return;
      }
      const secret = await deps.deviceSecret();
      // One that does not answer today may answer tomorrow: the choice stays.
      if (secret === null && isChosen) return;
      write(
        secret === null
          ? null
          : { staffId: id, publicKey, privateKey: wrapKey(privateKey, secret, purpose(publicKey)) },
      );
    },
    suspend() {
      if (remembered !== null) write({ ...remembered, privateKey: null });
    },
    forget() {
      if (remembered !== null) write(null);
    },
  };
}

function purpose(publicKey: string): string {
  return `fumibako:remembered:${publicKey}`;
}

/** One that cannot be read is none: the passphrase is asked for. */
function read(path: string): Remembered | null {
  if (!existsSync(path)) return null;
  try {
    return Remembered.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}
