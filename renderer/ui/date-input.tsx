import { parseDate } from '@internationalized/date';
import { DateField, DateSegment, Label, DateInput as Segments } from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './date-input.module.css';
import fieldStyles from './field.module.css';

type DateInputProps = {
  readonly label: string;
  /** `2026-11-24`, or '' for none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/**
 * A day, in the order of the app's language. Chromium's own field takes its order from the language
 * that the system has, whatever was chosen here.
 */
export function DateInput({ label, value, onChange }: DateInputProps) {
  return (
    <DateField
      className={fieldStyles.field ?? ''}
      value={value === '' ? null : parseDate(value)}
      onChange={(day) => onChange(day?.toString() ?? '')}
      shouldForceLeadingZeros
    >
      <Label className={fieldStyles.label ?? ''}>{label}</Label>
      <Segments className={classNames(fieldStyles.input, styles.segments)}>
        {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
      </Segments>
    </DateField>
  );
}
