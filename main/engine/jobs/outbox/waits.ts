import { undoSeconds } from '../../../../shared/model/section-settings.ts';

/** Waits before the second, third … try, in milliseconds; the last one repeats. */
const retryWaits = [30_000, 2 * 60_000, 10 * 60_000, 60 * 60_000] as const;

/** After that many attempts, in milliseconds. */
export function retryWait(attempts: number): number {
  return retryWaits[Math.min(attempts, retryWaits.length - 1)] ?? 0;
}

/** The longest that a letter waits for a next try, and to be called back, in milliseconds. */
export const longestWaits = {
  retry: Math.max(...retryWaits),
  undo: Math.max(...undoSeconds) * 1000,
};
