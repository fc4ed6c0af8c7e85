import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { Backup } from '../../shared/model/backup.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { BackupProgress } from './backup-progress.tsx';
import { BackupRow } from './backup-row.tsx';
import styles from './backups.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { useBackups } from './use-backups.ts';

type BackupCardProps = {
  readonly sectionId: SectionId;
  /** One that does not open cannot be backed up, but restored. */
  readonly isOpen: boolean;
};

/** One section: its backups, and a new one now. */
export function BackupCard({ sectionId, isOpen }: BackupCardProps) {
  const { t } = useTranslation(['backups', 'common']);
  const words = useErrorWords();
  const { backups, status, error: listError } = useBackups(sectionId);
  const [failed, setFailed] = useState<AppError | null>(null);
  const [chosen, setChosen] = useState<Backup | null>(null);
  const makeButton = useRef<HTMLButtonElement>(null);
  const section = t(`common:section.${sectionId}`);

  // React Aria does this too, but not each time after a restore, which takes longer than an answer.
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (chosen === null && opener.current instanceof HTMLElement) opener.current.focus();
  }, [chosen]);
  const error = failed ?? status?.error ?? listError;

  async function make() {
    const result = await call('backup.make', { sectionId });
    setFailed(result.ok || result.error.code === 'cancelled' ? null : result.error);
  }

  return (
    <Card
      title={section}
      actions={
        <>
          {status?.isRunning && (
            <BackupProgress
              section={section}
              status={status}
              // It goes with its cancel button: the focus must not go with that.
              onCancel={() => makeButton.current?.focus()}
            />
          )}
          <Button
            ref={makeButton}
            size="sm"
            isDisabled={!isOpen}
            isPending={status?.isRunning === true}
            onPress={() => void make()}
          >
            {t('backups:make')}
          </Button>
        </>
      }
    >
      {error && !status?.isRunning && <ErrorNotice error={words(error)} />}
      {backups?.length === 0 && <p className={styles.quiet}>{t('backups:none')}</p>}
      {backups !== null && backups.length > 0 && (
        <ul className={styles.rows}>
          {backups.map((backup) => (
            <BackupRow
              key={backup.name}
              backup={backup}
              onRestore={() => {
                opener.current = document.activeElement;
                setChosen(backup);
              }}
            />
          ))}
        </ul>
      )}
      {chosen && (
        <RestoreDialog sectionId={sectionId} backup={chosen} onClose={() => setChosen(null)} />
      )}
    </Card>
  );
}
