import { assertNever } from '../../../shared/assert-never.ts';
import { type Result, success } from '../../../shared/errors.ts';
import { copyLog } from './copy-log.ts';
import { rekeyDatabase } from './rekey-database.ts';
import { type ContinueChain, prepareRestore, previewBackup } from './restore/prepare-restore.ts';
import { toFileError } from './store-error.ts';
import type { StoreAnswers, StoreRequest, StoreTask } from './store-task.ts';
import { writeBackup } from './write-backup.ts';

/** Does one task in the store worker, and wipes the keys that it was given. A bug is thrown. */
export function doTask(
  request: StoreRequest,
  continueChain: ContinueChain,
): Result<StoreAnswers[StoreTask['kind']]> {
  const keys = request.keys.map((key) => Buffer.from(key.buffer, key.byteOffset, key.length));
  try {
    return work(request, keys, continueChain);
  } catch (error) {
    const known = toFileError(error);
    if (known === null) throw error;
    return { ok: false, error: known };
  } finally {
    for (const key of keys) key.fill(0);
  }
}

function work(
  { task, nativeBinding }: StoreRequest,
  keys: readonly Buffer[],
  continueChain: ContinueChain,
): Result<StoreAnswers[StoreTask['kind']]> {
  const [key, next] = keys;
  if (key === undefined) throw new Error('a task without a key');
  switch (task.kind) {
    case 'backup':
      writeBackup(task.target, { path: task.path, key, nativeBinding });
      return success(null);
    case 'checkpoint':
      copyLog({ path: task.path, key, nativeBinding });
      return success(null);
    case 'rekey':
      if (next === undefined) throw new Error('a change of key to none');
      rekeyDatabase({ path: task.path, from: key, to: next, nativeBinding });
      return success(null);
    case 'preview':
      return previewBackup({ ...task, keys, nativeBinding });
    case 'restore':
      return prepareRestore(
        { ...task, keys, nativeBinding },
        task.ready,
        task.entry,
        continueChain,
      );
    default:
      return assertNever(task);
  }
}
