import type { StaffId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { grantKeys, type SectionKeys, withdrawKeys } from './key-holder.ts';
import type { Keyring, KeyringProfile } from './keyring.ts';
import { type KeyringReading, readKeyring, writeKeyring } from './keyring-file.ts';

export type KeyringBook = {
  readonly state: KeyringReading['state'];
  readonly read: () => Keyring;
  readonly find: (id: StaffId) => KeyringProfile | undefined;
  /** Durable when it returns; throws, and changes nothing, when the disk refuses. */
  readonly write: (next: Keyring) => void;
  /** Takes the place of the profile with the same id, or is added. */
  readonly put: (profile: KeyringProfile) => void;
};

export function openKeyringBook(folder: string, now: number): KeyringBook {
  const reading = readKeyring(folder, now);
  let keyring = reading.keyring;

  function write(next: Keyring): void {
    writeKeyring(folder, next);
    keyring = next;
  }

  const find = (id: StaffId) => keyring.profiles.find((profile) => profile.id === id);
  return {
    state: reading.state,
    read: () => keyring,
    find,
    write,
    put(profile) {
      const { profiles } = keyring;
      write({
        ...keyring,
        profiles:
          find(profile.id) === undefined
            ? [...profiles, profile]
            : profiles.map((one) => (one.id === profile.id ? profile : one)),
      });
    },
  };
}

/** The keyring with these keys for all who hold the section, except those it is withdrawn from. */
export function replaceSectionKeys(
  keyring: Keyring,
  sectionId: SectionId,
  keys: readonly Buffer[],
  withdrawn: readonly StaffId[] = [],
): Keyring {
  const granted: SectionKeys = new Map([[sectionId, keys]]);
  return {
    ...keyring,
    profiles: keyring.profiles.map((profile) => {
      if (profile.keys[sectionId] === undefined) return profile;
      return withdrawn.includes(profile.id)
        ? withdrawKeys(profile, sectionId)
        : grantKeys(profile, granted);
    }),
    recovery: keyring.recovery === null ? null : grantKeys(keyring.recovery, granted),
  };
}
