import type { ReactNode } from 'react';
import styles from './card.module.css';

type CardProps = {
  readonly title: string;
  /** Of its heading: 3 unless told. */
  readonly level?: 2 | 3;
  /** Right behind the title. */
  readonly badges?: ReactNode;
  /** At the end of its line: what can be done with all of it. */
  readonly actions?: ReactNode;
  readonly isBusy?: boolean;
  readonly children: ReactNode;
};

/** A framed part of a page with a title of its own. */
export function Card({ title, level = 3, badges, actions, isBusy = false, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={styles.card} aria-label={title} aria-busy={isBusy}>
      <header className={styles.head}>
        <Heading>{title}</Heading>
        {badges}
        <div className={styles.actions}>{actions}</div>
      </header>
      {children}
    </article>
  );
}
