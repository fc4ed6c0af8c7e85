import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icons/icon.tsx';
import type { IconName } from './icons/paths.ts';
import styles from './notice.module.css';

type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const icons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'error',
};

type NoticeProps = {
  readonly tone: NoticeTone;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
  /** Buttons to the right. */
  readonly actions?: ReactNode;
  /** Reads itself out when it appears; for what happens after an action of the staff. */
  readonly isLive?: boolean;
};

/** A tinted box with an icon, a title, words and buttons. */
export function Notice({ tone, title, children, actions, isLive = false }: NoticeProps) {
  return (
    <div
      className={classNames(styles.notice, styles[tone])}
      role={isLive ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon name={icons[tone]} className={styles.icon ?? ''} />
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children && <div className={styles.text}>{children}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
