import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { failure, type Result, success } from '../../../shared/errors.ts';
import { StaffId } from '../../../shared/ids.ts';
import type { SessionState } from '../../../shared/model/session.ts';
import type { AttemptCounter } from '../keyring/attempts.ts';
import { checkNewPassphrase } from '../keyring/check-passphrase.ts';
import {
  createKeyHolder,
  newSectionKeys,
  openKeyHolder,
  openPrivateKey,
  openSectionKeys,
  type SectionKeys,
  sectionsOf,
} from '../keyring/key-holder.ts';
import type { KeyringProfile } from '../keyring/keyring.ts';
import type { KeyringBook } from '../keyring/keyring-book.ts';
import { newRecoveryCode, readRecoveryCode } from '../keyring/recovery-code.ts';
import type { RememberedProfile } from '../keyring/remembered-profile.ts';
import type { Turn } from '../turn.ts';

export type SignedIn = {
  readonly staffId: StaffId;
  /** As in the keyring. */
  keys: SectionKeys;
};

export type SessionDependencies = {
  readonly book: KeyringBook;
  readonly attempts: AttemptCounter;
  readonly remembered: RememberedProfile;
  readonly inTurn: Turn;
  /** N of scrypt for every new secret. */
  readonly scryptCost: number;
  /** Ends changes of keys that a kill cut short. */
  readonly settleKeys: (signedIn: SignedIn) => Promise<void>;
  /** Opens the sections; called once, with the keys, when a passphrase was right. */
  readonly opened: (keys: SectionKeys) => void;
  /** Not after `create` and `recover`: their sheet is shown before what they opened. */
  readonly changed: (state: SessionState) => void;
};

export type SessionService = {
  readonly state: () => SessionState;
  /** Null before the sections are open. */
  readonly signedIn: () => SignedIn | null;
  /** Signs in whoever stays signed in on this computer, if there is anybody. */
  readonly resume: () => Promise<void>;
  readonly create: SessionCall<'session.create'>;
  readonly unlock: SessionCall<'session.unlock'>;
  readonly recover: SessionCall<'session.recover'>;
  readonly changePassphrase: SessionCall<'passphrase.change'>;
  readonly forget: SessionCall<'session.forget'>;
  readonly newSheet: SessionCall<'recovery.renew'>;
  /** Who was added, removed or granted something. */
  readonly tell: () => void;
};

type SessionCall<
  N extends
    | 'session.create'
    | 'session.unlock'
    | 'session.recover'
    | 'session.forget'
    | 'passphrase.change'
    | 'recovery.renew',
