import type { ReactNode } from 'react';
import { AppMark } from '../ui/app-mark.tsx';
import styles from './session-page.module.css';

type SessionPageProps = {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  /** Below the form: the choice of language. */
  readonly footer: ReactNode;
};

/** The calm page around sign-in and set-up: the box, a title, a form. */
export function SessionPage({ title, lead, children, footer }: SessionPageProps) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <AppMark size={40} />
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
        {footer !== null && <div className={styles.footer}>{footer}</div>}
      </div>
    </main>
  );
}
