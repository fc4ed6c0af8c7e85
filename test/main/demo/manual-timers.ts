import type { Timers } from '../../../main/demo/timers.ts';

/** Timers that fire only when told. */
export function createManualTimers(): Timers & {
  /** Delays waited for, in milliseconds, oldest first. */
  readonly pending: () => number[];
  readonly runNext: () => void;
  /** Fires the oldest timer with this delay. */
  readonly run: (milliseconds: number) => void;
} {
  type Waiting = { readonly milliseconds: number; readonly run: () => void };
  const waiting: Waiting[] = [];
  const fire = (timer: Waiting | undefined) => {
    if (timer === undefined) throw new Error('no such timer');
    waiting.splice(waiting.indexOf(timer), 1);
    timer.run();
  };
  return {
    after: (milliseconds, run) => {
      const timer = { milliseconds, run };
      waiting.push(timer);
      return () => {
        const index = waiting.indexOf(timer);
        if (index >= 0) waiting.splice(index, 1);
      };
    },
    pending: () => waiting.map((timer) => timer.milliseconds),
    runNext: () => fire(waiting[0]),
    run: (milliseconds) => fire(waiting.find((timer) => timer.milliseconds === milliseconds)),
  };
}
