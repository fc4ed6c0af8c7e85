export type UidComparison = {
  /** On the server and not stored; newest first, since that is what staff look at. */
  readonly missing: readonly number[];
  /** Stored and gone from the server, ascending. */
  readonly vanished: readonly number[];
};

/**
 * Compares the UIDs of a folder. In order and side by side: sets of half a million would take a
 * hundred megabytes. A broken server may name one twice, or begin with none (RFC 9051 2.3.1.1: from 1).
 */
export function compareUids(onServer: readonly number[], stored: readonly number[]): UidComparison {
  const server = Float64Array.from(onServer).sort();
  const here = Float64Array.from(stored).sort();
  const missing: number[] = [];
  const vanished: number[] = [];
  let at = 0;
  let last = 0;
  for (const uid of server) {
    if (uid === last) continue;
    last = uid;
    for (let before = here[at]; before !== undefined && before < uid; before = here[at]) {
      vanished.push(before);
      at += 1;
    }
    if (here[at] !== uid) missing.push(uid);
    while (here[at] === uid) at += 1;
  }
  return { missing: missing.reverse(), vanished: [...vanished, ...here.subarray(at)] };
}
