import { randomBytes } from 'node:crypto';
import { type AppError, type Result, success } from '../../../shared/errors.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { SectionKeys } from '../keyring/key-holder.ts';
import { type KeyringBook, replaceSectionKeys } from '../keyring/keyring-book.ts';
import type { Log } from '../log.ts';
import type { OpenKeys, SignedIn } from './session.ts';

export type Rekeying = {
  readonly book: KeyringBook;
  readonly log: Log;
  /** Gives the file another key, if it has not got it; the error leaves it as it was. */
  readonly rekeyFile: (sectionId: SectionId, from: Buffer, to: Buffer) => AppError | null;
};

/**
 * Gives a section another key, and withdraws it from the people named. Both keys are in the keyring
 * while the file is changed, so that a kill at any moment leaves one that opens it: the next
 * administrator or member of the section to sign in ends the work (`settleKeys`). `around` closes
 * the section and opens it again.
 */
export async function rekeySection(
  { book, rekeyFile }: Rekeying,
  signedIn: SignedIn,
  sectionId: SectionId,
  withdrawn: readonly StaffId[],
  around: (work: () => Buffer) => Promise<void>,
): Promise<Result<null>> {
  const current = signedIn.keys.get(sectionId);
  if (current === undefined) throw new Error('the section is not open');
  const next = randomBytes(32);
  let error: AppError | null = null;
  book.write(replaceSectionKeys(book.read(), sectionId, [current, next], withdrawn));
  await around(() => {
    error = rekeyFile(sectionId, current, next);
    return error === null ? next : current;
  });
  if (error !== null) return { ok: false, error };
  signedIn.keys = new Map(signedIn.keys).set(sectionId, next);
  book.write(replaceSectionKeys(book.read(), sectionId, [next]));
  return success(null);
}

/** Ends what `rekeySection` could not, and says which key each section's file has. */
export function settleKeys({ book, log, rekeyFile }: Rekeying, keys: SectionKeys): OpenKeys {
  const settled = new Map<SectionId, Buffer>();
  for (const [sectionId, [current, next]] of keys) {
    if (current === undefined) continue;
    settled.set(sectionId, current);
    if (next === undefined) continue;
    const error = rekeyFile(sectionId, current, next);
    if (error !== null) {
      // The old key is still good, and the next sign-in tries again.
      log('section.rekey-waits', { section: sectionId, code: error.code });
      continue;
    }
    settled.set(sectionId, next);
    book.write(replaceSectionKeys(book.read(), sectionId, [next]));
  }
  return settled;
}
