import { randomBytes, randomUUID } from 'node:crypto';
import { StaffId } from '../../../shared/ids.ts';
import { type SectionId, sectionIds } from '../../../shared/model/section.ts';
import type { KeyringProfile } from './keyring.ts';
import { derivePassphraseKey, newScryptParameters } from './passphrase-key.ts';
import { unwrapKey, wrapKey } from './wrap-key.ts';

export type SectionKeys = ReadonlyMap<SectionId, Buffer>;

/** A profile with wrapped copies of the given section keys. Costs one scrypt. */
export async function createStaffProfile(
  name: string,
  passphrase: string,
  sectionKeys: SectionKeys,
): Promise<KeyringProfile> {
  const id = StaffId.parse(randomUUID());
  const kdf = newScryptParameters();
  const wrappingKey = await derivePassphraseKey(passphrase, kdf);
  const keys: Partial<Record<SectionId, ReturnType<typeof wrapKey>>> = {};
  for (const [sectionId, key] of sectionKeys) {
    keys[sectionId] = wrapKey(key, wrappingKey, purpose(id, sectionId));
  }
  return {
    id,
    name,
    kdf,
    verifier: wrapKey(randomBytes(32), wrappingKey, purpose(id, 'verifier')),
    keys,
  };
}

/**
 * The keys that a profile's passphrase opens, or null when it is the wrong one. Both answers cost
 * one scrypt, which is all but a thousandth of the time, so that neither can be told by the clock.
 */
export async function unlockStaffProfile(
  profile: KeyringProfile,
  passphrase: string,
): Promise<SectionKeys | null> {
  const wrappingKey = await derivePassphraseKey(passphrase, profile.kdf);
  if (unwrapKey(profile.verifier, wrappingKey, purpose(profile.id, 'verifier')) === null) {
    return null;
  }
  const keys = new Map<SectionId, Buffer>();
  for (const sectionId of sectionIds) {
    const wrapped = profile.keys[sectionId];
    if (wrapped === undefined) continue;
    const key = unwrapKey(wrapped, wrappingKey, purpose(profile.id, sectionId));
    if (key !== null) keys.set(sectionId, key);
  }
  return keys;
}

/** One random 256-bit key for each section. */
export function newSectionKeys(): SectionKeys {
  return new Map(sectionIds.map((sectionId) => [sectionId, randomBytes(32)]));
}

function purpose(id: StaffId, of: SectionId | 'verifier'): string {
  return `fumibako:${id}:${of}`;
}
