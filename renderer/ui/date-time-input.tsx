import type { CalendarDateTime, ZonedDateTime } from '@internationalized/date';
import {
  DateField,
  DateSegment,
  FieldError,
  Label,
  DateInput as Segments,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './date-input.module.css';
import fieldStyles from './field.module.css';

type DateTimeInputProps<T extends CalendarDateTime | ZonedDateTime> = {
  readonly label: string;
  /** One with a time zone names it. */
  readonly value: T | null;
  /** Null while a part of it is missing. */
  readonly onChange: (value: T | null) => void;
  readonly error?: string | null;
};

/** A day and a time to the minute, in the order of the app's language. */
export function DateTimeInput<T extends CalendarDateTime | ZonedDateTime>({
  label,
  value,
  onChange,
  error = null,
}: DateTimeInputProps<T>) {
  return (
    <DateField<T>
      className={fieldStyles.field ?? ''}
      value={value}
      // With a zone or without, as it was given.
      onChange={(next) => onChange(next as T | null)}
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label className={fieldStyles.label ?? ''}>{label}</Label>
      <Segments className={classNames(fieldStyles.input, styles.segments)}>
        {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
      </Segments>
      <FieldError className={fieldStyles.error ?? ''}>{error}</FieldError>
    </DateField>
  );
}
