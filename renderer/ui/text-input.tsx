import type { Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

type TextInputProps = Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly description?: string | undefined;
  /** Words for what is wrong, or null; shown under the field and read out. */
  readonly error?: string | null;
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
};

/** A labelled line of text. */
export function TextInput({
  label,
  isLabelHidden = false,
  description,
  error = null,
  placeholder,
  inputRef,
  ...rest
}: TextInputProps) {
  return (
    <TextField
      {...rest}
      className={styles.field ?? ''}
      isInvalid={error !== null}
      validationBehavior="aria"
    >
      <Label className={classNames(isLabelHidden ? styles.visuallyHidden : styles.label)}>
        {label}
      </Label>
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        className={styles.input ?? ''}
        placeholder={placeholder ?? ''}
      />
      {description && error === null && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </TextField>
  );
}
