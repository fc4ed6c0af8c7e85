import { setImmediate } from 'node:timers/promises';

export type Pace = {
  /** Whether the others have waited long enough. */
  readonly isOver: () => boolean;
  /** Lets the others have their turn. */
  readonly rest: () => Promise<void>;
};

/** For long work on the engine's thread: a pause of 50 ms is seen, and the end of a slice has a commit. */
const sliceMs = 12;

export function createPace(): Pace {
  let began = performance.now();
  return {
    isOver: () => performance.now() - began > sliceMs,
    async rest() {
      await setImmediate();
      began = performance.now();
    },
  };
}
