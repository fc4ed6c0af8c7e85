import { renameSync } from 'node:fs';
import { failure, type Result, success } from '../../../../shared/errors.ts';
import type { RestorePreview } from '../../../../shared/model/backup.ts';
import { syncFolder } from '../../write-file-durably.ts';
import { checkDatabase, copyDatabase, flushFile, removeDatabase } from '../database-files.ts';
import { migrate } from '../migrate.ts';
import { openDatabase, type SectionDatabase } from '../open-database.ts';
import { rekeyDatabase } from '../rekey-database.ts';
import { headPath } from '../section-files.ts';
import type { RestoreEntry } from '../store-task.ts';
import { partialPath } from '../write-backup.ts';
import { carryOver } from './carry-over.ts';
import { findLaterErasures, type LaterErasure } from './erasures.ts';
import { findKeyOf, withPresent } from './open-for-restore.ts';
import { previewRestore } from './preview-restore.ts';

type RestoreOptions = {
  /** The section's own file; it stays as it is. */
  readonly path: string;
  readonly backup: string;
  /** Newest last. */
  readonly keys: readonly Buffer[];
  readonly nativeBinding: string | null;
};

/**
 * Has the ledger of a restored database go on from that of the present one, and tell of whoever is
 * erased from it again.
 */
export type ContinueChain = (
  restored: SectionDatabase,
  heads: { readonly presentHead: string; readonly newHead: string },
  entry: RestoreEntry,
  erasures: readonly LaterErasure[],
) => void;

/** Checks a backup and says what it would change. `backup-damaged` when it does not open. */
export function previewBackup({
  path,
  backup,
  keys,
  nativeBinding,
}: RestoreOptions): Result<RestorePreview> {
  const key = findKeyOf(backup, keys, nativeBinding);
  if (key === null) return failure('backup-damaged');
  const db = openDatabase({ path: backup, key, nativeBinding, keepsJournal: true });
  try {
    if (db.pragma('quick_check', { simple: true }) !== 'ok') return failure('backup-damaged');
    // An older one is looked at as it will be, and stays as it is: nothing may spill into its file.
    db.pragma('cache_spill = OFF');
    db.exec('BEGIN');
    if (migrate(db, () => undefined) === 'from-the-future') return failure('store-from-the-future');
    return success(
      withPresent(path, keys, nativeBinding, (current) => previewRestore(current, db)),
    );
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.close();
  }
}

/**
 * Makes of a backup the file that is to take the section's place: at the newest schema, with the
 * newest key, checked, and with what was written since. It is called `ready` only when it is whole
 * and flushed; what fails leaves nothing. Nobody may be working with the section meanwhile.
 */
export function prepareRestore(
  { path, backup, keys, nativeBinding }: RestoreOptions,
  ready: string,
  entry: RestoreEntry,
  continueChain: ContinueChain,
): Result<null> {
  const key = findKeyOf(backup, keys, nativeBinding);
  const newest = keys.at(-1);
  if (key === null || newest === undefined) return failure('backup-damaged');
  const partial = partialPath(ready);
  try {
    removeDatabase(partial);
    copyDatabase(partial, { path: backup, key, nativeBinding, keepsJournal: true });
    if (!key.equals(newest)) rekeyDatabase({ path: partial, from: key, to: newest, nativeBinding });
    const restored = openDatabase({
      path: partial,
      key: newest,
      nativeBinding,
      keepsJournal: true,
    });
    try {
      if (migrate(restored, () => undefined) === 'from-the-future') {
        return failure('store-from-the-future');
      }
      const erasures = withPresent(path, keys, nativeBinding, (current) => {
        carryOver(current, restored);
        return current === null ? [] : findLaterErasures(current, restored);
      });
      const heads = { presentHead: headPath(path), newHead: headPath(ready) };
      continueChain(restored, heads, entry, erasures);
    } finally {
      restored.close();
    }
    checkDatabase({ path: partial, key: newest, nativeBinding });
    flushFile(partial);
    renameSync(partial, ready);
    syncFolder(ready);
    return success(null);
  } finally {
    removeDatabase(partial);
  }
}
