import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../shared/model/outbox-item.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

type UncertainActionsProps = {
  readonly item: OutboxItem;
  readonly isActing: boolean;
  readonly onSettle: (decision: 'was-sent' | 'send-again') => void;
};

/** What to do about a letter that may have left; to send it again is offered after a look for it. */
export function UncertainActions({ item, isActing, onSettle }: UncertainActionsProps) {
  const { t } = useTranslation(['outbox', 'common']);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="sm" icon="check" isDisabled={isActing} onPress={() => onSettle('was-sent')}>
        {t('outbox:uncertain.wasSent')}
      </Button>
      {item.looked !== null && (
        <Button size="sm" icon="send" isDisabled={isActing} onPress={() => setAsking(true)}>
          {t('outbox:uncertain.sendAgain')}
        </Button>
      )}
      <ConfirmDialog
        title={t('outbox:uncertain.confirmTitle')}
        isOpen={isAsking}
        confirmLabel={t('outbox:uncertain.confirm')}
        cancelLabel={t('common:cancel')}
        onConfirm={() => {
          setAsking(false);
          onSettle('send-again');
        }}
        onCancel={() => setAsking(false)}
      >
        {t('outbox:uncertain.confirmText', { recipient: item.recipient })}
      </ConfirmDialog>
    </>
  );
}
