import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { flushFile, removeDatabase } from '../store/database-files.ts';
import { migrate } from '../store/migrate.ts';
import { makePrivateFile, openDatabase, type SectionDatabase } from '../store/open-database.ts';
import { finishRestore } from '../store/restore/finish-restore.ts';
import { databasePath, fileDate } from '../store/section-files.ts';
import { toFileError } from '../store/store-error.ts';
import { partialPath } from '../store/write-backup.ts';

export type SectionFiles = {
  readonly dataFolder: string;
  readonly nativeBinding: string | null;
  readonly now: () => number;
};

export type SectionOpening =
  | { readonly ok: true; readonly db: SectionDatabase; readonly key: Buffer }
  | { readonly ok: false; readonly error: AppError };

/**
 * Opens a section's database at the newest schema. A file that will not open is left as it is:
 * nothing is ever deleted or made anew because it would not open.
 */
export function openSection(
  files: SectionFiles,
  sectionId: SectionId,
  keys: readonly Buffer[],
): SectionOpening {
  let opening: SectionOpening = { ok: false, error: { code: 'section-not-granted' } };
  // Two while the key changes: the file has one of them, and a new one gets the newer.
  for (const key of keys.toReversed()) {
    opening = openWith(files, sectionId, key);
    if (opening.ok || opening.error.code !== 'store-damaged') break;
  }
  return opening;
}

function openWith(files: SectionFiles, sectionId: SectionId, key: Buffer): SectionOpening {
  const path = databasePath(files.dataFolder, sectionId);
  let db: SectionDatabase | null = null;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    finishRestore(path);
    db = openDatabase({ path, key, nativeBinding: files.nativeBinding });
    const outcome = migrate(db, (version) => keepCopy(db, path, version));
    if (outcome !== 'from-the-future') return { ok: true, db, key };
    db.close();
    return { ok: false, error: { code: 'store-from-the-future' } };
  } catch (error) {
    db?.close();
    const known = toFileError(error);
    if (known === null) throw error;
    return { ok: false, error: known };
  }
}

/** Moves a database, with its write-ahead log and the head of its chain, aside under a dated name. Returns the new name. */
export function quarantineSection(files: SectionFiles, sectionId: SectionId): string {
  const path = databasePath(files.dataFolder, sectionId);
  const kept = `${path}.damaged-${fileDate(files.now())}`;
  // Its log first: an empty file must never meet it.
  for (const suffix of ['-shm', '-wal', '-head', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  return basename(kept);
}

/** VACUUM INTO keeps the encryption. A copy that a kill cut short is made again. */
function keepCopy(db: SectionDatabase | null, path: string, version: number): void {
  const copy = `${path}.before-migration-${version}`;
  if (existsSync(copy)) return;
  removeDatabase(partialPath(copy));
  makePrivateFile(partialPath(copy));
  db?.prepare('VACUUM INTO ?').run(partialPath(copy));
  flushFile(partialPath(copy));
  renameSync(partialPath(copy), copy);
}