> = (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;

/** The recovery sheet among those whose tries are counted. */
const sheet = 'recovery-sheet';

/** Who is signed in. There is no way back to locked: a lock ends the process, and the keys with it. */
export function createSessionService(deps: SessionDependencies): SessionService {
  const { book, attempts, remembered, inTurn, scryptCost } = deps;
  let signedIn: SignedIn | null = null;
  /** Signed in with a passphrase that was handed over: the sections wait for one of their own. */
  let newcomer: { readonly staffId: StaffId; readonly keys: SectionKeys } | null = null;

  function phase(): SessionState['phase'] {
    if (signedIn !== null) return 'unlocked';
    if (newcomer !== null) return 'new-passphrase';
    return book.read().profiles.length === 0 ? 'first-run' : 'locked';
  }

  const staysSignedIn = ({ id }: KeyringProfile) => remembered.whose() === id;

  function state(): SessionState {
    const { profiles, recovery } = book.read();
    const id = (signedIn ?? newcomer)?.staffId;
    const staff = profiles.find((profile) => profile.id === id);
    return {
      phase: phase(),
      profiles: profiles.map((profile) => ({
        ...toStaff(profile),
        waitUntil: attempts.waitUntil(profile.id),
        staysSignedIn: staysSignedIn(profile),
      })),
      staff:
        staff === undefined
          ? null
          : {
              ...toStaff(staff),
              sections: sectionsOf(staff),
              staysSignedIn: staysSignedIn(staff),
            },
      keyring: book.state,
      recovery: { hasSheet: recovery !== null, waitUntil: attempts.waitUntil(sheet) },
    };
  }

  function signIn(staffId: StaffId, keys: SectionKeys): void {
    newcomer = null;
    if (signedIn !== null) return;
    const opened: SignedIn = { staffId, keys };
    signedIn = opened;
    deps.opened(keys);
    // After the answer: whoever signs in does not wait for it.
    void inTurn(() => deps.settleKeys(opened));
  }

  /** Counts a wrong secret, and looks at none before its time. */
  async function tryKeys<Keys>(
    who: string,
    code: 'wrong-passphrase' | 'wrong-recovery-code',
    open: () => Promise<Keys | null>,
  ): Promise<Result<Keys>> {
    if (attempts.waitUntil(who) !== null) return failure('too-many-attempts');
    const keys = await open();
    if (keys !== null) {
      attempts.passed(who);
      return success(keys);
    }
    attempts.failed(who);
    deps.changed(state());
    return failure(code);
  }

  /** Another passphrase is another key pair: whoever stays signed in does so with that one. */
  async function stayWith(profile: KeyringProfile, passphrase: string): Promise<void> {
    if (remembered.whose() !== profile.id) return;
    const privateKey = await openPrivateKey(profile, passphrase);
    if (privateKey !== null) await remembered.signedIn(profile, privateKey, true);
  }

  async function writeSheet(keys: SectionKeys): Promise<string> {
    const { code, recovery } = await makeSheet(keys, scryptCost);
    book.write({ ...book.read(), recovery });
    return code;
  }

  return {
    state,
    signedIn: () => signedIn,
    tell: () => deps.changed(state()),
    resume: () =>
      inTurn(async () => {
        const profile = book.read().profiles.find(({ id }) => id === remembered.whose());
        if (profile === undefined || profile.isHandedOver) return;
        const privateKey = await remembered.open(profile);
        if (privateKey !== null) signIn(profile.id, openSectionKeys(profile, privateKey));
      }),
    create: ({ name, passphrase }) =>
      inTurn(async () => {
        // With a damaged keyring the old keys may yet be found; new ones must not take their place.
        if (book.state === 'damaged') return failure('keyring-damaged');
        if (book.read().profiles.length > 0) return failure('profile-exists');
        const checked = await checkNewPassphrase(passphrase, name);
        if (!checked.ok) return checked;
        const keys = newSectionKeys();
        const holder = await createKeyHolder(passphrase, keys, scryptCost);
        const id = StaffId.parse(randomUUID());
        const profile: KeyringProfile = {
          ...holder,
          id,
          name,
          role: 'administrator',
          isHandedOver: false,
        };
        // Both at once: there is no administrator without a sheet.
        const { code, recovery } = await makeSheet(keys, scryptCost);
        book.write({ ...book.read(), profiles: [profile], recovery });
        signIn(id, keys);
        return success({ state: state(), code });
      }),
    unlock: ({ staffId, passphrase, staysSignedIn }) =>
      inTurn(async () => {
        const profile = book.find(staffId);
        if (profile === undefined) return failure('profile-unknown');
        const opened = await tryKeys(staffId, 'wrong-passphrase', () =>
          openPrivateKey(profile, passphrase),
        );
        if (!opened.ok) return opened;
        const keys = openSectionKeys(profile, opened.value);
        if (profile.isHandedOver && signedIn === null) newcomer = { staffId, keys };
        else {
          await remembered.signedIn(profile, opened.value, staysSignedIn);
          signIn(staffId, keys);
        }
        deps.changed(state());
        return success(state());
      }),
    recover: ({ staffId, code, passphrase }) =>
      inTurn(async () => {
        const { recovery } = book.read();
        const profile = book.find(staffId);
        if (recovery === null) return failure('wrong-recovery-code');
        if (profile === undefined) return failure('profile-unknown');
        const checked = await checkNewPassphrase(passphrase, profile.name);
        if (!checked.ok) return checked;
        const opened = await tryKeys(sheet, 'wrong-recovery-code', () =>
          openKeyHolder(recovery, readRecoveryCode(code)),
        );
        if (!opened.ok) return opened;
        const holder = await createKeyHolder(passphrase, opened.value, scryptCost);
        book.put({ ...profile, ...holder, role: 'administrator', isHandedOver: false });
        attempts.passed(staffId);
        remembered.forget();
        // A code that was typed has been seen: the sheet is printed anew.
        const renewed = await writeSheet(opened.value);
        signIn(staffId, opened.value);
        return success({ state: state(), code: renewed });
      }),
    changePassphrase: ({ current, next }) =>
      inTurn(async () => {
        const staffId = (signedIn ?? newcomer)?.staffId;
        const profile = staffId === undefined ? undefined : book.find(staffId);
        if (profile === undefined) return failure('locked');
        const checked = await checkNewPassphrase(next, profile.name);
        if (!checked.ok) return checked;
        if (next.normalize('NFKC') === current.normalize('NFKC'))
          return failure('passphrase-unchanged');
        const opened = await tryKeys(profile.id, 'wrong-passphrase', () =>
          openKeyHolder(profile, current),
        );
        if (!opened.ok) return opened;
        const holder = await createKeyHolder(next, opened.value, scryptCost);
        const changed = { ...profile, ...holder, isHandedOver: false };
        book.put(changed);
        await stayWith(changed, next);
        signIn(profile.id, opened.value);
        deps.changed(state());
        return success(state());
      }),
    forget: () =>
      inTurn(async () => {
        if (signedIn === null) return failure('locked');
        if (remembered.whose() === signedIn.staffId) remembered.forget();
        deps.changed(state());
        return success(state());
      }),
    newSheet: ({ passphrase }) =>
      inTurn(async () => {
        const profile = signedIn === null ? undefined : book.find(signedIn.staffId);
        if (signedIn === null || profile === undefined) return failure('locked');
        if (profile.role !== 'administrator') return failure('administrator-needed');
        const opened = await tryKeys(profile.id, 'wrong-passphrase', () =>
          openKeyHolder(profile, passphrase),
        );
        if (!opened.ok) return opened;
        // A sheet that opens less than the last one would be the loss of a section.
        const held = new Set(signedIn.keys.keys());
        const lost = book.read().recovery;
        if (lost !== null && sectionsOf(lost).some((id) => !held.has(id))) {
          return failure('section-not-granted');
        }
        return success({ code: await writeSheet(opened.value) });
      }),
  };
}

function toStaff({ id, name, role }: KeyringProfile) {
  return { id, name, role };
}

async function makeSheet(keys: SectionKeys, scryptCost: number) {
  const code = newRecoveryCode();
  return { code, recovery: await createKeyHolder(readRecoveryCode(code), keys, scryptCost) };
}
