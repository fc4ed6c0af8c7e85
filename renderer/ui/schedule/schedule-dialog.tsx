import {
  type CalendarDateTime,
  fromAbsolute,
  getLocalTimeZone,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../../../shared/model/outbox-item.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Button } from '../button.tsx';
import { DateTimeInput } from '../date-time-input.tsx';
import { ModalDialog } from '../modal-dialog.tsx';
import { quickTimes } from './quick-times.ts';
import styles from './schedule-dialog.module.css';

type ScheduleDialogProps = {
  readonly isOpen: boolean;
  /** When the letter leaves as things are; null for one without a time. Milliseconds since the epoch. */
  readonly at: number | null;
  readonly onChoose: (schedule: Schedule) => void;
  readonly onClose: () => void;
};

/** When a letter is to leave: the times that staff choose most, and any other; with the time zone. */
export function ScheduleDialog({ isOpen, at, onChoose, onClose }: ScheduleDialogProps) {
  const { t } = useTranslation('outbox');
  return (
    <ModalDialog title={t('schedule.title')} isOpen={isOpen} onClose={onClose} width="sm">
      <Choices at={at} onChoose={onChoose} onClose={onClose} />
    </ModalDialog>
  );
}

/** New with each opening: the times are those of now. */
function Choices({ at, onChoose, onClose }: Omit<ScheduleDialogProps, 'isOpen'>) {
  const { t } = useTranslation(['outbox', 'common']);
  const format = useFormat();
  const [now] = useState(Date.now);
  const zone = getLocalTimeZone();
  const quick = quickTimes(now, zone);
  const [own, setOwn] = useState<CalendarDateTime | null>(() =>
    toCalendarDateTime(fromAbsolute(at ?? quick[0]?.at ?? now, zone)),
  );
  const chosen = own === null ? null : toZoned(own, zone).toDate().getTime();
  const hasPassed = chosen !== null && chosen <= now;
  return (
    <form
      className={styles.choices}
      onSubmit={(event) => {
        event.preventDefault();
        // React takes it on to the form that the dialog was opened from: that one would send at once.
        event.stopPropagation();
        if (chosen !== null && !hasPassed) onChoose({ at: chosen, zone });
      }}
    >
      <ul className={styles.quick}>
        {quick.map((time) => (
          <li key={time.kind}>
            <Button isFullWidth onPress={() => onChoose({ at: time.at, zone })}>
              <span className={styles.name}>{t(`outbox:schedule.${time.kind}`)}</span>
              <span className={styles.time}>{format.moment(time.at, zone)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <DateTimeInput label={t('outbox:schedule.own')} value={own} onChange={setOwn} />
      <p className={styles.zone}>
        {t('outbox:schedule.zone', { zone: format.zone(chosen ?? now, zone) })}
      </p>
      {hasPassed && (
        <p className={styles.passed} role="alert">
          {t('outbox:schedule.passed')}
        </p>
      )}
      <p className={styles.hint}>{t('outbox:schedule.hint')}</p>
      <div className={styles.actions}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button
          type="submit"
          variant="primary"
          icon="clock"
          isDisabled={chosen === null || hasPassed}
        >
          {t('outbox:schedule.confirm')}
        </Button>
      </div>
    </form>
  );
}
