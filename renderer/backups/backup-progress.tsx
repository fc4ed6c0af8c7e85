import { useTranslation } from 'react-i18next';
import type { BackupStatus } from '../../shared/model/backup.ts';
import { call } from '../api.ts';
import { useFormat } from '../i18n/use-format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import styles from './backups.module.css';

type BackupProgressProps = {
  readonly section: string;
  readonly status: BackupStatus;
  readonly onCancel: () => void;
};

/** How far a backup is, and the way to stop it. */
export function BackupProgress({ section, status, onCancel }: BackupProgressProps) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const { sectionId, done, total } = status;
  // All is written, and not looked at yet.
  const isChecking = total > 0 && done >= total;
  const amount = t('amount', { done: format.size(done), total: format.size(total) });
  return (
    <div className={styles.progress}>
      <ProgressBar
        label={t('making', { section })}
        done={done}
        total={isChecking ? 0 : total}
        valueLabel={amount}
      />
      <span className={styles.amount}>{isChecking || total === 0 ? t('checking') : amount}</span>
      <IconButton
        icon="close"
        size="sm"
        label={t('cancel', { section })}
        onPress={() => {
          onCancel();
          void call('backup.cancel', { sectionId });
        }}
      />
    </div>
  );
}
