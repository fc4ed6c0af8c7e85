import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyLine } from '../../shared/model/policy-line.ts';
import { Button } from '../ui/button.tsx';
import { ModalDialog } from '../ui/modal-dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { PolicyQuote } from './policy-quote.tsx';

type ReasonDialogProps = {
  /** What is asked for: that somebody else gets the letter, or that it tells of a member. */
  readonly kind: 'exception' | 'memberData';
  /** The address or the words in question; null for none. */
  readonly about: string | null;
  readonly line: PolicyLine | null;
  readonly onClose: () => void;
  readonly onAllow: (about: string, reason: string) => void;
};

/** Asks why a letter is to leave although the policy's line stands against it. */
export function ReasonDialog({ kind, about, line, onClose, onAllow }: ReasonDialogProps) {
  const { t } = useTranslation(['policy', 'common']);
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  const close = () => {
    setReason('');
    onClose();
  };
  return (
    <ModalDialog
      title={t(`policy:${kind}.title`, { about: about ?? '' })}
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
            {t(`policy:${kind}.allow`)}
          </Button>
        </>
      }
    >
      <p>{t(`policy:${kind}.text`)}</p>
      <PolicyQuote line={line} />
      <TextArea
        label={t(`policy:${kind}.reason`)}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </ModalDialog>
  );
}
