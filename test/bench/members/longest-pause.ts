import { setTimeout as wait } from 'node:timers/promises';

const tickMs = 1;

export type Watched<T> = {
  readonly value: T;
  readonly ms: number;
  /** The longest time that another call would have waited for the engine meanwhile. */
  readonly longestPauseMs: number;
  /** The longest time of one turn that the engine itself was at work: the rest of a pause is the machine's. */
  readonly longestWorkMs: number;
};

/** Does the work and watches by a timer that ticks beside it on the engine's thread. */
export async function withLongestPause<T>(work: () => Promise<T>): Promise<Watched<T>> {
  let longestPauseMs = 0;
  let longestWorkMs = 0;
  let isOver = false;
  async function tick(): Promise<void> {
    let last = performance.now();
    let spent = process.threadCpuUsage();
    while (!isOver) {
      await wait(tickMs);
      const now = performance.now();
      const { user, system } = process.threadCpuUsage(spent);
      longestPauseMs = Math.max(longestPauseMs, now - last - tickMs);
      longestWorkMs = Math.max(longestWorkMs, (user + system) / 1000);
      last = now;
      spent = process.threadCpuUsage();
    }
  }
  const ticking = tick();
  const began = performance.now();
  const value = await work();
  const ms = performance.now() - began;
  isOver = true;
  await ticking;
  return { value, ms, longestPauseMs, longestWorkMs };
}
