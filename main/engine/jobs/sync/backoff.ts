const first = 1_000;
const longest = 5 * 60_000;

/**
 * Milliseconds to wait before try number `attempt` (1 is the first retry): doubling, with full
 * jitter over its upper half so that many desktops do not come back in the same second.
 */
export function backoffDelay(attempt: number, random: () => number): number {
  const ceiling = Math.min(longest, first * 2 ** (attempt - 1));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
