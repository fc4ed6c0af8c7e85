import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '../command-keys.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './reading-pane.module.css';

type ReadingHeadProps = {
  /** Null until it is known. */
  readonly subject: string | null;
  readonly count: number;
  /** What can be done about where it is. */
  readonly filing: ReactNode;
  readonly onClose: () => void;
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
};

/** The subject, and the ways on: previous, next, close. */
export function ReadingHead(props: ReadingHeadProps) {
  const { subject, count, filing, onClose, onNext, onPrevious } = props;
  const { t } = useTranslation(['reading', 'common']);
  const keyLabel = useKeyLabel();
  return (
    <header className={styles.head}>
      <div className={styles.subjectLine}>
        <h2 className={styles.subject} data-words="" title={subject ?? undefined}>
          {subject === null ? ' ' : subject.trim() || t('reading:noSubject')}
        </h2>
        {count > 1 && <span className={styles.count}>{t('reading:messageCount', { count })}</span>}
      </div>
      {filing}
      <div className={styles.ways}>
        <IconButton
          icon="chevron-up"
          label={t('reading:previous')}
          shortcut={keyLabel('previous-conversation')}
          isDisabled={onPrevious === null}
          onPress={() => onPrevious?.()}
        />
        <IconButton
          icon="chevron-down"
          label={t('reading:next')}
          shortcut={keyLabel('next-conversation')}
          isDisabled={onNext === null}
          onPress={() => onNext?.()}
        />
        <IconButton icon="close" label={t('common:close')} shortcut="Esc" onPress={onClose} />
      </div>
    </header>
  );
}
