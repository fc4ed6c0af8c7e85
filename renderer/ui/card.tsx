import type { ReactNode } from 'react';
import styles from './card.module.css';

type CardProps = {
  readonly title: string;
  /** Beside the title: what can be done with all of it. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A framed part of a page with a title of its own. */
export function Card({ title, actions, children }: CardProps) {
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <h3>{title}</h3>
        {actions}
      </div>
      {children}
    </section>
  );
}
