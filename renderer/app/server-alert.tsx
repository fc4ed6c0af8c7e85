import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SyncStatus } from '../../shared/model/sync-status.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './sidebar.module.css';

type ServerAlertProps = { readonly alert: NonNullable<SyncStatus['alert']>; readonly name: string };

/** What a server asked to be shown to people (RFC 9051 7.1), until it was read. */
export function ServerAlert({ alert, name }: ServerAlertProps) {
  const { t } = useTranslation('app');
  const [readAt, setReadAt] = useState<number | null>(null);
  if (readAt === alert.at) return null;
  return (
    <div className={styles.alert} role="status">
      <p>{t('sync.alert', { words: alert.words })}</p>
      <IconButton
        icon="close"
        size="sm"
        label={t('sync.alertRead', { section: name })}
        onPress={() => setReadAt(alert.at)}
      />
    </div>
  );
}
