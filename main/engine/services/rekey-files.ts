import type { AppError } from '../../../shared/errors.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { finishRestore } from '../store/restore/finish-restore.ts';
import { databasePath, listCopies, removePartialRekeys } from '../store/section-files.ts';
import { toFileError } from '../store/store-error.ts';
import type { StoreThreads } from '../store/store-threads.ts';

export type RekeyFiles = { readonly dataFolder: string; readonly threads: StoreThreads };

/**
 * Gives a section's own file another key, where it has not got it. Null when it has it for certain. A
 * restored file that still waits for its place, with the key of then, takes it first.
 */
export async function rekeyOwnFile(
  { dataFolder, threads }: RekeyFiles,
  sectionId: SectionId,
  keys: readonly [Buffer, Buffer],
): Promise<AppError | null> {
  const path = databasePath(dataFolder, sectionId);
  const waiting = refused(() => finishRestore(path));
  if (waiting !== null) return waiting;
  const result = await threads.start({ kind: 'rekey', path }, keys).answer;
  return result.ok ? null : result.error;
}

/**
 * Gives a section's backups, and what was set aside of it, another key, one file after the other. A
 * damaged copy that no key opens is left as it is. Null when no other has the old key any more.
 */
export async function rekeyCopies(
  { dataFolder, threads }: RekeyFiles,
  sectionId: SectionId,
  keys: readonly [Buffer, Buffer],
): Promise<AppError | null> {
  const left = refused(() => removePartialRekeys(dataFolder, sectionId));
  if (left !== null) return left;
  for (const path of listCopies(dataFolder, sectionId)) {
    const result = await threads.start({ kind: 'rekey', path }, keys).answer;
    if (!result.ok && result.error.code !== 'store-damaged') return result.error;
  }
  return null;
}

/** Null when the file system lets it be done. */
function refused(work: () => void): AppError | null {
  try {
    work();
    return null;
  } catch (error) {
    const known = toFileError(error);
    if (known === null) throw error;
    return known;
  }
}
