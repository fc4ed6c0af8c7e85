import type { ReactNode } from 'react';
import styles from './empty-state.module.css';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/paths.ts';

type EmptyStateProps = {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** What a pane shows when it has nothing to show, in the middle of it. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Icon name={icon} size={32} className={styles.icon ?? ''} />
      <h2 className={styles.title}>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
