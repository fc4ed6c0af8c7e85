import type { CallInput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import type { SessionState } from '../../../shared/model/session.ts';
import type { KeyringProfile } from '../keyring/keyring.ts';
import { readKeyring, writeKeyring } from '../keyring/keyring-file.ts';
import { minimumPassphraseLength } from '../keyring/passphrase-key.ts';
import {
  createStaffProfile,
  newSectionKeys,
  type SectionKeys,
  unlockStaffProfile,
} from '../keyring/staff-profile.ts';

export type SessionDependencies = {
  readonly dataFolder: string;
  readonly now: () => number;
  /** Opens the sections; called once, with the keys, when a passphrase was right. */
  readonly opened: (keys: SectionKeys) => void;
  readonly changed: (state: SessionState) => void;
};

export type SessionService = {
  readonly state: () => SessionState;
  readonly create: (input: CallInput<'session.create'>) => Promise<Result<SessionState>>;
  readonly unlock: (input: CallInput<'session.unlock'>) => Promise<Result<SessionState>>;
};

/** Who is signed in. There is no way back to locked: a lock ends the process, and the keys with it. */
export function createSessionService(deps: SessionDependencies): SessionService {
  const reading = readKeyring(deps.dataFolder, deps.now());
  let keyring = reading.keyring;
  let staff: KeyringProfile | null = null;
  let busy: Promise<unknown> = Promise.resolve();

  function state(): SessionState {
    const closed = keyring.profiles.length === 0 ? 'first-run' : 'locked';
    return {
      phase: staff === null ? closed : 'unlocked',
      profiles: keyring.profiles.map(({ id, name }) => ({ id, name })),
      staff: staff === null ? null : { id: staff.id, name: staff.name },
      keyring: reading.state,
    };
  }

  function signIn(profile: KeyringProfile, keys: SectionKeys): Result<SessionState> {
    if (staff === null) {
      staff = profile;
      deps.opened(keys);
      deps.changed(state());
    }
    return success(state());
  }

  /** One scrypt at a time: it takes 128 MB. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = busy.then(work);
    busy = result.catch(() => undefined);
    return result;
  }

  return {
    state,
    create: (input) =>
      inTurn(async () => {
        // With a damaged keyring the old keys may yet be found; new ones must not take their place.
        if (reading.state === 'damaged') return failure('keyring-damaged');
        if (keyring.profiles.length > 0) return failure('profile-exists');
        if ([...input.passphrase].length < minimumPassphraseLength) {
          return failure('passphrase-too-short');
        }
        const keys = newSectionKeys();
        const profile = await createStaffProfile(input.name, input.passphrase, keys);
        keyring = { version: 1, profiles: [profile] };
        writeKeyring(deps.dataFolder, keyring);
        return signIn(profile, keys);
      }),
    unlock: (input) =>
      inTurn(async () => {
        const profile = keyring.profiles.find(({ id }) => id === input.staffId);
        if (profile === undefined) return failure('profile-unknown');
        const keys = await unlockStaffProfile(profile, input.passphrase);
        return keys === null ? failure('wrong-passphrase') : signIn(profile, keys);
      }),
  };
}
