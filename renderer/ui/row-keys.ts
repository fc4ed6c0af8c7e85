/**
 * React's keys of the rows in sight: a row keeps its element when new ones come above it, so that a
 * press that began on it never ends on another. For rows not here yet, and for a row that stands
 * twice while one page is older than the next, the place is the key.
 */
export function rowKeys(
  indexes: readonly number[],
  rowAt: (index: number) => { readonly id: number } | null,
): readonly (string | number)[] {
  const taken = new Set<number>();
  return indexes.map((index) => {
    const id = rowAt(index)?.id ?? null;
    if (id === null || taken.has(id)) return `row ${index}`;
    taken.add(id);
    return id;
  });
}
