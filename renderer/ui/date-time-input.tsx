import type { CalendarDateTime } from '@internationalized/date';
import { DateField, DateSegment, Label, DateInput as Segments } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './date-input.module.css';
import fieldStyles from './field.module.css';

type DateTimeInputProps = {
  readonly label: string;
  readonly value: CalendarDateTime | null;
  readonly onChange: (value: CalendarDateTime | null) => void;
};

/** A day and a time to the minute, in the order of the app's language. */
export function DateTimeInput({ label, value, onChange }: DateTimeInputProps) {
  return (
    <DateField
      className={fieldStyles.field ?? ''}
      value={value}
      onChange={onChange}
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
    >
      <Label className={fieldStyles.label ?? ''}>{label}</Label>
      <Segments className={classNames(fieldStyles.input, styles.segments)}>
        {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
      </Segments>
    </DateField>
  );
}
