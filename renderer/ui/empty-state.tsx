import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/paths.ts';

type EmptyStateProps = {
  readonly icon: IconName;
  readonly title: string;
  /** 1 where it is the only heading of the screen. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** What a pane shows when it has nothing to show, in the middle of it. */
export function EmptyState({ icon, title, level = 2, children, actions }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={32} className={styles.icon ?? ''} />
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
