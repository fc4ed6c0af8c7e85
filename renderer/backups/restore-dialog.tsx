import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/errors.ts';
import type { Backup } from '../../shared/model/backup.ts';
import type { SectionId } from '../../shared/model/section.ts';
import { call } from '../api.ts';
import { useErrorWords } from '../i18n/use-error-words.ts';
import { useFormat } from '../i18n/use-format.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useToast } from '../ui/toast.tsx';
import { useCall } from '../use-call.ts';
import styles from './backups.module.css';
import { RestoreFacts } from './restore-facts.tsx';

type RestoreDialogProps = {
  readonly sectionId: SectionId;
  readonly backup: Backup;
  readonly onClose: () => void;
};

/** Checks a backup, says what it would change, and asks. The focus starts on the safe answer. */
export function RestoreDialog({ sectionId, backup, onClose }: RestoreDialogProps) {
  const { t } = useTranslation(['backups', 'common']);
  const words = useErrorWords();
  const format = useFormat();
  const toast = useToast();
  const { name, at } = backup;
  const preview = useCall('backup.preview', { sectionId, name });
  const [isRestoring, setRestoring] = useState(false);
  const [failed, setFailed] = useState<AppError | null>(null);
  const error = failed ?? preview.error;
  const section = t(`common:section.${sectionId}`);

  async function restore() {
    setRestoring(true);
    setFailed(null);
    const result = await call('backup.restore', { sectionId, name });
    setRestoring(false);
    if (!result.ok) {
      setFailed(result.error);
      return;
    }
    toast({ text: t('backups:restored', { section, file: result.value.keptAs }) });
    onClose();
  }

  return (
    <ModalDialog
      title={t('backups:restoreTitle', { section })}
      isOpen
      role="alertdialog"
      onClose={isRestoring ? () => undefined : onClose}
      actions={
        <>
          <Button autoFocus isDisabled={isRestoring} onPress={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            variant="danger"
            isDisabled={preview.value === null}
            isPending={isRestoring}
            onPress={() => void restore()}
          >
            {t('backups:restoreConfirm')}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <p>{t('backups:restoreText', { date: format.dateTime(at) })}</p>
        {error && <ErrorNotice error={words(error)} />}
        {preview.value === null && error === null && (
          <p className={styles.waiting}>
            <Spinner />
            {t('backups:looking')}
          </p>
        )}
        {preview.value && <RestoreFacts sectionId={sectionId} preview={preview.value} />}
      </div>
    </ModalDialog>
  );
}
