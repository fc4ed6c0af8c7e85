import { useEffect, useState } from 'react';
import type { ConversationId } from '../../shared/ids.ts';
import type { ConversationSummary } from '../../shared/model/conversation.ts';
import { indexOf, isNewest, type PageCache, rowAt } from './page-cache.ts';
import { type Move, movedIndex, relocated, type Selection } from './selection.ts';

export type SelectionHandle = {
  readonly selection: Selection | null;
  /** The selected conversation, while its row is known. */
  readonly row: ConversationSummary | null;
  /** A row to select as soon as its page is here: the list scrolls to it. */
  readonly awaited: number | null;
  readonly select: (index: number) => void;
  /** `page` is rows in sight; only page moves use it. */
  readonly move: (move: Move, page?: number) => void;
  readonly clear: () => void;
};

/** Which row is open. It stays the same conversation while rows come and go around it. */
export function useSelection(cache: PageCache, initial: ConversationId | null): SelectionHandle {
  const [selection, setSelection] = useState<Selection | null>(
    initial === null ? null : { id: initial, index: 0, isGone: true },
  );
  const [awaited, setAwaited] = useState<number | null>(null);
  const total = cache.total ?? 0;

  useEffect(() => {
    setSelection((last) => {
      if (last === null || cache.total === null) return last;
      const found = indexOf(cache, last.id, last.index);
      // The rows around it are older than others that are here: nobody knows yet where it stands.
      if (found === null && !isNewest(cache, last.index)) return last;
      return relocated(last, found, cache.total);
    });
  }, [cache]);

  useEffect(() => {
    if (awaited === null) return;
    const row = rowAt(cache, awaited);
    if (row !== null) setSelection({ id: row.id, index: awaited, isGone: false });
    if (row !== null || awaited >= total) setAwaited(null);
  }, [cache, awaited, total]);

  const select = (index: number) => {
    const row = rowAt(cache, index);
    // End leads to a row of a long list that nobody has seen yet.
    setAwaited(row === null ? index : null);
    if (row !== null) setSelection({ id: row.id, index, isGone: false });
  };
  return {
    selection,
    row: selection === null || selection.isGone ? null : rowOf(cache, selection),
    awaited,
    select,
    move(move, page = 1) {
      const index = movedIndex(selection, move, total, page);
      if (index !== null) select(index);
    },
    clear() {
      setAwaited(null);
      setSelection(null);
    },
  };
}

/** New mail above moves the rows one render before the selection follows them. */
function rowOf(cache: PageCache, { id, index }: Selection): ConversationSummary | null {
  const row = rowAt(cache, index);
  if (row?.id === id) return row;
  const found = indexOf(cache, id, index);
  return found === null ? null : rowAt(cache, found);
}
