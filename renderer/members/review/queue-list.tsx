import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../../shared/ids.ts';
import type { QueuedRegistration } from '../../../shared/model/registration.ts';
import { QueueRow } from './queue-row.tsx';
import styles from './review.module.css';

type QueueListProps = {
  readonly rows: readonly QueuedRegistration[];
  readonly total: number;
  readonly cursor: number | null;
  readonly chosen: ReadonlySet<MemberId>;
  readonly failed: ReadonlySet<MemberId>;
  readonly onCursor: (index: number) => void;
  /** By Enter: into what is open. */
  readonly onEnter: () => void;
  readonly onChoose: (id: MemberId) => void;
  readonly onSight: (index: number) => void;
  readonly focusRef: Ref<{ focus: () => void }>;
};

/** The queue as one listbox to the keyboard. It is worked off from its top, so few rows are drawn. */
export function QueueList(props: QueueListProps) {
  const { rows, total, cursor, chosen, failed, onCursor, onEnter, onChoose, onSight } = props;
  const { t } = useTranslation('review');
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(props.focusRef, () => ({ focus: () => scroller.current?.focus() }));
  const current = cursor === null ? undefined : rows[cursor];
  const currentId = current === undefined ? undefined : `${listId}${current.id}`;
  useEffect(() => {
    if (currentId !== undefined)
      document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const at = cursor ?? -1;
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: rows.length - 1,
    }[event.key];
    const isHandled = next !== undefined || event.key === 'Enter' || event.key === ' ';
    if (!isHandled) return;
    event.preventDefault();
    if (next !== undefined) onCursor(Math.max(0, Math.min(rows.length - 1, next)));
    else if (event.key === 'Enter') onEnter();
    else if (current !== undefined) onChoose(current.id);
  };

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={t('list')}
      aria-multiselectable="true"
      aria-activedescendant={currentId}
      data-pane-focus
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        if (scrollTop + clientHeight > scrollHeight - clientHeight) onSight(rows.length - 1);
      }}
    >
      {rows.map((registration, index) => (
        <QueueRow
          key={registration.id}
          id={`${listId}${registration.id}`}
          registration={registration}
          isCurrent={index === cursor}
          isChosen={chosen.has(registration.id)}
          isFailed={failed.has(registration.id)}
          index={index}
          total={total}
          onPress={() => onCursor(index)}
          onChoose={() => onChoose(registration.id)}
        />
      ))}
    </div>
  );
}
