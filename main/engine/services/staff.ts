import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { StaffId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { StaffEntry } from '../../../shared/model/staff.ts';
import type { AttemptCounter } from '../keyring/attempts.ts';
import {
  createKeyHolder,
  grantKeys,
  type SectionKeys,
  sectionsOf,
  wasGranted,
} from '../keyring/key-holder.ts';
import type { KeyringProfile } from '../keyring/keyring.ts';
import type { KeyringBook } from '../keyring/keyring-book.ts';
import { newOneTimePassphrase } from '../keyring/one-time-passphrase.ts';
import type { RememberedProfile } from '../keyring/remembered-profile.ts';
import type { Turn } from '../turn.ts';
import type { SessionService, SignedIn } from './session.ts';

export type StaffDependencies = {
  readonly book: KeyringBook;
  readonly session: SessionService;
  readonly inTurn: Turn;
  /** N of scrypt for every new secret. */
  readonly scryptCost: number;
  readonly attempts: Pick<AttemptCounter, 'passed'>;
  readonly remembered: Pick<RememberedProfile, 'whose' | 'forget'>;
  /** Leaves one new backup of a section, and no older copy of it. */
  readonly renewCopies: (sectionId: SectionId) => Promise<Result<null>>;
  /** Changes a section's key and leaves these people out. */
  readonly rekey: (
    signedIn: SignedIn,
    sectionId: SectionId,
    withdrawn: readonly StaffId[],
  ) => Promise<Result<null>>;
};

type StaffCall<N extends StaffCallName> = (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
type StaffCallName =
  | 'staff.list'
  | 'staff.add'
  | 'staff.setRole'
  | 'staff.grant'
  | 'staff.withdraw'
  | 'staff.resetPassphrase'
  | 'staff.remove'
  | 'section.rekey';

export type StaffService = { readonly [N in StaffCallName]: StaffCall<N> };

/** What only administrators do: who is staff here, and who may open which section. */
export function createStaffService(deps: StaffDependencies): StaffService {
  const { book, session, inTurn, attempts, remembered, rekey, renewCopies, scryptCost } = deps;

  /** Runs the work for an administrator, one at a time, and answers with the staff as they are then. */
  function administered<Input, Output>(
    work: (input: Input, signedIn: SignedIn) => Result<Output> | Promise<Result<Output>>,
  ) {
    return (input: Input): Promise<Result<Output>> =>
      inTurn(async () => {
        const signedIn = session.signedIn();
        if (signedIn === null) return failure('locked');
        if (book.find(signedIn.staffId)?.role !== 'administrator') {
          return failure('administrator-needed');
        }
        const result = await work(input, signedIn);
        session.tell();
        return result;
      });
  }

  function list(): StaffEntry[] {
    return book.read().profiles.map((profile) => ({
      id: profile.id,
      name: profile.name,
      role: profile.role,
      sections: sectionsOf(profile),
      isHandedOver: profile.isHandedOver,
    }));
  }

  function isLastAdministrator({ id }: KeyringProfile): boolean {
    return book
      .read()
      .profiles.every((one) => one.id === id || one.role !== 'administrator' || one.isHandedOver);
  }

  function isLastHolder({ id }: KeyringProfile, sectionId: SectionId): boolean {
    return book.read().profiles.every((one) => one.id === id || one.keys[sectionId] === undefined);
  }

  /** The keys of sections that an administrator has themselves: nobody can give others. */
  function keysOf(signedIn: SignedIn, sections: readonly SectionId[]): SectionKeys | null {
    const keys = new Map<SectionId, readonly Buffer[]>();
    for (const sectionId of sections) {
      const held = signedIn.keys.get(sectionId);
      if (held === undefined) return null;
      keys.set(sectionId, held);
    }
    return keys;
  }

  function forget(staffId: StaffId): void {
    if (remembered.whose() === staffId) remembered.forget();
  }

  async function withdraw(
    signedIn: SignedIn,
    profile: KeyringProfile,
    sections: readonly SectionId[],
  ): Promise<Result<null>> {
    if (sections.some((sectionId) => isLastHolder(profile, sectionId))) {
      return failure('last-holder');
    }
    if (keysOf(signedIn, sections) === null) return failure('section-not-granted');
    for (const sectionId of sections) {
      const result = await rekey(signedIn, sectionId, [profile.id]);
      if (!result.ok) return result;
    }
    return success(null);
  }

  /** Sections whose key could not be changed: an earlier withdrawal is not done yet. */
  function waiting({ keys }: SignedIn): SectionId[] {
    return [...keys].flatMap(([sectionId, each]) => (each.length > 1 ? [sectionId] : []));
  }

  return {
    'staff.list': administered(() => success(list())),
    'staff.add': administered(async ({ name, role, sections }, signedIn) => {
      if (book.read().profiles.some((one) => one.name === name)) return failure('name-taken');
      const keys = keysOf(signedIn, sections);
      if (keys === null) return failure('section-not-granted');
      const passphrase = await newOneTimePassphrase();
      const holder = await createKeyHolder(passphrase, keys, scryptCost);
      const id = StaffId.parse(randomUUID());
      book.put({ ...holder, id, name, role, isHandedOver: true });
      return success({ passphrase });
    }),
    'staff.setRole': administered(({ staffId, role }) => {
      const profile = book.find(staffId);
      if (profile === undefined) return failure('profile-unknown');
      if (role !== 'administrator' && isLastAdministrator(profile)) {
        return failure('last-administrator');
      }
      book.put({ ...profile, role });
      return success(null);
    }),
    'staff.grant': administered(({ staffId, sectionId }, signedIn) => {
      const profile = book.find(staffId);
      if (profile === undefined) return failure('profile-unknown');
      const keys = keysOf(signedIn, [sectionId]);
      if (keys === null) return failure('section-not-granted');
      if (profile.keys[sectionId] === undefined) book.put(grantKeys(profile, keys));
      return success(null);
    }),
    'staff.withdraw': administered(async ({ staffId, sectionId }, signedIn) => {
      const profile = book.find(staffId);
      if (profile === undefined) return failure('profile-unknown');
      if (profile.keys[sectionId] === undefined && !waiting(signedIn).includes(sectionId)) {
        return success(null);
      }
      // The section would close under the feet of whoever asks for it.
      if (staffId === signedIn.staffId) return failure('own-profile');
      return withdraw(signedIn, profile, [sectionId]);
    }),
    'staff.resetPassphrase': administered(async ({ staffId }, signedIn) => {
      const profile = book.find(staffId);
      if (profile === undefined) return failure('profile-unknown');
      if (staffId === signedIn.staffId) return failure('own-profile');
      // The keyring can be written to: what nobody granted is not handed on with the new passphrase.
      const sections = sectionsOf(profile).filter((sectionId) => {
        const held = signedIn.keys.get(sectionId);
        return held === undefined || wasGranted(profile, sectionId, held);
      });
      const keys = keysOf(signedIn, sections);
      if (keys === null) return failure('section-not-granted');
      const passphrase = await newOneTimePassphrase();
      const holder = await createKeyHolder(passphrase, keys, scryptCost);
      book.put({ ...profile, ...holder, isHandedOver: true });
      forget(staffId);
      attempts.passed(staffId);
      return success({ passphrase });
    }),
    'staff.remove': administered(async ({ staffId }, signedIn) => {
      const profile = book.find(staffId);
      if (profile === undefined) return failure('profile-unknown');
      if (isLastAdministrator(profile)) return failure('last-administrator');
      if (staffId === signedIn.staffId) return failure('own-profile');
      const sections = new Set([...sectionsOf(profile), ...waiting(signedIn)]);
      const withdrawn = await withdraw(signedIn, profile, [...sections]);
      if (!withdrawn.ok) return withdrawn;
      const keyring = book.read();
      const profiles = keyring.profiles.filter(({ id }) => id !== staffId);
      book.write({ ...keyring, profiles });
      forget(staffId);
      return success(null);
    }),
    'section.rekey': administered(async ({ sectionId, withoutCopies }, signedIn) => {
      if (!signedIn.keys.has(sectionId)) return failure('section-not-granted');
      const renewed = withoutCopies === true ? await renewCopies(sectionId) : success(null);
      return renewed.ok ? rekey(signedIn, sectionId, []) : renewed;
    }),
  };
}
