import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import fieldStyles from './field.module.css';
import { Icon } from './icons/icon.tsx';
import styles from './select-input.module.css';

type SelectInputProps<T extends string> = {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
};

/** One of several, from a list that opens. */
export function SelectInput<T extends string>({
  label,
  isLabelHidden = false,
  value,
  options,
  onChange,
}: SelectInputProps<T>) {
  return (
    <Select
      className={fieldStyles.field ?? ''}
      value={value}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <Label className={classNames(isLabelHidden ? fieldStyles.visuallyHidden : fieldStyles.label)}>
        {label}
      </Label>
      <Button className={classNames(fieldStyles.input, styles.button)}>
        <SelectValue className={styles.value ?? ''} />
        <Icon name="chevron-down" />
      </Button>
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={styles.option ?? ''}
            >
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
