import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { CallInput, CallOutput } from '../../../shared/contract.ts';
import { type AppError, failure, type Result, success } from '../../../shared/errors.ts';
import type { BackupName } from '../../../shared/model/backup.ts';
import type { SectionId } from '../../../shared/model/section.ts';
import type { Clock } from '../clock.ts';
import type { Actor } from '../ledger/ledger.ts';
import type { Sections } from '../sections.ts';
import { asidePath, readyPath } from '../store/restore/finish-restore.ts';
import { backupPath, databasePath, fileDate, listBackups } from '../store/section-files.ts';
import type { StoreThreads } from '../store/store-threads.ts';
import type { Turn } from '../turn.ts';

export type BackupDependencies = {
  readonly dataFolder: string;
  readonly sections: Sections;
  readonly threads: StoreThreads;
  readonly clock: Clock;
  /** Who is signed in. */
  readonly staff: () => Actor | null;
  /** The one of whatever else closes sections. */
  readonly inTurn: Turn;
};

type BackupCallName = 'backup.list' | 'backup.preview' | 'backup.restore';
export type BackupService = {
  readonly [N in BackupCallName]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
};

/** Backups of every section that is granted, of one that does not open too. */
export function createBackupService(deps: BackupDependencies): BackupService {
  const { dataFolder, sections, threads, clock, staff, inTurn } = deps;

  /** A backup and the file that it is of, for whom the section is granted to. */
  function find(sectionId: SectionId, name: BackupName) {
    const keys = sections.keysOf(sectionId);
    if (!keys.ok) return keys;
    const backup = backupPath(dataFolder, sectionId, name);
    if (!existsSync(backup)) return failure('not-found');
    return success({ keys: keys.value, path: databasePath(dataFolder, sectionId), backup });
  }

  return {
    'backup.list': async ({ sectionId }) => {
      const keys = sections.keysOf(sectionId);
      if (!keys.ok) return keys;
      const section = sections.find(sectionId);
      const status = section.ok ? section.value.backup.status() : null;
      return success({ backups: listBackups(dataFolder, sectionId), status });
    },
    'backup.preview': ({ sectionId, name }) =>
      inTurn(async () => {
        const found = find(sectionId, name);
        if (!found.ok) return found;
        const { keys, ...files } = found.value;
        return ofBackup(await threads.start({ kind: 'preview', ...files }, keys).answer);
      }),
    'backup.restore': ({ sectionId, name }) =>
      inTurn(async () => {
        const found = find(sectionId, name);
        if (!found.ok) return found;
        const { path, backup } = found.value;
        const date = fileDate(clock.now());
        let prepared: Result<null> = failure('unexpected');
        await sections.whileClosed(sectionId, async (held) => {
          const task = {
            ...({ kind: 'restore', path, backup } as const),
            ready: readyPath(path, date),
            entry: { sectionId, file: name, by: staff(), at: clock.now() },
          };
          prepared = ofBackup(await threads.start(task, held).answer);
          // What is ready takes its place as the section opens (`finishRestore`).
          return held;
        });
        if (!prepared.ok) return prepared;
        const opened = sections.find(sectionId);
        return opened.ok ? success({ keptAs: basename(asidePath(path, date)) }) : opened;
      }),
  };
}

/** Damage is the backup's own: that of the present database is expected, and no error. */
function ofBackup<T>(result: Result<T>): Result<T> {
  if (result.ok || result.error.code !== 'store-damaged') return result;
  const error: AppError = { ...result.error, code: 'backup-damaged' };
  return { ok: false, error };
}
