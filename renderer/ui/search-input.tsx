import type { Ref } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import fieldStyles from './field.module.css';
import { Icon } from './icons/icon.tsx';
import styles from './search-input.module.css';

type SearchInputProps = {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A search box: Escape clears it; its label is also its placeholder. */
export function SearchInput({
  label,
  clearLabel,
  value,
  onChange,
  onSubmit,
  inputRef,
}: SearchInputProps) {
  return (
    <SearchField
      className={styles.search ?? ''}
      value={value}
      onChange={onChange}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    >
      <Label className={fieldStyles.visuallyHidden ?? ''}>{label}</Label>
      <Icon name="search" className={styles.icon ?? ''} />
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        className={styles.input ?? ''}
        placeholder={label}
      />
      {value !== '' && (
        <Button className={styles.clear ?? ''} aria-label={clearLabel}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </SearchField>
  );
}
