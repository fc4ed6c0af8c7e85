import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import type { ForgottenQuestion } from './use-forgotten-question.ts';

/** The text speaks of a file, and there is none. */
export function ForgottenDialog({ question }: { readonly question: ForgottenQuestion }) {
  const { t } = useTranslation('attachments');
  return (
    <ConfirmDialog
      title={t('forgotten.title')}
      isOpen={question.isOpen}
      confirmLabel={t('forgotten.send')}
      cancelLabel={t('forgotten.back')}
      onConfirm={question.sendAnyway}
      onCancel={question.goBack}
    >
      <p>{t('forgotten.text')}</p>
    </ConfirmDialog>
  );
}
