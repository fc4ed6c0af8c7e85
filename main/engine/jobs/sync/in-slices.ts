import { setImmediate } from 'node:timers/promises';

/** Writes of one transaction: a tenth of a second of them would be felt. */
const sliceSize = 500;

/** Works through many of something a few at a time, so that whoever else wants the store is heard between. */
export async function inSlices<T>(
  items: readonly T[],
  work: (some: readonly T[]) => void,
): Promise<void> {
  for (let start = 0; start < items.length; start += sliceSize) {
    if (start > 0) await setImmediate();
    work(items.slice(start, start + sliceSize));
  }
}
