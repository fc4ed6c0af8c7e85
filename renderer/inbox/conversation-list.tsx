import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef } from 'react';
import type { ConversationId } from '../../shared/ids.ts';
import { classNames } from '../ui/class-names.ts';
import { rowKeys } from '../ui/row-keys.ts';
import styles from './conversation-list.module.css';
import { ConversationRow } from './conversation-row.tsx';
import { indexOf, type PageCache, rowAt } from './page-cache.ts';
import type { Move, Selection } from './selection.ts';

/** In px; conversation-row.module.css draws it so. */
const rowHeight = 76;

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

type ConversationListProps = {
  readonly label: string;
  readonly cache: PageCache;
  /** Names the question that the rows answer: the rows of another one are shown from their top. */
  readonly answers: string;
  readonly total: number;
  readonly selection: Selection | null;
  /** A row to scroll to, so that its page is fetched. */
  readonly awaited: number | null;
  readonly onSight: (first: number, last: number) => void;
  readonly onSelect: (index: number) => void;
  /** `page` is the number of rows in sight. */
  readonly onMove: (move: Move, page: number) => void;
  readonly onEnter: () => void;
};

/** The rows in sight of a list that may hold many thousands: one listbox to the keyboard. */
export function ConversationList(props: ConversationListProps) {
  const { label, cache, answers, total, selection, awaited } = props;
  const { onSight, onSelect, onMove, onEnter } = props;
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

  useAnchoredScroll(scroller, cache, answers);
  useKeptFocus(scroller);
  const selectedIndex = selection === null || selection.isGone ? null : selection.index;
  const selectedId = selection?.id ?? null;
  // Another view starts at its top; a conversation opened from elsewhere is looked for.
  const scrolledTo = useRef<ConversationId | null>(selectedIndex === null ? null : selectedId);
  useEffect(() => {
    // Only a new selection scrolls; a refresh leaves the list where it is.
    if (selectedIndex === null || selectedId === scrolledTo.current) return;
    scrolledTo.current = selectedId;
    virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [selectedIndex, selectedId, virtual]);
  useEffect(() => {
    if (awaited !== null) virtual.scrollToIndex(awaited, { align: 'auto' });
  }, [awaited, virtual]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const move = moves[event.key];
    if (move === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (move === undefined) onEnter();
    else onMove(move, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight));
  };

  const keys = rowKeys(
    rows.map(({ index }) => index),
    (index) => rowAt(cache, index),
  );
  const isActiveDrawn = rows.some(({ index }) => index === selectedIndex);
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-activedescendant={isActiveDrawn ? `${listId}${selectedIndex}` : undefined}
      data-pane-focus
      tabIndex={0}
      className={classNames(styles.scroller)}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }, place) => (
          <ConversationRow
            key={keys[place]}
            id={`${listId}${index}`}
            conversation={rowAt(cache, index)}
            isSelected={index === selectedIndex}
            index={index}
            total={total}
            top={start}
            onPress={() => onSelect(index)}
          />
        ))}
      </div>
    </div>
  );
}

type Scroller = { readonly current: HTMLDivElement | null };

/** New mail above pushes rows down: the scroll position follows, unless the list stands at its top. */
function useAnchoredScroll(scroller: Scroller, cache: PageCache, answers: string): void {
  const last = useRef({ cache, answers });
  useLayoutEffect(() => {
    const { cache: before, answers: answered } = last.current;
    last.current = { cache, answers };
    const element = scroller.current;
    if (element === null || element.scrollTop === 0) return;
    if (answered !== answers) {
      element.scrollTop = 0;
      return;
    }
    const top = Math.floor(element.scrollTop / rowHeight);
    const row = rowAt(before, top);
    if (row === null || rowAt(cache, top)?.id === row.id) return;
    const now = indexOf(cache, row.id, top);
    if (now !== null) element.scrollTop += (now - top) * rowHeight;
  }, [cache, answers, scroller]);
}

/** The pane holds the focus of a list that has no rows for a while, and gives it back. */
function useKeptFocus(scroller: Scroller): void {
  useLayoutEffect(() => {
    const list = scroller.current;
    const pane = list?.closest<HTMLElement>('[data-pane]');
    if (pane !== null && pane === document.activeElement) list?.focus();
    return () => {
      if (list !== null && list === document.activeElement) pane?.focus();
    };
  }, [scroller]);
}
