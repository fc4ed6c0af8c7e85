import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { RestoreNewest } from '../backups/restore-newest.tsx';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './workspace.module.css';

type StoreErrorScreenProps = {
  readonly sectionId: SectionId;
  readonly error: AppError;
  readonly onMoved: () => void;
};

/** A section whose database will not open: nothing is deleted, and starting anew has to be asked for. */
export function StoreErrorScreen({ sectionId, error, onMoved }: StoreErrorScreenProps) {
  const { t } = useTranslation(['app', 'common']);
  const words = useErrorWords();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const section = t(`common:section.${sectionId}`);

  const tryAgain = async () => {
    setMoving(true);
    const result = await call('section.reopen', { sectionId });
    setMoving(false);
    setFailure(result.ok ? null : result.error);
    if (result.ok) onMoved();
  };

  const moveAside = async () => {
    setMoving(true);
    const result = await call('section.quarantine', { sectionId });
    setMoving(false);
    setAsking(false);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    toast({ text: t('app:store.done', { file: result.value.keptAs }) });
    onMoved();
  };

  return (
    <main className={styles.main}>
      <EmptyState
        level={1}
        icon="warning"
        title={words(error).what}
        actions={
          <>
            <Button onPress={() => void tryAgain()} isDisabled={isMoving}>
              {t('common:retry')}
            </Button>
            <RestoreNewest
              sectionId={sectionId}
              isOffered={error.code === 'store-damaged'}
              isDisabled={isMoving}
            />
            {error.code === 'store-damaged' && (
              <Button onPress={() => setAsking(true)}>{t('app:store.action')}</Button>
            )}
          </>
        }
      >
        {words(error).next}
        {failure && <ErrorNotice error={words(failure)} />}
        <ConfirmDialog
          title={t('app:store.confirmTitle', { section })}
          isOpen={isAsking}
          isDangerous
          isPending={isMoving}
          confirmLabel={t('app:store.confirm')}
          cancelLabel={t('common:cancel')}
          onConfirm={() => void moveAside()}
          onCancel={() => setAsking(false)}
        >
          {t('app:store.confirmText', { section })}
        </ConfirmDialog>
      </EmptyState>
    </main>
  );
}
