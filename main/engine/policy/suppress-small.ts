/** A count of people. */
export type Cell<Key> = { readonly key: Key; readonly count: number };

/** Null for a count that is not shown. */
type ShownCell<Key> = { readonly key: Key; readonly count: number | null };

export type ShownCells<Key> = {
  readonly cells: readonly ShownCell<Key>[];
  /** Null where it would give a hidden cell away. */
  readonly total: number | null;
};

/** Fewer people than this are not counted in public: who they are could be told. */
export const fewest = 5;

/**
 * Hides the counts under five, and as many others as are needed so that no hidden count follows from
 * the total and the shown ones. Those are taken as they stand, not by their size: the smallest one
 * would be known to be no larger than what is shown. Nobody is a count that tells nothing of anybody:
 * 0 is shown.
 */
export function suppressSmall<Key>(cells: readonly Cell<Key>[]): ShownCells<Key> {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const small = cells.filter(({ count }) => count > 0 && count < fewest);
  const others = cells.filter(({ count }) => count >= fewest);
  let hidden = small;
  for (const other of others) {
    if (!isTold(hidden, hidden.length > small.length)) break;
    hidden = [...hidden, other];
  }
  const isOpen = isTold(hidden, hidden.length > small.length);
  const kept = new Set(hidden);
  return {
    cells: cells.map((cell) => ({ key: cell.key, count: kept.has(cell) ? null : cell.count })),
    total: isOpen ? null : total,
  };
}

/** Whether the sum of hidden counts says what each of them is. `hasLarger`: not all are under five. */
function isTold(hidden: readonly Cell<unknown>[], hasLarger: boolean): boolean {
  if (hidden.length < 2) return hidden.length === 1;
  const sum = hidden.reduce((all, { count }) => all + count, 0);
  // Each is one, or each is the most that a small count can be.
  return sum === hidden.length || (!hasLarger && sum === hidden.length * (fewest - 1));
}

/** The smallest of these durations that so large a share of them, in (0, 1], does not exceed. */
export function percentile(
  durations: readonly { readonly value: number; readonly count: number }[],
  share: number,
): number | null {
  const sorted = durations.toSorted((a, b) => a.value - b.value);
  const wanted = Math.ceil(share * sorted.reduce((sum, { count }) => sum + count, 0));
  let seen = 0;
  for (const { value, count } of sorted) {
    seen += count;
    if (seen >= wanted) return value;
  }
  return null;
}
