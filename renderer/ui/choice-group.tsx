import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './choice-group.module.css';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';

type ChoiceGroupProps<T extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly size?: 'sm' | 'md';
};

/** One of a few, all in sight: a segmented control that is a radio group to the keyboard. */
export function ChoiceGroup<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  size = 'md',
}: ChoiceGroupProps<T>) {
  return (
    <RadioGroup
      className={fieldStyles.field ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={classNames(isLabelHidden ? fieldStyles.visuallyHidden : fieldStyles.label)}>
        {label}
      </Label>
      <div className={classNames(styles.track, styles[size])}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.choice ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
