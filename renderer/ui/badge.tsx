import styles from './badge.module.css';
import { classNames } from './class-names.ts';

type BadgeProps = {
  readonly tone?: 'neutral' | 'accent' | 'warning' | 'danger' | 'success';
  readonly children: string;
};

/** A count or a short word in a small pill. */
export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return <span className={classNames(styles.badge, styles[tone])}>{children}</span>;
}
