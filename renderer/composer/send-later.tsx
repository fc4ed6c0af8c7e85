import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../../shared/model/outbox-item.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { ScheduleDialog } from '../ui/schedule/schedule-dialog.tsx';

type SendLaterProps = {
  readonly isDisabled: boolean;
  readonly onChoose: (schedule: Schedule) => void;
};

/** Asks when the letter is to leave. */
export function SendLater({ isDisabled, onChoose }: SendLaterProps) {
  const { t } = useTranslation('outbox');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        icon="clock"
        label={t('schedule.open')}
        isDisabled={isDisabled}
        onPress={() => setOpen(true)}
      />
      <ScheduleDialog
        isOpen={isOpen}
        at={null}
        onClose={() => setOpen(false)}
        onChoose={(schedule) => {
          setOpen(false);
          onChoose(schedule);
        }}
      />
    </>
  );
}
