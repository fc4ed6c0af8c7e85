import { fromAbsolute, getLocalTimeZone } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { DateTimeInput } from '../../ui/date-time-input.tsx';
import { ModalDialog } from '../../ui/modal-dialog.tsx';
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
      <DateTimeInput
        label={t('state:snooze.time')}
        value={fromAbsolute(until, getLocalTimeZone())}
        onChange={(time) => {
          if (time === null) return;
          setUntil(time.toDate().getTime());
          setPast(false);
        }}
        error={isPast ? t('state:snooze.past') : null}
      />
      <p className={styles.text}>{t('state:snooze.text')}</p>
    </ModalDialog>
  );
}
