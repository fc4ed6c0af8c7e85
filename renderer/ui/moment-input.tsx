import { fromAbsolute, getLocalTimeZone } from '@internationalized/date';
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

type MomentInputProps = {
  readonly label: string;
  /** Milliseconds since the epoch. */
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly error?: string | null;
};

/** A day and a time of the computer's time zone, which it names. */
export function MomentInput({ label, value, onChange, error = null }: MomentInputProps) {
  return (
    <DateField
      className={fieldStyles.field ?? ''}
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      value={fromAbsolute(value, getLocalTimeZone())}
      onChange={(time) => {
        if (time !== null) onChange(time.toDate().getTime());
      }}
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
