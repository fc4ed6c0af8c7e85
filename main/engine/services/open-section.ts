import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { AppError } from '../../../shared/errors.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase, type SectionDatabase } from '../store/open-database.ts';
import { rekeyDatabase } from '../store/rekey-database.ts';
import { toStoreError } from '../store/store-error.ts';

export type SectionFiles = {
  readonly dataFolder: string;
  readonly nativeBinding: string | null;
  readonly now: () => number;
};

export type SectionOpening =
  | { readonly ok: true; readonly db: SectionDatabase }
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
  // Two while the key changes: the file has one of them.
  for (const key of keys) {
    opening = openWith(files, sectionId, key);
    if (opening.ok || opening.error.code !== 'store-damaged') break;
  }
  return opening;
}

function openWith(files: SectionFiles, sectionId: SectionId, key: Buffer): SectionOpening {
  mkdirSync(join(files.dataFolder, 'sections'), { recursive: true, mode: 0o700 });
  const path = databasePath(files.dataFolder, sectionId);
  let db: SectionDatabase | null = null;
  try {
    db = openDatabase({ path, key, nativeBinding: files.nativeBinding });
    const outcome = migrate(db, (version) => keepCopy(db, path, version));
    if (outcome !== 'from-the-future') return { ok: true, db };
    db.close();
    return { ok: false, error: { code: 'store-from-the-future' } };
  } catch (error) {
    db?.close();
    const known = toStoreError(error);
    if (known === null) throw error;
    return { ok: false, error: known };
  }
}

/** Moves a database, with its write-ahead log and the head of its chain, aside under a dated name. Returns the new name. */
export function quarantineSection(files: SectionFiles, sectionId: SectionId): string {
  const path = databasePath(files.dataFolder, sectionId);
  const date = new Date(files.now()).toISOString().replace(/[:.]/g, '-');
  const kept = `${path}.damaged-${date}`;
  for (const suffix of ['', '-wal', '-shm', '-head']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, kept + suffix);
  }
  return basename(kept);
}

/** Null when it has the new key for certain. */
export function rekeyFile(
  files: SectionFiles,
  sectionId: SectionId,
  from: Buffer,
  to: Buffer,
): AppError | null {
  const { nativeBinding } = files;
  try {
    rekeyDatabase({ path: databasePath(files.dataFolder, sectionId), from, to, nativeBinding });
    return null;
  } catch (error) {
    return toStoreError(error) ?? { code: 'disk-failed' };
  }
}

export function databasePath(dataFolder: string, sectionId: SectionId): string {
  return join(dataFolder, 'sections', `${sectionId}.db`);
}

/** VACUUM INTO keeps the encryption; db.backup() fails on encrypted files and serialize() is plaintext. */
function keepCopy(db: SectionDatabase | null, path: string, version: number): void {
  const copy = `${path}.before-migration-${version}`;
  if (!existsSync(copy)) db?.prepare('VACUUM INTO ?').run(copy);
}
