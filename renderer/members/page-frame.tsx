import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { useShortcut } from '../ui/use-shortcut.ts';
import styles from './page-frame.module.css';

type PageFrameProps = {
  readonly title: string;
  readonly backLabel: string;
  /** What can be done with the whole page, at the end of its head. */
  readonly ways: ReactNode;
  /** Escape is for something that lies over the page. */
  readonly isCovered?: boolean;
  readonly onBack: () => void;
  readonly children: ReactNode;
};

/** A page about all members, in the place of their list: its head and the way back. */
export function PageFrame(props: PageFrameProps) {
  const { title, backLabel, ways, isCovered = false, onBack, children } = props;
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus(), []);
  useShortcut({ key: 'Escape' }, onBack, { isDisabled: isCovered });
  return (
    <main className={styles.page} ref={main} tabIndex={-1} data-pane="reading">
      <header className={styles.head}>
        <IconButton icon="back" label={backLabel} shortcut="Esc" onPress={onBack} />
        <h1 className={styles.title}>{title}</h1>
        {ways !== null && <div className={styles.ways}>{ways}</div>}
      </header>
      {children}
    </main>
  );
}
