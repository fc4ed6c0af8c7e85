import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import styles from './check-box.module.css';
import { Icon } from './icons/icon.tsx';

type CheckBoxProps = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
};

/** A box with its words beside it. */
export function CheckBox({ isSelected, onChange, isDisabled = false, children }: CheckBoxProps) {
  return (
    <Checkbox
      className={styles.checkBox ?? ''}
      isSelected={isSelected}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      <span className={styles.box}>{isSelected && <Icon name="check" size={12} />}</span>
      <span>{children}</span>
    </Checkbox>
  );
}
