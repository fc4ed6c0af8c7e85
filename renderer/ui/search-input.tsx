import { type KeyboardEvent, type Ref, useState } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { createCompositionGuard } from './composition-guard.ts';
import fieldStyles from './field.module.css';
import { Icon } from './icons/icon.tsx';
import styles from './search-input.module.css';

type SearchInputProps = {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** An input method begins or ends a composition; until it ends, the value is half a word. */
  readonly onComposing?: (isComposing: boolean) => void;
  /** Keys that are not for an input method, before the box takes them. */
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly maxLength?: number;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A search box: Escape clears it; its label is also its placeholder. */
export function SearchInput({
  label,
  clearLabel,
  value,
  onChange,
  onComposing,
  onKey,
  maxLength,
  inputRef,
}: SearchInputProps) {
  const [guard] = useState(createCompositionGuard);
  return (
    <SearchField
      className={styles.search ?? ''}
      value={value}
      onChange={onChange}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <Label className={fieldStyles.visuallyHidden ?? ''}>{label}</Label>
      <Icon name="search" className={styles.icon ?? ''} />
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        className={styles.input ?? ''}
        placeholder={label}
        onCompositionStart={() => onComposing?.(true)}
        onCompositionEnd={(event) => {
          guard.ended(event.timeStamp);
          onComposing?.(false);
        }}
        onKeyDownCapture={(event) => {
          // Escape that gives up a composition must not clear the whole box.
          if (guard.isInputMethod(event.nativeEvent)) event.stopPropagation();
          else onKey?.(event);
        }}
      />
      {value !== '' && (
        <Button className={styles.clear ?? ''} aria-label={clearLabel}>
          <Icon name="close" size={12} />
        </Button>
      )}
    </SearchField>
  );
}
