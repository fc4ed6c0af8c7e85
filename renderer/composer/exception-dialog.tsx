import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { PolicyQuote } from './policy-quote.tsx';

type ExceptionDialogProps = {
  /** The address in question; null for none. */
  readonly about: string | null;
  readonly onClose: () => void;
  readonly onAllow: (about: string, reason: string) => void;
};

/** Asks an administrator why somebody else gets a letter. */
export function ExceptionDialog({ about, onClose, onAllow }: ExceptionDialogProps) {
  const { t } = useTranslation(['policy', 'common']);
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  const close = () => {
    setReason('');
    onClose();
  };
  return (
    <ModalDialog
      title={t('policy:exception.title', { about: about ?? '' })}
      isOpen={about !== null}
      onClose={close}
      role="alertdialog"
      actions={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button
            variant="danger"
            isDisabled={!isGiven}
            onPress={() => {
              if (about !== null) onAllow(about, reason.trim());
              close();
            }}
          >
            {t('policy:exception.allow')}
          </Button>
        </>
      }
    >
      <p>{t('policy:exception.text')}</p>
      <PolicyQuote line="reader-mail" />
      <TextArea
        label={t('policy:exception.reason')}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </ModalDialog>
  );
}
