import { randomBytes } from 'node:crypto';
import { type AppError, type Result, success } from '../../../shared/errors.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { type KeyringBook, replaceSectionKeys } from '../keyring/keyring-book.ts';
import type { Log } from '../log.ts';
import { toFileError } from '../store/store-error.ts';
import type { SignedIn } from './session.ts';

type Pair = readonly [Buffer, Buffer];
type RekeyStep = (sectionId: SectionId, keys: Pair) => Promise<AppError | null>;

export type Rekeying = {
  readonly book: KeyringBook;
  readonly log: Log;
  /** From the first key to the second, if it has not got it. Null when it has it for certain. */
  readonly rekeyOwnFile: RekeyStep;
  /** The same for the section's backups, and for what was set aside of it. */
  readonly rekeyCopies: RekeyStep;
  /** Closes the section for the work, and opens it with the keys that this returns. */
  readonly whileClosed: (
    sectionId: SectionId,
    work: () => Promise<readonly Buffer[]>,
  ) => Promise<void>;
  /** What the section is opened with from now on. */
  readonly setKeys: (sectionId: SectionId, keys: readonly Buffer[]) => void;
};

/**
 * Gives a section another key, and withdraws it from the people named. Both keys are in the keyring
 * while its files are changed, its own first and then its backups, so that a kill at any moment
 * leaves one that opens each: the next person of the section to sign in ends the work
 * (`settleKeys`). The section is open again as soon as its own file is done. A pair that waits is
 * ended first: no key may go before it is certain that no file has it.
 */
export async function rekeySection(
  rekeying: Rekeying,
  signedIn: SignedIn,
  sectionId: SectionId,
  withdrawn: readonly StaffId[],
): Promise<Result<null>> {
  const { book, rekeyOwnFile, whileClosed } = rekeying;
  const waiting = await endPair(rekeying, signedIn, sectionId);
  if (waiting !== null) return { ok: false, error: waiting };
  let pair: Pair | null = null;
  let error: AppError | null = null;
  await whileClosed(sectionId, async () => {
    const keys = signedIn.keys.get(sectionId) ?? [];
    const [current] = keys;
    if (current === undefined) return keys;
    const next: Pair = [current, randomBytes(32)];
    error = written(() =>
      book.write(replaceSectionKeys(book.read(), sectionId, next, [current], withdrawn)),
    );
    if (error !== null) return keys;
    signedIn.keys = new Map(signedIn.keys).set(sectionId, next);
    pair = next;
    error = await rekeyOwnFile(sectionId, next);
    return next;
  });
  if (pair !== null) error ??= await endCopies(rekeying, signedIn, sectionId, pair);
  return error === null ? success(null) : { ok: false, error };
}

/** Ends what `rekeySection` could not. Two keys of a section stay where it cannot be done now either. */
export async function settleKeys(rekeying: Rekeying, signedIn: SignedIn): Promise<void> {
  for (const sectionId of signedIn.keys.keys()) {
    const error = await endPair(rekeying, signedIn, sectionId);
    if (error !== null) {
      rekeying.log('section.rekey-waits', { section: sectionId, error: error.code });
    }
  }
}

/** From two keys to the second, in the files and then in the keyring. */
async function endPair(
  rekeying: Rekeying,
  signedIn: SignedIn,
  sectionId: SectionId,
): Promise<AppError | null> {
  const [current, next] = signedIn.keys.get(sectionId) ?? [];
  if (current === undefined || next === undefined) return null;
  const pair: Pair = [current, next];
  let error: AppError | null = null;
  await rekeying.whileClosed(sectionId, async () => {
    error = await rekeying.rekeyOwnFile(sectionId, pair);
    return pair;
  });
  return error ?? endCopies(rekeying, signedIn, sectionId, pair);
}

async function endCopies(
  { book, rekeyCopies, setKeys }: Rekeying,
  signedIn: SignedIn,
  sectionId: SectionId,
  pair: Pair,
): Promise<AppError | null> {
  const keys = [pair[1]];
  const error =
    (await rekeyCopies(sectionId, pair)) ??
    written(() => book.write(replaceSectionKeys(book.read(), sectionId, keys, pair)));
  if (error !== null) return error;
  signedIn.keys = new Map(signedIn.keys).set(sectionId, keys);
  setKeys(sectionId, keys);
  return null;
}

function written(write: () => void): AppError | null {
  try {
    write();
    return null;
  } catch (thrown) {
    return toFileError(thrown) ?? { code: 'disk-failed' };
  }
}
