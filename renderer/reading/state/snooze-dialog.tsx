import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
import { MomentInput } from '../../ui/moment-input.tsx';
import styles from './snooze-dialog.module.css';
import { snoozeTimes } from './snooze-times.ts';

type SnoozeDialogProps = {
  readonly onClose: () => void;
  readonly onSnooze: (until: number) => void;
};

/** A day and a time that staff choose. */
export function SnoozeDialog({ onClose, onSnooze }: SnoozeDialogProps) {
  const { t } = useTranslation(['state', 'common']);
  const [until, setUntil] = useState(
    () => snoozeTimes(Date.now()).find(({ id }) => id === 'tomorrow')?.at ?? Date.now(),
  );
  const [isPast, setPast] = useState(false);
  return (
    <ModalDialog
      title={t('state:snooze.title')}
      isOpen
      onClose={onClose}
      width="sm"
      actions={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => {
              if (until > Date.now()) onSnooze(until);
              else setPast(true);
            }}
          >
            {t('state:snooze.confirm')}
          </Button>
        </>
      }
    >
      <MomentInput
        label={t('state:snooze.time')}
        value={until}
        onChange={(time) => {
          setUntil(time);
          setPast(false);
        }}
        error={isPast ? t('state:snooze.past') : null}
      />
      <p className={styles.text}>{t('state:snooze.text')}</p>
    </ModalDialog>
  );
}
