import type { ConversationId } from '../../shared/ids.ts';

/** The row that the list points at. `isGone`: it left this view, and `index` is where it stood. */
export type Selection = {
  readonly id: ConversationId;
  readonly index: number;
  readonly isGone: boolean;
};

export type Move = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';

/** The row that a move leads to, or null when the list is empty. `page` is rows in sight. */
export function movedIndex(
  selection: Selection | null,
  move: Move,
  total: number,
  page: number,
): number | null {
  if (total === 0) return null;
  const last = total - 1;
  if (move === 'first') return 0;
  if (move === 'last') return last;
  if (selection === null) return 0;
  // The row below has taken the place of one that is gone.
  const down = selection.isGone ? 0 : 1;
  const steps = { next: down, previous: -1, 'page-down': page - 1 + down - 1, 'page-up': 1 - page };
  return Math.min(last, Math.max(0, selection.index + steps[move]));
}

/** After a refresh: the same conversation, wherever it stands now. `found` is null when it is gone. */
export function relocated(selection: Selection, found: number | null, total: number): Selection {
  if (found === null) {
    const index = Math.min(selection.index, Math.max(0, total - 1));
    return selection.isGone && index === selection.index
      ? selection
      : { ...selection, index, isGone: true };
  }
  if (found === selection.index && !selection.isGone) return selection;
  return { id: selection.id, index: found, isGone: false };
}
