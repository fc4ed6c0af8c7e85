/** As much of a change as tells whose values are in it. */
type Change = {
  readonly sequence: number;
  readonly kind: string;
  /** The merge that was taken back. */
  readonly undoes: number | null;
};

/**
 * The changes of a record whose values may be another person's: from a merge that was taken back
 * since until then, the record was of two people.
 */
export function foreignChanges(changes: readonly Change[]): ReadonlySet<number> {
  const spans = changes.flatMap(({ kind, undoes, sequence }) =>
    kind === 'member-unmerged' && undoes !== null ? [{ from: undoes, to: sequence }] : [],
  );
  return new Set(
    changes
      .map(({ sequence }) => sequence)
      .filter((sequence) => spans.some(({ from, to }) => from <= sequence && sequence <= to)),
  );
}
