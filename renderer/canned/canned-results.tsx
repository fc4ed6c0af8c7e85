import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../shared/model/canned-reply.ts';
import { localeName } from '../i18n/locale-names.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './canned-picker.module.css';

type CannedResultsProps = {
  readonly listId: string;
  readonly replies: readonly CannedReply[];
  readonly active: CannedReply | null;
  /** The section has none at all. */
  readonly isEmpty: boolean;
  readonly onPoint: (index: number) => void;
  readonly onTake: (reply: CannedReply) => void;
};

/** What the picker found. The focus stays in its field; the active option is told from there. */
export function CannedResults(props: CannedResultsProps) {
  const { listId, replies, active, isEmpty, onPoint, onTake } = props;
  const { t } = useTranslation('canned');
  const list = useRef<HTMLDivElement>(null);
  const activeId = active?.id ?? null;
  useEffect(() => {
    if (activeId === null) return;
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <div className={styles.results}>
      <div ref={list} id={listId} role="listbox" aria-label={t('title')}>
        {replies.map((reply, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
          <div
            key={reply.id}
            id={`${listId}${reply.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={reply === active}
            className={classNames(styles.option, reply === active && styles.active)}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onPoint(index)}
            onClick={() => onTake(reply)}
          >
            <span className={styles.name}>{reply.name}</span>
            {reply.key !== '' && <kbd className={styles.key}>{reply.key}</kbd>}
            <span className={styles.language}>{localeName(reply.language)}</span>
          </div>
        ))}
      </div>
      {replies.length === 0 && (
        <p className={styles.nothing}>{t(isEmpty ? 'emptyPicker' : 'notFound')}</p>
      )}
    </div>
  );
}
