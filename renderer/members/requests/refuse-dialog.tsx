import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberRequestId } from '../../../shared/ids.ts';
import { useErrorWords } from '../../i18n/use-error-words.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './requests.module.css';
import { useRequestStep } from './use-request-step.ts';

type RefuseDialogProps = {
  readonly requestId: MemberRequestId;
  readonly onClose: () => void;
  readonly onRefused: () => void;
};

/** Refuses a request, with the reason beside it. */
export function RefuseDialog({ requestId, onClose, onRefused }: RefuseDialogProps) {
  const { t } = useTranslation('requests');
  const errorWords = useErrorWords();
  const { isPending, error, take } = useRequestStep(() => undefined);
  const [reason, setReason] = useState('');
  async function refuse() {
    if (reason.trim() === '') return;
    const asked = { sectionId: 'members', requestId, reason: reason.trim() } as const;
    if (await take('request.refuse', asked)) onRefused();
  }
  return (
    <ModalDialog
      title={t('refuse.title', { number: requestId })}
      isOpen
      onClose={onClose}
      width="sm"
      actions={
        <>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim() === ''}
            isPending={isPending}
            onPress={() => void refuse()}
          >
            {t('refuse.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles.part}>
        <p>{t('refuse.text')}</p>
        <TextInput
          label={t('fact.reason')}
          description={t('refuse.reasonText')}
          autoFocus
          maxLength={500}
          value={reason}
          onChange={setReason}
        />
        {error !== null && <ErrorNotice error={errorWords(error)} />}
      </div>
    </ModalDialog>
  );
}
