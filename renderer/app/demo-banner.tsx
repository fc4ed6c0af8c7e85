import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './workspace.module.css';

/** Says that this newsroom is made up, and leads to one's own. */
export function DemoBanner() {
  const { t } = useTranslation(['app', 'common']);
  const words = useErrorWords();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    const result = await call('app.leaveDemo', null);
    setLeaving(false);
    setAsking(false);
    if (!result.ok) toast({ text: words(result.error).what });
  };
  return (
    <aside className={styles.banner} aria-label={t('app:demo.banner')}>
      <span className={styles.bannerText}>{t('app:demo.banner')}</span>
      <button type="button" className={styles.bannerAction} onClick={() => setAsking(true)}>
        {t('app:demo.leave')}
      </button>
      <ConfirmDialog
        title={t('app:demo.leaveTitle')}
        isOpen={isAsking}
        confirmLabel={t('app:demo.leaveConfirm')}
        cancelLabel={t('common:cancel')}
        isPending={isLeaving}
        onConfirm={() => void leave()}
        onCancel={() => setAsking(false)}
      >
        {t('app:demo.leaveText')}
      </ConfirmDialog>
    </aside>
  );
}
