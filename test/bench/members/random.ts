export type Random = {
  /** From 0 up to but not 1. */
  readonly next: () => number;
  readonly below: (limit: number) => number;
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** The first ones far more often than the last ones, as names are. */
  readonly pickCommon: <T>(from: readonly T[]) => T;
};

/** The same numbers for the same seed (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const at = <T>(from: readonly T[], index: number): T => {
    const found = from[index];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (from) => at(from, below(from.length)),
    pickCommon: (from) => at(from, Math.floor(next() ** 1.3 * from.length)),
  };
}
