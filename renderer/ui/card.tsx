import type { ReactNode } from 'react';
import styles from './card.module.css';

type CardProps = {
  readonly title: string;
  /** Right behind the title. */
  readonly badges?: ReactNode;
  /** At the end of its line: what can be done with all of it. */
  readonly actions?: ReactNode;
  readonly isBusy?: boolean;
  readonly children: ReactNode;
};

/** A framed part of a page with a title of its own. */
export function Card({ title, badges, actions, isBusy = false, children }: CardProps) {
  return (
    <article className={styles.card} aria-label={title} aria-busy={isBusy}>
      <header className={styles.head}>
        <h3>{title}</h3>
        {badges}
        <div className={styles.actions}>{actions}</div>
      </header>
      {children}
    </article>
  );
}
