export type UidComparison = {
  /** On the server and not stored; newest first, since that is what staff look at. */
  readonly missing: readonly number[];
  /** Stored and gone from the server. */
  readonly vanished: readonly number[];
};

export function compareUids(onServer: readonly number[], stored: readonly number[]): UidComparison {
  const serverSet = new Set(onServer);
  const storedSet = new Set(stored);
  return {
    missing: [...serverSet].filter((uid) => !storedSet.has(uid)).sort((a, b) => b - a),
    vanished: stored.filter((uid) => !serverSet.has(uid)),
  };
}
