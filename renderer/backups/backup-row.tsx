import { useTranslation } from 'react-i18next';
import type { Backup } from '../../shared/model/backup.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import styles from './backups.module.css';

type BackupRowProps = { readonly backup: Backup; readonly onRestore: () => void };

export function BackupRow({ backup, onRestore }: BackupRowProps) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const date = format.dateTime(backup.at);
  return (
    <li className={styles.row}>
      <span className={styles.date}>{date}</span>
      <span className={styles.size}>{format.size(backup.bytes)}</span>
      <Button size="sm" variant="quiet" aria-label={t('restoreOf', { date })} onPress={onRestore}>
        {t('restore')}
      </Button>
    </li>
  );
}
