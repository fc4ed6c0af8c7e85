import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/errors.ts';
import { call } from '../../api.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import styles from './erasure.module.css';

type DestroyCopiesProps = {
  /** The question lies over the page, or no more. */
  readonly onCovered: (isCovered: boolean) => void;
};

/** The way to destroy the backups from before an erasure, which have the person still. */
export function DestroyCopies({ onCovered }: DestroyCopiesProps) {
  const { t } = useTranslation('erasure');
  const errorWords = useErrorWords();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const ask = (is: boolean) => {
    setAsking(is);
    onCovered(is);
  };

  async function destroy() {
    if (isPending) return;
    setPending(true);
    const result = await call('section.rekey', { sectionId: 'members', withoutCopies: true });
    setPending(false);
    setError(result.ok ? null : result.error);
    if (!result.ok) return;
    // The page went with the section, which was closed for it.
    toast({ text: t('destroy.done') });
  }

  return (
    <>
      <Button size="sm" onPress={() => ask(true)}>
        {t('destroy.open')}
      </Button>
      <ConfirmDialog
        title={t('destroy.title')}
        isOpen={isAsking}
        confirmLabel={t('destroy.confirm')}
        cancelLabel={t('cancel')}
        isDangerous
        isPending={isPending}
        onConfirm={() => void destroy()}
        onCancel={() => ask(false)}
      >
        <div className={styles.form}>
          <p>{t('destroy.text')}</p>
          {isPending && <p role="status">{t('destroy.working')}</p>}
          {error !== null && <ErrorNotice error={errorWords(error)} />}
        </div>
      </ConfirmDialog>
    </>
  );
}
