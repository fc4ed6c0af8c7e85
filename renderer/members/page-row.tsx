import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import styles from './page-row.module.css';

type PageRowProps = {
  readonly title: string;
  readonly lines: readonly string[];
  readonly badge?: ReactNode;
  readonly openLabel: string;
  /** Which one is opened, for whoever hears the button alone. */
  readonly openName: string;
  readonly onOpen: () => void;
};

/** One of a register: what it is, and the way to all of it. */
export function PageRow({ title, lines, badge, openLabel, openName, onOpen }: PageRowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {lines.map((line) => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
      </div>
      {badge}
      <Button size="sm" aria-label={openName} onPress={onOpen}>
        {openLabel}
      </Button>
    </li>
  );
}
