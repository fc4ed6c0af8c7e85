import { useState } from 'react';
import type { AppError } from '../../shared/errors.ts';
import type { Backup, BackupStatus } from '../../shared/model/backup.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { useCall } from '../use-call.ts';
import { useEvent } from '../use-event.ts';

type BackupsHandle = {
  /** Newest first; null until the engine has answered. */
  readonly backups: readonly Backup[] | null;
  /** Null while the section is closed. */
  readonly status: BackupStatus | null;
  readonly error: AppError | null;
  readonly reload: () => void;
};

/** A section's backups, as they come and go. */
export function useBackups(sectionId: SectionId): BackupsHandle {
  const { value, error, reload } = useCall('backup.list', { sectionId });
  const [heard, setHeard] = useState<BackupStatus | null>(null);
  useEvent('backup.changed', (status) => {
    if (status.sectionId !== sectionId) return;
    setHeard(status);
    if (!status.isRunning) reload();
  });
  useEvent('section.changed', (changed) => {
    if (changed.sectionId === sectionId && changed.conversationIds === null) reload();
  });
  return { backups: value?.backups ?? null, status: heard ?? value?.status ?? null, error, reload };
}
