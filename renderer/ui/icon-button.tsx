import { memo } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from './class-names.ts';
import { Hint } from './hint.tsx';
import styles from './icon-button.module.css';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/paths.ts';
import { useLatest } from './use-latest.ts';

type IconButtonProps = Omit<
  AriaButtonProps,
  'className' | 'style' | 'children' | 'aria-label' | 'aria-keyshortcuts'
> & {
  readonly icon: IconName;
  /** What it does: its accessible name and its tooltip. */
  readonly label: string;
  /** Shown in the tooltip, such as `⌘L`. */
  readonly shortcut?: string | undefined;
  readonly size?: 'sm' | 'md';
};

/** A quiet square button with an icon alone and a tooltip that names it. */
export function IconButton({ onPress, ...rest }: IconButtonProps) {
  return <IconButtonFace {...rest} onPress={useLatest(onPress)} />;
}

/** As a button's (button.tsx). */
const IconButtonFace = memo(function IconButtonFace(props: IconButtonProps) {
  const { icon, label, shortcut, size = 'md', ...rest } = props;
  return (
    <Hint text={label} shortcut={shortcut}>
      <AriaButton {...rest} aria-label={label} className={classNames(styles.button, styles[size])}>
        <Icon name={icon} />
      </AriaButton>
    </Hint>
  );
});
