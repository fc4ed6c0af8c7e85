import type { StaffId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { grantKeys, type SectionKeys, wasGranted, withdrawKeys } from './key-holder.ts';
import type { KeyHolder, Keyring, KeyringProfile } from './keyring.ts';
import {
  type KeyringReading,
  readKeyring,
  removeUnfinishedKeyring,
  writeKeyring,
} from './keyring-file.ts';

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
  removeUnfinishedKeyring(folder);
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

/**
 * The keyring with these keys for all who were granted one of `held`, the section's keys so far,
 * except those it is withdrawn from. Whoever wrote themselves into the file gets nothing.
 */
export function replaceSectionKeys(
  keyring: Keyring,
  sectionId: SectionId,
  keys: readonly Buffer[],
  held: readonly Buffer[],
  withdrawn: readonly StaffId[] = [],
): Keyring {
  const granted: SectionKeys = new Map([[sectionId, keys]]);
  const replace = <Holder extends KeyHolder>(holder: Holder): Holder =>
    wasGranted(holder, sectionId, held)
      ? grantKeys(holder, granted)
      : withdrawKeys(holder, sectionId);
  return {
    ...keyring,
    profiles: keyring.profiles.map((profile) =>
      withdrawn.includes(profile.id) ? withdrawKeys(profile, sectionId) : replace(profile),
    ),
    recovery: keyring.recovery === null ? null : replace(keyring.recovery),
  };
}
