import type { ReactNode } from 'react';
import styles from './page-frame.module.css';

/** What a page says, in one column that scrolls. */
export function PageColumn({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.scroller}>
      <div className={styles.column}>{children}</div>
    </div>
  );
}
