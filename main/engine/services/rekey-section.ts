import { randomBytes } from 'node:crypto';
import { type AppError, type Result, success } from '../../../shared/errors.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { SectionKeys } from '../keyring/key-holder.ts';
import { type KeyringBook, replaceSectionKeys } from '../keyring/keyring-book.ts';
import type { Log } from '../log.ts';
import { toStoreError } from '../store/store-error.ts';
import type { SignedIn } from './session.ts';

export type Rekeying = {
  readonly book: KeyringBook;
  readonly log: Log;
  /** Gives the file another key, if it has not got it. Null when it has it for certain. */
  readonly rekeyFile: (sectionId: SectionId, from: Buffer, to: Buffer) => AppError | null;
  /** Closes the section for the work, and opens it with the keys that this returns. */
  readonly whileClosed: (sectionId: SectionId, work: () => readonly Buffer[]) => Promise<void>;
};

/**
 * Gives a section another key, and withdraws it from the people named. Both keys are in the keyring
 * while the file is changed, so that a kill at any moment leaves one that opens it: the next person
 * of the section to sign in ends the work (`settleKeys`). A pair that waits is ended first: neither
 * of its keys may go before it is certain which of them the file has.
 */
export async function rekeySection(
  rekeying: Rekeying,
  signedIn: SignedIn,
  sectionId: SectionId,
  withdrawn: readonly StaffId[],
): Promise<Result<null>> {
  const { book, whileClosed } = rekeying;
  let error: AppError | null = null;
  await whileClosed(sectionId, () => {
    let keys = signedIn.keys.get(sectionId) ?? [];
    const finish = () => {
      const finished = finishRekey(rekeying, sectionId, keys);
      keys = finished.keys;
      error = finished.error;
      signedIn.keys = new Map(signedIn.keys).set(sectionId, keys);
    };
    finish();
    const [current] = keys;
    if (error !== null || current === undefined) return keys;
    try {
      const pair = [current, randomBytes(32)];
      book.write(replaceSectionKeys(book.read(), sectionId, pair, [current], withdrawn));
      keys = pair;
      finish();
    } catch (thrown) {
      error = toStoreError(thrown) ?? { code: 'disk-failed' };
    }
    return keys;
  });
  return error === null ? success(null) : { ok: false, error };
}

/** Ends what `rekeySection` could not. Two keys of a section stay where it cannot be done now either. */
export function settleKeys(
  rekeying: Omit<Rekeying, 'whileClosed'>,
  keys: SectionKeys,
): SectionKeys {
  const settled = new Map<SectionId, readonly Buffer[]>();
  for (const [sectionId, each] of keys) {
    const finished = finishRekey(rekeying, sectionId, each);
    if (finished.error !== null) {
      rekeying.log('section.rekey-waits', { section: sectionId, error: finished.error.code });
    }
    settled.set(sectionId, finished.keys);
  }
  return settled;
}

type Finished = { readonly keys: readonly Buffer[]; readonly error: AppError | null };

/** From two keys to the second, in the file and then in the keyring. */
function finishRekey(
  { book, rekeyFile }: Omit<Rekeying, 'whileClosed'>,
  sectionId: SectionId,
  keys: readonly Buffer[],
): Finished {
  const [current, next] = keys;
  if (current === undefined || next === undefined) return { keys, error: null };
  const error = rekeyFile(sectionId, current, next);
  if (error !== null) return { keys, error };
  try {
    book.write(replaceSectionKeys(book.read(), sectionId, [next], keys));
    return { keys: [next], error: null };
  } catch (thrown) {
    return { keys, error: toStoreError(thrown) ?? { code: 'disk-failed' } };
  }
}
