import type { Ref } from 'react';
import {
  TextArea as AriaTextArea,
  FieldError,
  Label,
  Text,
  TextField,
  type TextFieldProps,
} from 'react-aria-components';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

type TextAreaProps = Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> & {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly error?: string | null;
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly rows?: number;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  /** Added to the text area itself, for a feature's own size and font. */
  readonly areaClassName?: string | undefined;
};

/** Labelled text of several lines. */
export function TextArea({
  label,
  isLabelHidden = false,
  error = null,
  description,
  placeholder,
  rows = 6,
  areaRef,
  areaClassName,
  ...rest
}: TextAreaProps) {
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
      <AriaTextArea
        {...(areaRef === undefined ? {} : { ref: areaRef })}
        className={classNames(styles.input, styles.area, areaClassName)}
        placeholder={placeholder}
        rows={rows}
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
