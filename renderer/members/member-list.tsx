import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberId } from '../../shared/ids.ts';
import { rowKeys } from '../ui/row-keys.ts';
import styles from './member-list.module.css';
import { MemberRow } from './member-row.tsx';
import type { MemberListHandle } from './use-member-list.ts';

/** In px; member-list.module.css draws it so. */
const rowHeight = 54;

type MemberListProps = {
  readonly list: MemberListHandle;
  readonly total: number;
  /** The row that the keys act on. */
  readonly cursor: number | null;
  /** Those that are open, or chosen. */
  readonly openIds: ReadonlySet<MemberId>;
  readonly onCursor: (index: number) => void;
  /** By Enter, or else by a click. */
  readonly onOpen: (index: number, isEnter: boolean) => void;
  readonly focusRef: Ref<{ focus: () => void }>;
};

/** The rows in sight of a list that may hold many thousands: one listbox to the keyboard. */
export function MemberList(props: MemberListProps) {
  const { list, total, cursor, openIds, onCursor, onOpen, focusRef } = props;
  const { onSight, query } = list;
  const { t } = useTranslation('members');
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const rows = virtual.getVirtualItems();
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => onSight(first, last), [first, last, onSight]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another list
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [query]);
  useEffect(() => {
    if (cursor !== null) virtual.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, virtual]);
  useImperativeHandle(focusRef, () => ({ focus: () => scroller.current?.focus() }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(cursor ?? 0, true);
      return;
    }
    const page = Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 1;
    const at = cursor ?? -1;
    const next = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    onCursor(Math.max(0, Math.min(total - 1, next)));
  };

  const keys = rowKeys(
    rows.map(({ index }) => index),
    list.rowAt,
  );
  const isCursorDrawn = rows.some(({ index }) => index === cursor);
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={t('list')}
      aria-activedescendant={isCursorDrawn ? `${listId}${cursor}` : undefined}
      data-pane-focus
      tabIndex={0}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }, place) => {
          const member = list.rowAt(index);
          return (
            <MemberRow
              key={keys[place]}
              id={`${listId}${index}`}
              member={member}
              isSelected={index === cursor}
              isOpen={member !== null && openIds.has(member.id)}
              index={index}
              total={total}
              top={start}
              onPress={() => onOpen(index, false)}
            />
          );
        })}
      </div>
    </div>
  );
}
