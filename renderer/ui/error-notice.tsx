import type { ReactNode } from 'react';
import styles from './error-notice.module.css';
import { Notice } from './notice.tsx';

type ErrorNoticeProps = {
  /** From `useErrorWords()`. */
  readonly error: { readonly what: string; readonly next: string; readonly detail: string | null };
  readonly tone?: 'danger' | 'warning';
  readonly actions?: ReactNode;
};

/** What happened, what to do next, and the other side's own words. Reads itself out. */
export function ErrorNotice({ error, tone = 'danger', actions }: ErrorNoticeProps) {
  return (
    <Notice tone={tone} title={error.what} actions={actions} isLive>
      <p>{error.next}</p>
      {error.detail !== null && <p className={styles.detail}>{error.detail}</p>}
    </Notice>
  );
}
