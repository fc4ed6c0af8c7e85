import { createMessage, encrypt, type Key, readKeys } from 'openpgp';
import { admitMissingKeyWrap } from './key-wrap.ts';

export type CompanyKeyReading =
  | {
      readonly outcome: 'read';
      /** Hexadecimal, in capitals. */
      readonly fingerprint: string;
      readonly names: readonly string[];
    }
  | {
      readonly outcome: 'faulty';
      readonly code: 'key-unreadable' | 'key-private' | 'key-unusable';
    };

/**
 * Reads one armored OpenPGP public key (RFC 9580). A private key is refused, and so is one that nothing
 * can be encrypted to at that time: expired, revoked, too short, for signatures alone. `at` is in
 * milliseconds since the epoch.
 */
export async function readCompanyKey(armored: string, at: number): Promise<CompanyKeyReading> {
  const key = await readOne(armored);
  if (key === null) return { outcome: 'faulty', code: 'key-unreadable' };
  if (key.isPrivate()) return { outcome: 'faulty', code: 'key-private' };
  if (!(await isUsable(key, at))) return { outcome: 'faulty', code: 'key-unusable' };
  return {
    outcome: 'read',
    fingerprint: key.getFingerprint().toUpperCase(),
    names: key.getUserIDs(),
  };
}

/** The text as a file that the holder of the private key can read, and nobody else; null when the key does not serve. */
export async function encryptToCompany(
  text: string,
  armored: string,
  { filename, at }: { readonly filename: string; readonly at: number },
): Promise<Uint8Array | null> {
  const key = await readOne(armored);
  if (key === null || key.isPrivate() || !(await isUsable(key, at))) return null;
  await admitMissingKeyWrap(crypto.subtle);
  const date = new Date(at);
  const message = await createMessage({ binary: Buffer.from(text, 'utf8'), filename, date });
  return encrypt({ message, encryptionKeys: key, format: 'binary', date });
}

/** Null where there is none, or more than one: nobody could say which was meant. */
async function readOne(armored: string): Promise<Key | null> {
  // The library reads the first block alone, and says nothing of the next.
  if (armored.split('-----BEGIN ').length !== 2) return null;
  try {
    const [key, ...others] = await readKeys({ armoredKeys: armored });
    return key === undefined || others.length > 0 ? null : key;
  } catch {
    // The library throws for whatever is no key; what it says quotes what was typed.
    return null;
  }
}

async function isUsable(key: Key, at: number): Promise<boolean> {
  try {
    await key.getEncryptionKey(undefined, new Date(at));
    return true;
  } catch {
    // Its words differ by what is wrong: expired, revoked, too weak.
    return false;
  }
}
