import { memo, type ReactNode, type Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/paths.ts';
import { Spinner } from './spinner.tsx';
import { useLatest } from './use-latest.ts';

type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  /** One `primary` a screen. `secondary` unless told. */
  readonly variant?: ButtonVariant;
  readonly size?: 'sm' | 'md';
  readonly icon?: IconName;
  readonly isFullWidth?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

/** A button with words. While `isPending` it keeps its width, shows a spinner and cannot be pressed. */
export function Button({ onPress, ...rest }: ButtonProps) {
  return <ButtonFace {...rest} onPress={useLatest(onPress)} />;
}

/** Most are drawn many times over, at each key in the composer, and look as before. */
const ButtonFace = memo(function ButtonFace({
  variant = 'secondary',
  size = 'md',
  icon,
  isFullWidth = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classNames(
        styles.button,
        styles[variant],
        styles[size],
        isFullWidth && styles.fullWidth,
      )}
    >
      {({ isPending }) => (
        <>
          <span className={classNames(styles.content, isPending && styles.hidden)}>
            {icon && <Icon name={icon} />}
            {children}
          </span>
          {isPending && (
            <span className={styles.spinner}>
              <Spinner />
            </span>
          )}
        </>
      )}
    </AriaButton>
  );
});
