import { type ReactNode, useEffect } from 'react';
import styles from './screen-frame.module.css';

type ScreenFrameProps = {
  readonly title: string;
  /** There is something to see: what was asked for has come. */
  readonly isReady: boolean;
  readonly children: ReactNode;
};

/** A whole screen beside the sidebar: its title, and what is below. */
export function ScreenFrame({ title, isReady, children }: ScreenFrameProps) {
  useEffect(() => {
    if (isReady) document.documentElement.dataset.ready = 'true';
  }, [isReady]);
  return (
    <main className={styles.screen} data-pane="list" tabIndex={-1}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
      </header>
      {children}
    </main>
  );
}
