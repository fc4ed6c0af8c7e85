import { Label, Radio, RadioGroup, Text } from 'react-aria-components';
import styles from './choice-group.module.css';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';

type ChoiceGroupProps<T extends string | number> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly description?: string;
  readonly size?: 'sm' | 'md';
  readonly isDisabled?: boolean;
};

/** One of a few, all in sight: a segmented control that is a radio group to the keyboard. */
export function ChoiceGroup<T extends string | number>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
  description,
  size = 'md',
  isDisabled = false,
}: ChoiceGroupProps<T>) {
  return (
    <RadioGroup
      className={fieldStyles.field ?? ''}
      orientation="horizontal"
      isDisabled={isDisabled}
      value={String(value)}
      onChange={(chosen) => {
        const option = options.find((candidate) => String(candidate.value) === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={classNames(isLabelHidden ? fieldStyles.visuallyHidden : fieldStyles.label)}>
        {label}
      </Label>
      <div className={classNames(styles.track, styles[size])}>
        {options.map((option) => (
          <Radio key={option.value} value={String(option.value)} className={styles.choice ?? ''}>
            {option.label}
          </Radio>
        ))}
      </div>
      {description !== undefined && (
        <Text slot="description" className={fieldStyles.description ?? ''}>
          {description}
        </Text>
      )}
    </RadioGroup>
  );
}
